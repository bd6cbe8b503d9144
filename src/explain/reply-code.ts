import { CLASSES, SECOND_DIGITS, type ClassDigit } from '../knowledge/codes/classes.ts';
import { RETRIES, SPEAKERS, STAGES, STATUSES } from '../knowledge/codes/phrases.ts';
import { REMEDIES } from '../knowledge/codes/remedies.ts';
import type { ReplyCodeFacts } from '../knowledge/codes/reply-code-facts.ts';
import { REPLY_CODES } from '../knowledge/codes/reply-codes.ts';
import { newEntry, type Entry, type Named } from './entry.ts';
import { fixText } from './fix.ts';
import type { Language } from './language.ts';
import { sourceText } from './sources.ts';

export function replyFacts(code: number): ReplyCodeFacts | null {
  return REPLY_CODES.find((facts) => facts.code === code) ?? null;
}

/** One reply code; null for one that nobody defined. */
export function replyCodeEntry(code: number, language: Language): Entry | null {
  const facts = replyFacts(code);
  if (facts === null) return null;
  return newEntry({
    query: String(code),
    kind: 'reply-code',
    code: String(code),
    name: facts.name[language],
    class: replyClass(code, language),
    status: STATUSES[facts.status][language],
    description: facts.description[language],
    when: facts.when[language],
    stage: stageText(facts, language),
    said_by: SPEAKERS[facts.saidBy][language],
    fix: fixText(REMEDIES[facts.reason], language, facts.remedy),
    retry: RETRIES[facts.retry][language],
    reason: facts.reason,
    confused_with: facts.confusedWith.map((other) => namedReply(other, language)),
    sources: facts.sources.map((source) => sourceText(source, language)),
  });
}

/** Of a code or a pattern: `4xx, transient negative (mail system)`; null for numbers that no server says. */
export function replyClass(code: number | string, language: Language): string | null {
  const [first = '', second = ''] = String(code);
  const digit = Number(first);
  const facts = isClassDigit(digit) ? CLASSES[digit] : null;
  if (facts === null) return null;
  const about = SECOND_DIGITS[Number(second)];
  return `${digit}xx, ${facts.name[language]}${about === undefined ? '' : ` (${about[language]})`}`;
}

export function stageText(facts: ReplyCodeFacts, language: Language): string {
  return facts.stages.map((stage) => STAGES[stage][language]).join(', ');
}

export function namedReply(code: number, language: Language): Named {
  return { code: String(code), name: replyFacts(code)?.name[language] ?? '' };
}

export function isClassDigit(digit: number): digit is ClassDigit {
  return digit >= 2 && digit <= 5;
}
