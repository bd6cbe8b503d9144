import { OWNERS, REASON_RETRIES } from '../knowledge/codes/reason-phrases.ts';
import { ENHANCED_DEFAULTS } from '../knowledge/enhanced-defaults.ts';
import { REMEDIES } from '../knowledge/codes/remedies.ts';
import { REPLY_CODES } from '../knowledge/codes/reply-codes.ts';
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import { REASONS, type Reason } from '../model/reason.ts';
import { namedEnhanced } from './enhanced-code.ts';
import { newEntry, type Entry, type Named } from './entry.ts';
import { fixText } from './fix.ts';
import type { Language } from './language.ts';
import { namedReply } from './reply-code.ts';

/** One of mailtop's own reasons. */
export function reasonEntry(reason: Reason, language: Language): Entry {
  const facts = REASON_FACTS[reason];
  return newEntry({
    query: reason,
    kind: 'reason',
    code: reason,
    name: facts.title[language],
    class: NATURES[facts.nature][language],
    description: facts.definition[language],
    when: EXAMPLE[language](facts.example),
    who_acts: whoActs(reason, language),
    fix: fixText(REMEDIES[reason], language),
    retry: REASON_RETRIES[facts.retry]?.[language] ?? facts.retry,
    reason,
    confused_with: confusedReasons(reason, language),
    members: usualCodes(reason, language),
    sources: [SOURCE[language]],
  });
}

export function whoActs(reason: Reason, language: Language): string {
  const { owner } = REASON_FACTS[reason];
  return OWNERS[owner]?.[language] ?? owner;
}

export function confusedReasons(reason: Reason, language: Language): Named[] {
  const words = (REASON_FACTS[reason].confusedWith ?? '').split(/[^a-z-]+/);
  return REASONS.filter((other) => other !== reason && words.includes(other)).map((other) => ({
    code: other,
    name: REASON_FACTS[other].title[language],
  }));
}

/** The codes that stand for it when the text says nothing. */
function usualCodes(reason: Reason, language: Language): Named[] {
  const replies = REPLY_CODES.filter((facts) => facts.reason === reason);
  const enhanced = Object.keys(ENHANCED_DEFAULTS).filter(
    (key) => ENHANCED_DEFAULTS[key] === reason && !key.includes('-') && !key.endsWith('x'),
  );
  return [
    ...replies.map(({ code }) => namedReply(code, language)),
    ...enhanced.map((code) => namedEnhanced(code, language)).filter(({ name }) => name !== ''),
  ];
}

type InBoth<T> = Readonly<Record<Language, T>>;

const NATURES: Readonly<Record<(typeof REASON_FACTS)[Reason]['nature'], InBoth<string>>> = {
  success: { en: 'reason: success', 'pt-BR': 'motivo: sucesso' },
  intermediate: { en: 'reason: a step on the way', 'pt-BR': 'motivo: um passo do caminho' },
  transient: { en: 'reason: temporary', 'pt-BR': 'motivo: temporário' },
  permanent: { en: 'reason: permanent', 'pt-BR': 'motivo: permanente' },
  either: {
    en: 'reason: temporary (4xx) or permanent (5xx)',
    'pt-BR': 'motivo: temporário (4xx) ou permanente (5xx)',
  },
  'by reply class': { en: 'reason: as the first digit says', 'pt-BR': 'motivo: conforme o primeiro dígito' },
};

const EXAMPLE: InBoth<(example: string) => string> = {
  en: (example) => `For example: ${example}`,
  'pt-BR': (example) => `Por exemplo: ${example}`,
};

const SOURCE: InBoth<string> = {
  en: "mailtop's own reasons; the codes: RFC 5321, RFC 3463",
  'pt-BR': 'motivos próprios do mailtop; os códigos: RFC 5321, RFC 3463',
};
