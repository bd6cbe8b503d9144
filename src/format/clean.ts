// Log text is written by attackers: what could move the cursor, colour the screen or turn the text around is shown, not
// sent.

/** `text` without control, bidi and invisible characters: ESC as `\x1b`, the others as `U+202E`. One line stays one. */
export function clean(text: string): string {
  return NOT_PLAIN.test(text) ? text.replace(HARMFUL, show) : text;
}

/** As `clean`, in ASCII only: all else is shown as `U+00E9`. */
export function cleanAscii(text: string): string {
  return NOT_PLAIN.test(text) ? text.replace(NOT_ASCII, show) : text;
}

const NOT_PLAIN = /[^ -~]/;

/**
 * Controls (C0, DEL, C1), line and paragraph separators, everything invisible (bidi marks, zero-width ones, fillers,
 * variation selectors, tags), what is not assigned to a character, and halves of surrogate pairs.
 */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const NOT_ASCII = /[^ -~]/gu;

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code < 0x80 ? `\\x${hex.padStart(2, '0')}` : `U+${hex.toUpperCase().padStart(4, '0')}`;
}
