import type { Rule } from '../knowledge/rule.ts';
import type { RuleOfReason } from '../knowledge/rules.ts';
import { fitsEnhanced, fitsReply } from './code-pattern.ts';
import { FragmentIndex } from './fragment-index.ts';
import type { NormalText } from './normal-text.ts';

/** All rules, compiled: the fragments of a text are found first, then only the rules that have one of them are asked. */
export class RuleSet {
  readonly #rules: readonly RuleOfReason[];
  readonly #conditions: readonly Conditions[];
  readonly #fragments: FragmentIndex;
  /** Fragment → rules that it makes candidates: from `#firstWake[fragment]` to that of the next. */
  readonly #wakes: Uint16Array;
  readonly #firstWake: Uint32Array;
  /** One bit per rule: rules without text conditions are always candidates. */
  readonly #always: Uint32Array;
  readonly #candidates: Uint32Array;
  readonly #wake = (fragment: number): void => {
    const end = this.#firstWake[fragment + 1]!;
    for (let i = this.#firstWake[fragment]!; i < end; i++) {
      const rule = this.#wakes[i]!;
      this.#candidates[rule >>> 5]! |= 1 << (rule & 31);
    }
  };

  constructor(rules: readonly RuleOfReason[]) {
    const names = new Names();
    this.#rules = rules;
    this.#conditions = rules.map(({ rule }) => conditionsOf(rule, names));
    this.#fragments = new FragmentIndex(names.fragments);
    this.#firstWake = new Uint32Array(names.fragments.length + 1);
    this.#wakes = this.#fillWakes();
    this.#always = new Uint32Array((rules.length + 31) >>> 5);
    this.#candidates = new Uint32Array(this.#always.length);
    for (const [i, { any }] of this.#conditions.entries()) {
      if (any === null) this.#always[i >>> 5]! |= 1 << (i & 31);
    }
  }

  /** The first rule that holds, or null. */
  decide(replyCode: number | null, enhancedCode: string | null, text: NormalText): RuleOfReason | null {
    this.#candidates.set(this.#always);
    this.#fragments.search(text, this.#wake);
    for (let word = 0; word < this.#candidates.length; word++) {
      let bits = this.#candidates[word]!;
      while (bits !== 0) {
        const lowest = bits & -bits;
        const rule = (word << 5) + (31 - Math.clz32(lowest));
        if (this.#holds(this.#conditions[rule]!, replyCode, enhancedCode)) return this.#rules[rule]!;
        bits ^= lowest;
      }
    }
    return null;
  }

  #fillWakes(): Uint16Array {
    const next = this.#firstWake;
    for (const { any } of this.#conditions) for (const fragment of any ?? []) next[fragment + 1]!++;
    for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
    const wakes = new Uint16Array(next[next.length - 1]!);
    const at = next.slice();
    for (const [rule, { any }] of this.#conditions.entries()) {
      for (const fragment of any ?? []) wakes[at[fragment]!++] = rule;
    }
    return wakes;
  }

  #holds(conditions: Conditions, replyCode: number | null, enhancedCode: string | null): boolean {
    const { reply, enhanced, also, none } = conditions;
    if (reply !== null && (replyCode === null || !reply.some((pattern) => fitsReply(pattern, replyCode))))
      return false;
    if (
      enhanced !== null &&
      (enhancedCode === null || !enhanced.some((pattern) => fitsEnhanced(pattern, enhancedCode)))
    ) {
      return false;
    }
    for (const list of also) if (!this.#hasOne(list)) return false;
    return !this.#hasOne(none);
  }

  #hasOne(list: readonly number[]): boolean {
    for (const fragment of list) if (this.#fragments.has(fragment)) return true;
    return false;
  }
}

interface Conditions {
  readonly reply: readonly string[] | null;
  readonly enhanced: readonly string[] | null;
  readonly any: readonly number[] | null;
  readonly also: readonly (readonly number[])[];
  readonly none: readonly number[];
}

/** Numbers the fragments; rules share them. */
class Names {
  readonly fragments: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(source: string): number {
    const known = this.#numbers.get(source);
    if (known !== undefined) return known;
    const number = this.fragments.push(source) - 1;
    this.#numbers.set(source, number);
    return number;
  }
}

function conditionsOf(rule: Rule, names: Names): Conditions {
  const numbers = (list: readonly string[]): number[] => list.map((source) => names.numberOf(source));
  return {
    reply: rule.reply ?? null,
    enhanced: rule.enhanced ?? null,
    any: rule.any === undefined ? null : numbers(rule.any),
    also: (rule.with ?? []).map(numbers),
    none: numbers(rule.none ?? []),
  };
}
