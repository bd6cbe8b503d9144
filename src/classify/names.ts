// Where the names inside a reply end: users, hosts, addresses. Positions are of the text, `end` behind its last character.

/** Index of the `>` that closes a name without blanks, or -1. A web address is no name: rules know some of them. */
export function endOfName(text: string, start: number, end: number): number {
  const last = Math.min(end, start + LONGEST_NAME);
  for (let i = start; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === GREATER_THAN) return i;
    if (code <= SPACE || (code === COLON && text.startsWith('://', i))) return -1;
  }
  return -1;
}

/** Index behind an IPv4 address that stands alone, or -1. */
export function endOfQuad(text: string, start: number, end: number): number {
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

/** Index behind a host name. */
export function endOfDomain(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isNameCode(lowered(text.charCodeAt(i))) && !text.startsWith('..', i)) i++;
  // A full stop ends the sentence, not the domain.
  while (i > start && text.charCodeAt(i - 1) === FULL_STOP) i--;
  return i;
}

/** Index of the `]` that closes an IP address, or -1. */
export function endOfAddress(text: string, start: number, end: number): number {
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
export function isNameCode(code: number): boolean {
  return NAME_CODES[code] === 1;
}

function lowered(code: number): number {
  return code >= UPPER_A && code <= UPPER_Z ? code + LOWER_A - UPPER_A : code;
}

export function isDigit(code: number): boolean {
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

/** A path of RFC 5321, with room for the notation. */
const LONGEST_NAME = 320;
const SPACE = 32;
const FULL_STOP = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const GREATER_THAN = 62;
const UPPER_A = 65;
const UPPER_Z = 90;
const BRACKET_CLOSE = 93;
const LOWER_A = 97;
const LOWER_F = 102;
const NAME_CODES = tableOf('abcdefghijklmnopqrstuvwxyz0123456789-._+=%');
