// The user name in what a client sent to log in. The password in it is never decoded into anything that is kept.

/** The user name of a PLAIN answer (`authzid NUL authcid NUL password` in base64), or null. */
export function plainUsername(answer: string): string | null {
  const bytes = decodeBase64(answer);
  if (bytes === null) return null;
  const first = bytes.indexOf(0);
  const second = first === -1 ? -1 : bytes.indexOf(0, first + 1);
  return second === -1 || second === first + 1 ? null : UTF8.decode(bytes.subarray(first + 1, second));
}

/** The user name of the first LOGIN answer, or null. */
export function loginUsername(answer: string): string | null {
  const bytes = decodeBase64(answer);
  return bytes === null || bytes.length === 0 ? null : UTF8.decode(bytes);
}

/** Whether a challenge asks for the user's name. Its words are the administrator's; a password is never taken for a name. */
export function asksForName(challenge: string): boolean {
  const bytes = decodeBase64(challenge);
  if (bytes === null) return false;
  const words = UTF8.decode(bytes).toLowerCase();
  return /user|name|login/.test(words) && !words.includes('pass');
}

/** Whether a word looks like an answer that was sent where a command was expected. */
export function looksLikeAnswer(word: string): boolean {
  return word.length >= SHORTEST_ANSWER && decodeBase64(word) !== null;
}

function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !BASE64.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let written = 0;
  let bits = 0;
  for (let at = 0; at < text.length - padding; at++) {
    bits = ((bits << 6) | ALPHABET.indexOf(text.charAt(at))) & 0xffffff;
    if (at % 4 > 0) bytes[written++] = (bits >> (6 - 2 * (at % 4))) & 0xff;
  }
  return bytes;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SHORTEST_ANSWER = 8;
const UTF8 = new TextDecoder();
