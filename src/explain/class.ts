import { fitsEnhanced, fitsReply } from '../classify/code-pattern.ts';
import { CLASSES, SECOND_DIGITS } from '../knowledge/codes/classes.ts';
import { ENHANCED_UNREGISTERED } from '../knowledge/codes/enhanced-unregistered.ts';
import { REPLY_CODES } from '../knowledge/codes/reply-codes.ts';
import { SUBJECTS } from '../knowledge/codes/subjects.ts';
import { ENHANCED_CODES, enhancedClass, namedEnhanced } from './enhanced-code.ts';
import { newEntry, type Entry, type Named } from './entry.ts';
import { fixText } from './fix.ts';
import type { Language } from './language.ts';
import { isClassDigit, namedReply, replyClass } from './reply-code.ts';
import { sourceText } from './sources.ts';

/** All reply codes of a pattern, `4xx` or `45x`; the pattern's first sign is 2 to 5. */
export function replyClassEntry(pattern: string, language: Language): Entry {
  const digit = Number(pattern.charAt(0));
  const facts = CLASSES[isClassDigit(digit) ? digit : 5];
  const second = pattern.charAt(1) === 'x' ? undefined : SECOND_DIGITS[Number(pattern.charAt(1))];
  return newEntry({
    query: pattern,
    kind: 'class',
    code: pattern,
    name: second === undefined ? facts.name[language] : `${facts.name[language]}, ${second[language]}`,
    class: replyClass(pattern, language),
    description: facts.description[language],
    fix: fixText(facts.remedy, language),
    retry: facts.retry[language],
    members: REPLY_CODES.filter(({ code }) => fitsReply(pattern, code)).map(({ code }) =>
      namedReply(code, language),
    ),
    sources: [sourceText({ rfc: 5321, sections: ['4.2.1'] }, language)],
  });
}

/** All enhanced codes of a pattern: `4.x.x`, `5.7.x`, `x.2.x`. */
export function enhancedClassEntry(pattern: string, language: Language): Entry {
  const [first = 'x', second = 'x'] = pattern.split('.');
  const digit = Number(first);
  const facts = isClassDigit(digit) ? CLASSES[digit] : null;
  const subject = SUBJECTS[Number(second)];
  const sections = subject === undefined ? ['2'] : ['2', `3.${Number(second) + 1}`];
  const name = [facts?.enhancedName[language], subject?.name[language]];
  return newEntry({
    query: pattern,
    kind: 'class',
    code: pattern,
    name: name.filter((part) => part !== undefined).join(': '),
    class: enhancedClass(pattern, language),
    description: [facts?.description[language], subject && ABOUT[language](subject.name[language])]
      .filter((part) => part !== undefined)
      .join(' '),
    stage: subject?.stage[language] ?? null,
    who_acts: subject?.owner[language] ?? null,
    fix: facts === null ? null : fixText(facts.remedy, language),
    retry: facts?.retry[language] ?? null,
    members: [...registered(pattern, first, language), ...unregistered(pattern, language)],
    sources: [sourceText({ rfc: 3463, sections }, language)],
  });
}

function registered(pattern: string, first: string, language: Language): Named[] {
  return ENHANCED_CODES.map(({ code }) => `${first === 'x' ? 'x' : first}${code.slice(1)}`)
    .filter((code) => fitsEnhanced(pattern, code))
    .map((code) => namedEnhanced(code, language));
}

function unregistered(pattern: string, language: Language): Named[] {
  return ENHANCED_UNREGISTERED.map((facts) => ({
    // In the class that is asked for, where the code leaves it open.
    code: facts.code.startsWith('x') ? pattern.charAt(0) + facts.code.slice(1) : facts.code,
    name: `${facts.meaning[language]} (${facts.usedBy})`,
  })).filter(({ code }) => !code.startsWith('2') && fitsEnhanced(pattern, code));
}

const ABOUT: Readonly<Record<Language, (subject: string) => string>> = {
  en: (subject) => `It is about: ${subject}.`,
  'pt-BR': (subject) => `Trata de: ${subject}.`,
};
