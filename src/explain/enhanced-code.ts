import { codeDefault } from '../classify/code-defaults.ts';
import { fitsEnhanced } from '../classify/code-pattern.ts';
import { CLASSES } from '../knowledge/codes/classes.ts';
import type { EnhancedCodeFacts } from '../knowledge/codes/enhanced-code-facts.ts';
import { ENHANCED_MAIL } from '../knowledge/codes/enhanced-mail.ts';
import { ENHANCED_SECURITY } from '../knowledge/codes/enhanced-security.ts';
import { ENHANCED_UNREGISTERED } from '../knowledge/codes/enhanced-unregistered.ts';
import { REMEDIES } from '../knowledge/codes/remedies.ts';
import { SUBJECTS } from '../knowledge/codes/subjects.ts';
import type { Reason } from '../model/reason.ts';
import { newEntry, type Entry, type Named } from './entry.ts';
import { fixText } from './fix.ts';
import type { Language } from './language.ts';
import { isClassDigit } from './reply-code.ts';
import { sourceText } from './sources.ts';

export const ENHANCED_CODES: readonly EnhancedCodeFacts[] = [...ENHANCED_MAIL, ...ENHANCED_SECURITY];

/** One enhanced code, `4.2.2`, or `x.2.2` for temporary and permanent alike; null for one that nobody defined. */
export function enhancedCodeEntry(code: string, language: Language): Entry | null {
  const facts = enhancedFacts(code);
  if (facts === null) return unregisteredEntry(code, language);
  return newEntry({
    ...commonParts(code, reasonOf(code), language),
    name: facts.title[language],
    description: facts.meaning[language],
    when: whenText(code, facts, language),
    confused_with: facts.confusedWith.map((other) => namedEnhanced(inClassOf(code, other), language)),
    status: REGISTERED[language],
    sources: facts.sources.map((source) => sourceText(source, language)),
  });
}

export function enhancedFacts(code: string): EnhancedCodeFacts | null {
  const registered = `X${code.slice(code.indexOf('.'))}`;
  return ENHANCED_CODES.find((facts) => facts.code === registered) ?? null;
}

/** `4.x.x, persistent transient failure: mailbox`. */
export function enhancedClass(code: string, language: Language): string | null {
  const digit = Number(code.charAt(0));
  const subject = SUBJECTS[Number(code.split('.')[1])]?.name[language];
  const about = subject === undefined ? '' : `: ${subject}`;
  if (isClassDigit(digit)) return `${digit}.x.x, ${CLASSES[digit].enhancedName[language]}${about}`;
  return code.charAt(0) === 'x' && subject !== undefined ? subject : null;
}

export function namedEnhanced(code: string, language: Language): Named {
  return { code, name: enhancedFacts(code)?.title[language] ?? '' };
}

/** `X.3.1` in the class of `4.2.2`: `4.3.1`. */
function inClassOf(code: string, other: string): string {
  return code.charAt(0) + other.slice(1);
}

function unregisteredEntry(code: string, language: Language): Entry | null {
  const asked = code.startsWith('x') ? `5${code.slice(1)}` : code;
  if (asked.startsWith('2')) return null;
  // A code of its own goes before a range.
  const fitting = ENHANCED_UNREGISTERED.filter((each) => fitsEnhanced(each.code, asked));
  const facts = fitting.find((each) => !each.code.includes('-')) ?? fitting[0];
  if (facts === undefined) return null;
  const meaning = facts.meaning[language];
  return newEntry({
    ...commonParts(code, facts.reason, language),
    name: meaning,
    description: MADE_UP[language](facts.usedBy, meaning),
    status: UNREGISTERED[language],
    sources: [facts.usedBy],
  });
}

function commonParts(code: string, reason: Reason | null, language: Language) {
  const [digit, subject] = code.split('.').map(Number) as [number, number];
  const facts = isClassDigit(digit) ? CLASSES[digit] : null;
  const about = SUBJECTS[subject];
  const remedy = digit === 2 || reason === null ? (facts ?? CLASSES[5]).remedy : REMEDIES[reason];
  return {
    query: code,
    kind: 'enhanced-code' as const,
    code,
    class: enhancedClass(code, language),
    stage: about?.stage[language] ?? null,
    said_by: SPEAKER[language],
    who_acts: digit === 2 ? null : (about?.owner[language] ?? null),
    fix: fixText(remedy, language),
    retry: facts?.retry[language] ?? BY_CLASS[language],
    reason,
  };
}

/** What `classify` makes of the code alone; null where temporary and permanent differ. */
function reasonOf(code: string): Reason | null {
  if (!code.startsWith('x')) return codeDefault(null, code)[0];
  const [temporary] = codeDefault(null, `4${code.slice(1)}`);
  const [permanent] = codeDefault(null, `5${code.slice(1)}`);
  return temporary === permanent ? permanent : null;
}

function whenText(code: string, facts: EnhancedCodeFacts, language: Language): string {
  const digit = code.charAt(0);
  const behind = BEHIND[language](digit === 'x' ? '2xx, 4xx, 5xx' : `${digit}xx`);
  return facts.replyCodes.length === 0
    ? behind
    : `${behind} ${NAMED_BESIDE[language](facts.code, facts.replyCodes.join(', '))}`;
}

type InBoth<T> = Readonly<Record<Language, T>>;

const REGISTERED: InBoth<string> = { en: 'in the IANA registry', 'pt-BR': 'no registro da IANA' };
const UNREGISTERED: InBoth<string> = {
  en: 'in use, not in the IANA registry',
  'pt-BR': 'em uso, fora do registro da IANA',
};
const SPEAKER: InBoth<string> = {
  en: 'the receiving server; in bounces also the sending one',
  'pt-BR': 'o servidor que recebe; em devoluções também o que envia',
};
const BY_CLASS: InBoth<string> = {
  en: '4: yes; 5: no, not unchanged',
  'pt-BR': '4: sim; 5: não, não sem mudar algo',
};
const MADE_UP: InBoth<(by: string, meaning: string) => string> = {
  en: (by, meaning) => `A code of ${by} alone. It says: ${meaning}.`,
  'pt-BR': (by, meaning) => `Um código só de ${by}. Ele diz: ${meaning}.`,
};
const BEHIND: InBoth<(codes: string) => string> = {
  en: (codes) => `Behind a reply code (${codes}) and in delivery reports.`,
  'pt-BR': (codes) => `Depois de um código de resposta (${codes}) e em avisos de entrega.`,
};
const NAMED_BESIDE: InBoth<(code: string, codes: string) => string> = {
  en: (code, codes) => `The registry names ${code} with ${codes}.`,
  'pt-BR': (code, codes) => `O registro cita ${code} com ${codes}.`,
};
