// The characters that Exim's fields begin and end with.

export const SPACE = 32;
export const QUOTE = 34;
export const PERCENT = 37;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const ASTERISK = 42;
export const DASH = 45;
export const DOT = 46;
export const SLASH = 47;
export const DIGIT_0 = 48;
export const DIGIT_9 = 57;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const BAR = 124;

/** False behind the end of the text, where the code is NaN. */
export function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}

export function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
