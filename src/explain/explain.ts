import { nearest } from '../format/nearest.ts';
import { REASONS } from '../model/reason.ts';
import { challengeEntry } from './challenge.ts';
import { enhancedClassEntry, replyClassEntry } from './class.ts';
import { compare, type Difference, type Use } from './compare.ts';
import { enhancedCodeEntry } from './enhanced-code.ts';
import type { Entry } from './entry.ts';
import type { Language } from './language.ts';
import { noEnhancedCode, noReplyCode, unknownText, unknownWord, type Problem } from './problem.ts';
import { readQueries, type Query } from './query.ts';
import { replyClass, replyCodeEntry } from './reply-code.ts';

/** `mailtop-explain/1`. */
export interface Explanation {
  readonly schema: 'mailtop-explain/1';
  readonly lang: Language;
  readonly entries: readonly Entry[];
  /** Point by point; empty for a single entry. */
  readonly differences: readonly Difference[];
  readonly which: readonly Use[];
  readonly problems: readonly Problem[];
}

/** Explains codes, classes, reasons, challenges and whole replies, in the order given, each once. */
export async function explain(words: readonly string[], lang: Language): Promise<Explanation> {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const query of queriesOf(words)) {
    const { entry, problem } = await explainOne(query, lang);
    if (problem !== null) problems.push(problem);
    if (entry === null) continue;
    const isNew = !entries.some((other) => other.kind === entry.kind && other.query === entry.query);
    if (isNew) entries.push(entry);
  }
  return { schema: 'mailtop-explain/1', lang, entries, ...compare(entries, lang), problems };
}

/** A reply pasted without quotes comes as many words, most of them unknown: then they are one text. */
function queriesOf(words: readonly string[]): readonly Query[] {
  const queries = words.flatMap((word) => readQueries(word));
  const strange = queries.filter(
    (query) => query.kind === 'unknown' && nearest(query.word, REASONS) === null,
  );
  return strange.length < 2 ? queries : [{ kind: 'text', text: words.join(' ') }];
}

interface Found {
  readonly entry: Entry | null;
  readonly problem: Problem | null;
}

async function explainOne(query: Query, lang: Language): Promise<Found> {
  switch (query.kind) {
    case 'reply-code':
      return found(replyCodeEntry(query.code, lang)) ?? undefinedReply(query.code, lang);
    case 'enhanced-code':
      return found(knownEnhanced(query.code, lang)) ?? undefinedEnhanced(query.code, lang);
    case 'reply-class':
      return { entry: replyClassEntry(query.pattern, lang), problem: null };
    case 'enhanced-class':
      return enhancedClass(query.pattern, lang);
    case 'challenge':
      return { entry: challengeEntry(query.word, query.facts, lang), problem: null };
    // The rules of all reasons are loaded only where they are asked.
    case 'reason': {
      const { reasonEntry } = await import('./reason.ts');
      return { entry: reasonEntry(query.reason, lang), problem: null };
    }
    case 'text': {
      const { textEntry } = await import('./text.ts');
      const entry = textEntry(query.text, lang);
      return entry.known
        ? { entry, problem: null }
        : { entry: null, problem: unknownText(entry.query, lang) };
    }
    case 'unknown':
      return { entry: null, problem: unknownWord(query.word, lang) };
  }
}

function found(entry: Entry | null): Found | null {
  return entry === null ? null : { entry, problem: null };
}

/** Nobody defined it; its class says most of what there is to know. */
function undefinedReply(code: number, lang: Language): Found {
  const problem = noReplyCode(code, lang);
  if (code < 200 || code >= 600) return { entry: null, problem };
  const ofClass = replyClassEntry(`${Math.floor(code / 100)}xx`, lang);
  return { entry: { ...undefinedOf(ofClass, String(code)), class: replyClass(code, lang) }, problem };
}

function undefinedEnhanced(code: string, lang: Language): Found {
  const problem = noEnhancedCode(code, lang);
  const [class_ = '', subject = ''] = code.split('.');
  if (!isEnhancedClass(class_)) return { entry: null, problem };
  const pattern = Number(subject) <= LAST_SUBJECT ? `${class_}.${subject}.x` : `${class_}.x.x`;
  if (pattern === 'x.x.x') return { entry: null, problem };
  return { entry: undefinedOf(enhancedClassEntry(pattern, lang), code), problem };
}

function undefinedOf(ofClass: Entry, code: string): Entry {
  return { ...ofClass, query: code, known: false, code, members: [] };
}

function knownEnhanced(code: string, lang: Language): Entry | null {
  return isEnhancedClass(code.charAt(0)) ? enhancedCodeEntry(code, lang) : null;
}

function enhancedClass(pattern: string, lang: Language): Found {
  const entry = isEnhancedClass(pattern.charAt(0)) ? enhancedClassEntry(pattern, lang) : null;
  return entry === null || entry.members.length === 0
    ? { entry: null, problem: noEnhancedCode(pattern, lang) }
    : { entry, problem: null };
}

/** Of success, temporary and permanent failure, or any of them. */
function isEnhancedClass(sign: string): boolean {
  return sign === '2' || sign === '4' || sign === '5' || sign === 'x';
}

const LAST_SUBJECT = 7;
