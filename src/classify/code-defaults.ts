import type { Reason } from '../model/reason.ts';
import { CLASS_DEFAULTS } from '../knowledge/class-defaults.ts';
import { ENHANCED_DEFAULTS } from '../knowledge/enhanced-defaults.ts';
import { REPLY_DEFAULTS } from '../knowledge/reply-defaults.ts';
import { fitsEnhanced } from './code-pattern.ts';

/** What the codes alone mean, as `[reason, rule]`: the enhanced code, then the reply code, then the first digit of either. */
export function codeDefault(
  replyCode: number | null,
  enhancedCode: string | null,
): readonly [Reason, string] {
  const key = enhancedCode === null ? null : enhancedKey(enhancedCode);
  if (key !== null) return [ENHANCED_DEFAULTS[key]!, `enhanced:${key}`];
  const byReply = replyCode === null ? undefined : REPLY_DEFAULTS[replyCode];
  if (byReply !== undefined) return [byReply, `reply:${replyCode}`];
  const digit = replyCode === null ? Number(enhancedCode?.charAt(0) ?? 0) : Math.floor(replyCode / 100);
  return [CLASS_DEFAULTS[digit] ?? 'unclassified', digit === 0 ? 'class:none' : `class:${digit}`];
}

function enhancedKey(code: string): string | null {
  if (code in ENHANCED_DEFAULTS) return code;
  for (const key of WIDE_KEYS) if (fitsEnhanced(key, code)) return key;
  return null;
}

/** Ranges before single codes of any class, those before whole subjects. */
const WIDE_KEYS: readonly string[] = Object.keys(ENHANCED_DEFAULTS)
  .filter((key) => /[x-]/.test(key))
  .sort((a, b) => width(a) - width(b));

function width(key: string): number {
  return key.split('x').length - (key.includes('-') ? 0.5 : 0);
}
