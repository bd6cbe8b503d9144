/**
 * A reply text made ready for the rules: codes at the start of its lines gone, lower case, accents folded, double quotes
 * gone, single spaces (one also before the first word and after the last), and whatever names somebody reduced to a sign:
 * `<user@host>` to `<>`, `user@host` to `@`, `host[192.0.2.1]` to `[]`, an IPv4 address to `0.0.0.0`. So
 * `spam@example.org: User unknown` does not speak of spam. Kept as character codes in one buffer that is reused for every text.
 */
export class NormalText {
  /** The text; only the first `length` are valid. */
  readonly codes: Uint16Array = new Uint16Array(LONGEST);
  length = 0;

  /** Takes over `text`, which may or may not begin with its codes. Longer texts are cut: the cause stands at the start. */
  read(text: string, replyCode: number | null): void {
    const lines = joinLines(text, replyCode);
    const start = afterCodes(lines);
    if (this.#readAscii(lines, start)) return;
    this.#readAscii(foldToAscii(lines.slice(start)), 0, true);
  }

  toString(): string {
    return String.fromCharCode(...this.codes.subarray(0, this.length));
  }

  /** False at the first character outside ASCII, unless `folded`. */
  #readAscii(text: string, start: number, folded = false): boolean {
    const codes = this.codes;
    const end = Math.min(text.length, start + LONGEST - 4);
    codes[0] = SPACE;
    let length = 1;
    for (let i = start; i < end; i++) {
      let code = text.charCodeAt(i);
      if (code >= UPPER_A && code <= UPPER_Z) {
        code += LOWER_A - UPPER_A;
      } else if (code >= LOWER_A && code <= LOWER_Z) {
        // The usual case: as it is.
      } else if (code <= SPACE) {
        if (codes[length - 1] === SPACE) continue;
        code = SPACE;
      } else if (isDigit(code)) {
        const close = isNameCode(codes[length - 1]!) ? -1 : endOfQuad(text, i, end);
        if (close !== -1) {
          for (const digit of ANY_ADDRESS) codes[length++] = digit;
          i = close - 1;
          continue;
        }
      } else if (code === DOUBLE_QUOTE) {
        continue;
      } else if (code === LESS_THAN) {
        const close = endOfName(text, i + 1, end);
        if (close !== -1) {
          codes[length++] = LESS_THAN;
          code = GREATER_THAN;
          i = close;
        }
      } else if (code === AT) {
        // Two full stops end a sentence: `not allowed...user@host`.
        while (
          isNameCode(codes[length - 1]!) &&
          !(codes[length - 1] === FULL_STOP && codes[length - 2] === FULL_STOP)
        )
          length--;
        i = endOfDomain(text, i + 1, end) - 1;
      } else if (code === BRACKET) {
        const close = isNameCode(codes[length - 1]!) ? endOfAddress(text, i + 1, end) : -1;
        if (close !== -1) {
          while (isNameCode(codes[length - 1]!)) length--;
          codes[length++] = BRACKET;
          code = BRACKET_CLOSE;
          i = close;
        }
      } else if (code > LAST_ASCII && !folded) {
        return false;
      }
      codes[length++] = code;
    }
    if (codes[length - 1] !== SPACE) codes[length++] = SPACE;
    this.length = length;
    return true;
  }
}

/** Removes the codes that the further lines of a multi-line reply repeat (`550-5.7.1 … 550 5.7.1 …`), and Exim's `\n`. */
function joinLines(text: string, replyCode: number | null): string {
  const joined = text.includes('\\n') ? text.replaceAll('\\n', ' ') : text;
  if (replyCode === null || joined.indexOf(String(replyCode), 1) === -1) return joined;
  return joined.replace(LINE_CODES, (all, before: string, code: string) =>
    Number(code) === replyCode ? before : all,
  );
}

function afterCodes(text: string): number {
  LEADING_CODES.lastIndex = 0;
  return LEADING_CODES.test(text) ? LEADING_CODES.lastIndex : 0;
}

/** Accents, typographic signs and capitals away; other scripts stay, in one composed-free form. */
export function foldToAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i');
}

/** Index of the `>` that closes a name without blanks, or -1. A web address is no name: rules know some of them. */
function endOfName(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === GREATER_THAN) return i;
    if (code <= SPACE || (code === COLON && text.startsWith('://', i))) return -1;
  }
  return -1;
}

/** Index behind an IPv4 address that stands alone, or -1. */
function endOfQuad(text: string, start: number, end: number): number {
  let i = start;
  for (let part = 0; part < 4; part++) {
    const first = i;
    while (i < end && isDigit(text.charCodeAt(i))) i++;
    if (i === first || i > first + 3) return -1;
    if (part < 3 && text.charCodeAt(i++) !== FULL_STOP) return -1;
  }
  const next = i < end ? text.charCodeAt(i) : SPACE;
  const endsSentence = next === FULL_STOP && !(i + 1 < end && isDigit(text.charCodeAt(i + 1)));
  return endsSentence || !isNameCode(lowered(next)) ? i : -1;
}

function endOfDomain(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isNameCode(lowered(text.charCodeAt(i))) && !text.startsWith('..', i)) i++;
  // A full stop ends the sentence, not the domain.
  while (i > start && text.charCodeAt(i - 1) === FULL_STOP) i--;
  return i;
}

/** Index of the `]` that closes an IP address, or -1. */
function endOfAddress(text: string, start: number, end: number): number {
  let separators = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BRACKET_CLOSE) return separators > 1 ? i : -1;
    if (code === FULL_STOP || code === COLON) separators++;
    else if (!isHex(code)) return -1;
  }
  return -1;
}

/** Lower-case letter, digit or a sign that stands inside local parts and host names. */
function isNameCode(code: number): boolean {
  return NAME_CODES[code] === 1;
}

function lowered(code: number): number {
  return code >= UPPER_A && code <= UPPER_Z ? code + LOWER_A - UPPER_A : code;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function isHex(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || (lower >= LOWER_A && lower <= LOWER_F);
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

const LONGEST = 2048;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const FULL_STOP = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const AT = 64;
const UPPER_A = 65;
const UPPER_Z = 90;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const LOWER_A = 97;
const LOWER_F = 102;
const LOWER_Z = 122;
const LAST_ASCII = 126;
const NAME_CODES = tableOf('abcdefghijklmnopqrstuvwxyz0123456789-._+=%');

const ANY_ADDRESS: readonly number[] = Array.from('0.0.0.0', (sign) => sign.charCodeAt(0));

const LEADING_CODES = /^[2-5]\d\d(?:[ \-\t:;,]+|$)(?:#?[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d|\w)[ :;,-]*)?/y;
const LINE_CODES = /(\s|^)([2-5]\d\d)[ -](?:#?[245]\.\d{1,3}\.\d{1,3}(?: |$))?/g;
const MARKS = /\p{M}+/gu;
const QUOTES = /[‘’‚‛′`´]/g;
const DOUBLE_QUOTES = /[“”„«»]/g;
const DASHES = /[‐-―]/g;
