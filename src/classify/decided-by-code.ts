import type { Classification } from '../model/reason.ts';
import type { RuleOfReason } from '../knowledge/rules.ts';
import { byRule } from './classification.ts';
import { fitsReply } from './code-pattern.ts';

/** The replies whose text nobody needs to read: `250`, `220`, `354`; nearly all that a healthy server says. */
export class DecidedByCode {
  readonly #rules = new Map<number, RuleOfReason>();
  readonly #bare = new Map<number, Classification>();
  readonly #withEnhanced = new Map<string, Classification>();

  constructor(rules: readonly RuleOfReason[]) {
    for (let code = 200; code < 600; code++) {
      const rule = firstDecisive(rules, code);
      if (rule !== null) this.#rules.set(code, rule);
    }
    for (const [code, rule] of this.#rules) this.#bare.set(code, byRule(code, null, rule));
  }

  get(replyCode: number | null, enhancedCode: string | null): Classification | null {
    const bare = replyCode === null ? undefined : this.#bare.get(replyCode);
    if (replyCode === null || bare === undefined) return null;
    if (enhancedCode === null) return bare;
    const known = this.#withEnhanced.get(enhancedCode);
    if (known?.replyCode === replyCode) return known;
    const made = byRule(replyCode, enhancedCode, this.#rules.get(replyCode)!);
    if (this.#withEnhanced.size < MOST_ENHANCED) this.#withEnhanced.set(made.enhancedCode!, made);
    return made;
  }
}

/** The rule that decides for `code` whatever the text says, or null when the text may matter. */
function firstDecisive(rules: readonly RuleOfReason[], code: number): RuleOfReason | null {
  for (const found of rules) {
    const { rule } = found;
    if (rule.reply === undefined) return null;
    if (!rule.reply.some((pattern) => fitsReply(pattern, code))) continue;
    const byCodeAlone = rule.any === undefined && rule.with === undefined && rule.none === undefined;
    return byCodeAlone && rule.enhanced === undefined ? found : null;
  }
  return null;
}

const MOST_ENHANCED = 1000;
