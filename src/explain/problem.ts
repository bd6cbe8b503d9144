import { fit } from '../format/width.ts';
import { clean } from '../format/clean.ts';
import { nearest } from '../format/nearest.ts';
import { REASONS } from '../model/reason.ts';
import { ENHANCED_CODES } from './enhanced-code.ts';
import type { Language } from './language.ts';
import { mayBeSecret, REDACTED } from './secrets.ts';

/** Why one word could not be explained, and what to type instead. */
export interface Problem {
  readonly query: string;
  readonly message: string;
  readonly hint: string | null;
}

export function noReplyCode(code: number, language: Language): Problem {
  const query = String(code).padStart(3, '0');
  const isReply = code >= 200 && code < 600;
  const message = isReply ? NO_REPLY_CODE[language] : NO_CLASS[language];
  return { query, message: `${query}: ${message}`, hint: isReply ? READ_CLASS[language](query[0]!) : null };
}

export function noEnhancedCode(code: string, language: Language): Problem {
  const close = nearestEnhanced(code);
  return {
    query: code,
    message: `${code}: ${NO_ENHANCED_CODE[language]}`,
    hint: close === null ? null : DID_YOU_MEAN[language](close),
  };
}

/** No code, no reason: a typo, or base64 that had better not be shown. */
export function unknownWord(word: string, language: Language): Problem {
  const close = nearest(word.toLowerCase(), REASONS);
  if (close !== null) return problem(word, UNKNOWN_WORD[language], DID_YOU_MEAN[language](close));
  if (mayBeSecret(word)) return problem(REDACTED, NO_CHALLENGE[language], NO_DECODING[language]);
  return problem(word, UNKNOWN_WORD[language], WHAT_TO_TYPE[language]);
}

export function unknownText(text: string, language: Language): Problem {
  return problem(text, NOTHING_FOUND[language], WHAT_TO_TYPE[language]);
}

function problem(word: string, message: string, hint: string): Problem {
  const query = clean(word);
  return { query, message: `${fit(query, SHOWN)}: ${message}`, hint };
}

/** `4.2.22` was meant to be `4.2.2`; the class is never changed. */
function nearestEnhanced(code: string): string | null {
  const digit = code.charAt(0);
  if (!'245'.includes(digit)) return null;
  const known = ENHANCED_CODES.map((facts) => digit + facts.code.slice(1));
  return known.findLast((each) => code.startsWith(each)) ?? null;
}

const SHOWN = 60;

type InBoth<T> = Readonly<Record<Language, T>>;

const NO_REPLY_CODE: InBoth<string> = {
  en: 'no reply code by RFC 5321, and none known in use',
  'pt-BR': 'não é código de resposta da RFC 5321, nem conhecido em uso',
};
const NO_CLASS: InBoth<string> = {
  en: 'no reply code by RFC 5321: the first digit is 2, 3, 4 or 5',
  'pt-BR': 'não é código de resposta da RFC 5321: o primeiro dígito é 2, 3, 4 ou 5',
};
const READ_CLASS: InBoth<(digit: string) => string> = {
  en: (digit) => `treat it as any ${digit}xx, and read the enhanced code and the text behind it`,
  'pt-BR': (digit) => `trate-o como qualquer ${digit}xx, e leia o código estendido e o texto que o segue`,
};
const NO_ENHANCED_CODE: InBoth<string> = {
  en: 'no enhanced code of the IANA registry, and none known in use',
  'pt-BR': 'não é código estendido do registro da IANA, nem conhecido em uso',
};
const DID_YOU_MEAN: InBoth<(word: string) => string> = {
  en: (word) => `did you mean ${word}?`,
  'pt-BR': (word) => `quis dizer ${word}?`,
};
const UNKNOWN_WORD: InBoth<string> = {
  en: 'neither a code nor a reason',
  'pt-BR': 'não é código nem motivo',
};
const WHAT_TO_TYPE: InBoth<string> = {
  en: 'codes: 452, 4.2.2, 4xx, 5.7.*; reasons: storage-mailbox-full; whole replies in quotes',
  'pt-BR': 'códigos: 452, 4.2.2, 4xx, 5.7.*; motivos: storage-mailbox-full; respostas inteiras entre aspas',
};
const NO_CHALLENGE: InBoth<string> = {
  en: 'no challenge that a server sends',
  'pt-BR': 'não é desafio enviado por servidor',
};
const NO_DECODING: InBoth<string> = {
  en: 'it may be the answer of a client, a password: mailtop does not decode it',
  'pt-BR': 'pode ser a resposta de um cliente, uma senha: o mailtop não a decodifica',
};
const NOTHING_FOUND: InBoth<string> = {
  en: 'no code in it, and no rule knows the words',
  'pt-BR': 'sem código, e nenhuma regra conhece as palavras',
};
