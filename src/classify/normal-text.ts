import { foldToAscii } from './fold-text.ts';
import { endOfAddress, endOfDomain, endOfName, endOfQuad, isDigit, isNameCode } from './names.ts';
import { stripCodes } from './strip-codes.ts';

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
    const words = stripCodes(text, replyCode);
    if (!this.#readAscii(words)) this.#readAscii(foldToAscii(words.slice(0, LONGEST)), true);
  }

  toString(): string {
    return String.fromCharCode(...this.codes.subarray(0, this.length));
  }

  /** False at the first character outside ASCII, unless `folded`. */
  #readAscii(text: string, folded = false): boolean {
    const codes = this.codes;
    // No sign is longer than what it stands for; the blanks at both ends need room.
    const end = Math.min(text.length, LONGEST - 2);
    codes[0] = SPACE;
    let length = 1;
    for (let i = 0; i < end; i++) {
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

const LONGEST = 2048;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const FULL_STOP = 46;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const AT = 64;
const UPPER_A = 65;
const UPPER_Z = 90;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const LOWER_A = 97;
const LOWER_Z = 122;
const LAST_ASCII = 126;
const ANY_ADDRESS: readonly number[] = Array.from('0.0.0.0', (sign) => sign.charCodeAt(0));
