import { Buffer } from 'node:buffer';
import { CHALLENGES, type ChallengeFacts } from '../knowledge/codes/challenges.ts';
import { newEntry, type Entry } from './entry.ts';
import { replyClass, replyCodeEntry } from './reply-code.ts';
import type { Language } from './language.ts';
import { sourceText } from './sources.ts';

/** A base64 word that a server sends behind 334; null for all others, which may be the secrets of a client. */
export function challengeFacts(word: string): ChallengeFacts | null {
  const text = decoded(word);
  return text === null ? null : (CHALLENGES.find(({ pattern }) => pattern.test(text)) ?? null);
}

export function challengeEntry(word: string, facts: ChallengeFacts, language: Language): Entry {
  const base = replyCodeEntry(334, language);
  return newEntry({
    query: word,
    kind: 'challenge',
    code: word,
    name: facts.name[language],
    class: replyClass(334, language),
    description: facts.description[language],
    when: BEHIND[language](facts.mechanism),
    stage: base?.stage ?? null,
    said_by: base?.said_by ?? null,
    fix: base?.fix ? { ...base.fix, sender: `${ANSWER[language]} ${facts.answer[language]}` } : null,
    retry: base?.retry ?? null,
    reason: facts.mechanism.startsWith('XOAUTH2') ? 'auth-failed' : 'auth-challenge',
    confused_with: base?.confused_with ?? [],
    sources: [sourceText(facts.source, language)],
  });
}

/** What base64 hides, one character per byte; null for what is no base64. */
export function decoded(word: string): string | null {
  if (word.length < SHORTEST || word.length % 4 !== 0 || !BASE64.test(word)) return null;
  return Buffer.from(word, 'base64').toString('latin1');
}

const SHORTEST = 8;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const BEHIND: Readonly<Record<Language, (mechanism: string) => string>> = {
  en: (mechanism) => `Behind 334 in a login by ${mechanism}.`,
  'pt-BR': (mechanism) => `Depois de 334, em um login por ${mechanism}.`,
};

const ANSWER: Readonly<Record<Language, string>> = {
  en: 'The client answers:',
  'pt-BR': 'O cliente responde:',
};
