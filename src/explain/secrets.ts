import { Buffer } from 'node:buffer';
import { challengeFacts, decoded } from './challenge.ts';

/** A pasted text without what a client may have answered: passwords, tokens, base64 that hides words. */
export function withoutSecrets(text: string): string {
  return text
    .replace(AFTER_AUTH, `$1${REDACTED}`)
    .replace(NAMED_SECRET, `$1${REDACTED}`)
    .replace(BASE64_WORD, (word) => (hidesWords(word) ? REDACTED : word));
}

/** True for base64 that is no known challenge and whose bytes are text. */
export function hidesWords(word: string): boolean {
  if (challengeFacts(word) !== null) return false;
  if (TOKEN.test(word)) return true;
  if (decoded(word) === null || !/[A-Z]/.test(word) || !/[a-z]/.test(word)) return false;
  return READABLE.test(Buffer.from(word, 'base64').toString('utf8'));
}

/** True for a lone word that had better not be repeated: base64, whatever it hides. */
export function mayBeSecret(word: string): boolean {
  return hidesWords(word) || (decoded(word) !== null && BASE64_SIGNS.test(word));
}

export const REDACTED = '[redacted]';

/** Padding, or both cases and digits. */
const BASE64_SIGNS = /=$|(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9+/])/;
/** `AUTH PLAIN AHVzZXIAcGFzcw==`. */
const AFTER_AUTH = /(\bAUTH [A-Za-z0-9-]+ )[A-Za-z0-9+/=]{4,}/gi;
const NAMED_SECRET = /(\b(?:pass(?:word|wd)?|pwd|secret|token)=)[^\s,;)]+/gi;
const BASE64_WORD = /(?<![\w+/=-])[A-Za-z0-9+/._-]{8,}={0,2}(?![\w+/=])/g;
/** A web token (`{"` in base64), or a message of NTLM. */
const TOKEN = /^(?:eyJ|TlRMTVNTUA)/;
/** Words in UTF-8, or the NUL and ^A that SASL puts between them; bytes that are no UTF-8 become U+FFFD. */
const READABLE = /^[\x00\x01\t -~\u00a0-\ufffc]+$/;
