import { isUnsafe } from '../terminal/glyph-width.ts';

/**
 * A text from the log, which attackers write, made harmless and readable: what would steer the terminal or turn the
 * direction of writing is spelled out, `\x1b`, `U+202E`.
 */
export function logText(text: string): string {
  let readable = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!isUnsafe(code)) readable += character;
    else if (code < 0x100) readable += `\\x${code.toString(16).padStart(2, '0')}`;
    else readable += `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return readable;
}
