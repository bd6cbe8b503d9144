/** `dialogue`: the code alone says it. `provider`: wording of known systems. `generic`: wording anybody may use. */
export type RuleLayer = 'dialogue' | 'provider' | 'generic';

/**
 * When a reply has the reason in whose file the rule stands. Every condition that is given must hold.
 *
 * A fragment is a piece of the text as `classify/normal-text.ts` leaves it: lower case, no accents, single spaces, no double
 * quotes, codes, addresses and names taken out. `*` inside a fragment stands for up to sixty characters of anything; `|` at
 * either end says that a word begins or ends there (`|spf|`). Three plain characters in a row, or two ideographs, are the least.
 */
export interface Rule {
  /** Stable: it is stored with every result and leads back to this rule. */
  readonly id: string;
  readonly layer: RuleLayer;
  /**
   * Place among the rules of all reasons; the first that holds wins. Unique, in steps of ten so that one fits between.
   * Below 100 dialogue, below 2000 providers and known traps, then the general wording, narrow before wide.
   */
  readonly order: number;
  /** Who is known to use the wording: a label, never a condition, because gateways repeat it. */
  readonly providers?: readonly string[];
  /** Reply codes: `452`, `4xx`. */
  readonly reply?: readonly string[];
  /** Enhanced codes: `4.3.1`, `x.2.2`, `5.7.606-649`. */
  readonly enhanced?: readonly string[];
  /** At least one occurs. Without it the codes alone decide. */
  readonly any?: readonly string[];
  /** Of each of these lists at least one occurs too, anywhere. */
  readonly with?: readonly (readonly string[])[];
  /** None of these occurs. */
  readonly none?: readonly string[];
  /** What a reader should know before changing the rule. */
  readonly note?: string;
  /** Where the examples were seen. */
  readonly source?: string;
  /** Replies that this rule, and no rule before it, decides. */
  readonly examples: readonly [string, ...string[]];
}
