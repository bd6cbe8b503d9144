import { REASONS } from '../model/reason.ts';
import type { Reason } from '../model/reason.ts';
import type { Rule } from './rule.ts';
import { REASON_FACTS } from './reasons/index.ts';

export interface RuleOfReason {
  readonly reason: Reason;
  readonly rule: Rule;
}

/** The rules of all reasons in the order in which they are asked. */
export const RULES: readonly RuleOfReason[] = REASONS.flatMap((reason) =>
  REASON_FACTS[reason].rules.map((rule) => ({ reason, rule })),
).sort((a, b) => a.rule.order - b.rule.order);
