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
  if (word.startsWith(TOKEN)) return true;
  const text = decoded(word);
  return text !== null && READABLE.test(text) && /[A-Z]/.test(word) && /[a-z]/.test(word);
}

export const REDACTED = '[redacted]';

/** `AUTH PLAIN AHVzZXIAcGFzcw==`. */
const AFTER_AUTH = /(\bAUTH [A-Za-z0-9-]+ )[A-Za-z0-9+/=]{4,}/gi;
const NAMED_SECRET = /(\b(?:pass(?:word|wd)?|pwd|secret|token)=)[^\s,;)]+/gi;
const BASE64_WORD = /(?<![\w+/=-])[A-Za-z0-9+/._-]{8,}={0,2}(?![\w+/=])/g;
/** A web token: base64 of `{"alg"`, and its like. */
const TOKEN = 'eyJ';
/** Words, or the NUL and ^A that SASL puts between them. */
const READABLE = /^[\x00\x01\t -~]+$/;
