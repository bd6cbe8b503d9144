/** A reply's codes, and where its words begin. */
export interface ParsedReply {
  readonly replyCode: number | null;
  readonly enhancedCode: string | null;
}

/**
 * The codes at the start of a reply as it is printed. The enhanced code is one of the first three words after the reply
 * code, or stands in parentheses anywhere (`(#5.1.1)`); an address or a version number in mid-text is none. One that
 * contradicts the reply (`550 2.1.5`) is dropped, but 4 and 5 may mix: Exchange and SES say `550 4.4.7`.
 */
export function parseReply(text: string): ParsedReply {
  const replyCode = replyCodeAt(text, 0);
  const enhancedCode =
    enhancedAmongFirstWords(text, replyCode === null ? 0 : 4) ?? enhancedInParentheses(text);
  return { replyCode, enhancedCode: agrees(replyCode, enhancedCode) ? enhancedCode : null };
}

/** The three digits at `start`, when a reply can begin with them. */
export function replyCodeAt(text: string, start: number): number | null {
  const first = text.charCodeAt(start) - DIGIT_ZERO;
  const second = text.charCodeAt(start + 1) - DIGIT_ZERO;
  const third = text.charCodeAt(start + 2) - DIGIT_ZERO;
  if (!(first >= 2 && first <= 5 && second >= 0 && second <= 9 && third >= 0 && third <= 9)) return null;
  if (text.length > start + 3 && !AFTER_CODE.includes(text.charAt(start + 3))) return null;
  return first * 100 + second * 10 + third;
}

/**
 * Where the reply begins in a line that quotes it (`host mx[192.0.2.1] said: 550 …`, `… after RCPT TO:<a@b>: 550 …`); 0 when
 * the text is the reply.
 */
export function replyStart(text: string): number {
  if (replyCodeAt(text, 0) !== null) return 0;
  const quoted = QUOTED.exec(text);
  return quoted === null ? 0 : quoted.index + quoted[1]!.length;
}

/** False for a reply of nothing but codes. */
export function hasWords(text: string): boolean {
  return !ONLY_CODES.test(text);
}

/** Success and failure may not mix; temporary and permanent may. */
export function agrees(replyCode: number | null, enhancedCode: string | null): boolean {
  if (replyCode === null || enhancedCode === null) return true;
  return replyCode < 300 === enhancedCode.startsWith('2');
}

function enhancedAmongFirstWords(text: string, start: number): string | null {
  const words = start === 0 ? 1 : 3;
  let at = start;
  for (let word = 0; word < words; word++) {
    while (text.charAt(at) === ' ') at++;
    const match = enhancedAt(text, at);
    if (match !== null) return match;
    at = text.indexOf(' ', at);
    if (at === -1) return null;
  }
  return null;
}

function enhancedInParentheses(text: string): string | null {
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', open + 1)) {
    const match = enhancedAt(text, open + 1);
    if (match !== null) return match;
  }
  return null;
}

function enhancedAt(text: string, at: number): string | null {
  ENHANCED.lastIndex = text.charAt(at) === '#' ? at + 1 : at;
  return ENHANCED.exec(text)?.[0] ?? null;
}

const DIGIT_ZERO = 48;
const ONLY_CODES = /^[\s\d.#-]*$/;
const QUOTED = /^(.{0,300}?(?: said: | after [A-Z][^:]{0,80}(?::<[^>]{0,254}>)?[^:]{0,80}: ))[2-5]\d\d[ -]/;
const AFTER_CODE = ' -\t:;,\r\n';
/** Not the beginning of an address or a longer number. */
const ENHANCED = /[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d|\w)/y;
