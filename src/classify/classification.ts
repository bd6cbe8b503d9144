import type { Classification } from '../model/reason.ts';
import { keep } from '../model/keep.ts';
import type { RuleOfReason } from '../knowledge/rules.ts';
import { codeDefault } from './code-defaults.ts';
import { agrees } from './parse-reply.ts';

/** What a rule says. */
export function byRule(
  replyCode: number | null,
  enhancedCode: string | null,
  { reason, rule }: RuleOfReason,
): Classification {
  return {
    replyCode,
    enhancedCode: kept(enhancedCode),
    reason,
    rule: `${rule.layer}:${rule.id}`,
    provider: rule.providers?.join(', ') ?? null,
  };
}

/** What is left when no rule holds. */
export function byCodes(replyCode: number | null, enhancedCode: string | null): Classification {
  const [reason, rule] = codeDefault(replyCode, agrees(replyCode, enhancedCode) ? enhancedCode : null);
  return { replyCode, enhancedCode: kept(enhancedCode), reason, rule, provider: null };
}

function kept(enhancedCode: string | null): string | null {
  return enhancedCode === null ? null : keep(enhancedCode);
}
