import { COMPARISONS, type Comparison } from '../knowledge/codes/comparisons.ts';
import type { Entry } from './entry.ts';
import type { Language } from './language.ts';

/** One point in which entries differ: a sentence, or the name of a fact and what it is for each. */
export interface Difference {
  readonly text: string;
  readonly by_code: readonly Said[];
}

export interface Said {
  readonly code: string;
  readonly text: string;
}

/** When one of them applies; without a code the sentence speaks of several. */
export interface Use {
  readonly code: string | null;
  readonly text: string;
}

export interface Comparing {
  readonly differences: readonly Difference[];
  readonly which: readonly Use[];
}

/** How the entries differ: what was written about these very codes, and for the others what their facts say. */
export function compare(entries: readonly Entry[], language: Language): Comparing {
  if (entries.length < 2) return { differences: [], which: [] };
  const written = writtenAbout(entries);
  const differences = written.flatMap((each) =>
    each.differences.map((point) => ({ text: point[language], by_code: [] })),
  );
  const which = written.map((each) => ({ code: null, text: each.which[language] }));
  const left = entries.filter((entry) => !isCovered(entry, entries, written));
  if (left.length === 0) return { differences, which };
  return {
    differences: [...differences, ...pointsOf(entries, language)],
    which: [...which, ...left.map(useOf)],
  };
}

/** About some of the codes asked for, or about all of them and more. */
function writtenAbout(entries: readonly Entry[]): readonly Comparison[] {
  const asked = replyCodes(entries);
  return COMPARISONS.filter(
    ({ codes }) =>
      codes.every((code) => asked.includes(code)) ||
      (asked.length > 1 && asked.every((code) => codes.includes(code))),
  );
}

/** By a text that speaks of nothing that was not asked. */
function isCovered(entry: Entry, entries: readonly Entry[], written: readonly Comparison[]): boolean {
  if (entry.kind !== 'reply-code') return false;
  const asked = replyCodes(entries);
  return written.some(
    ({ codes }) => codes.includes(Number(entry.code)) && codes.every((code) => asked.includes(code)),
  );
}

function replyCodes(entries: readonly Entry[]): readonly number[] {
  return entries.filter(({ kind }) => kind === 'reply-code').map(({ code }) => Number(code));
}

/** Each fact that at least two of them have and that is not the same for all. */
function pointsOf(entries: readonly Entry[], language: Language): Difference[] {
  return ASPECTS.flatMap(({ title, value }) => {
    const said = entries.flatMap((entry) => {
      const text = value(entry);
      return text === null ? [] : [{ code: entry.code, text }];
    });
    const differ = new Set(said.map(({ text }) => text)).size > 1;
    return differ ? [{ text: title[language], by_code: said }] : [];
  });
}

function useOf({ kind, code, when, description }: Entry): Use {
  return { code, text: kind === 'reply-code' && when !== null ? when : description };
}

interface Aspect {
  readonly title: Readonly<Record<Language, string>>;
  readonly value: (entry: Entry) => string | null;
}

const ASPECTS: readonly Aspect[] = [
  { title: { en: 'Meaning', 'pt-BR': 'Significado' }, value: ({ name }) => name },
  {
    title: { en: 'Class', 'pt-BR': 'Classe' },
    value: (entry) => (entry.kind === 'class' ? null : entry.class),
  },
  { title: { en: 'Said at', 'pt-BR': 'Etapa' }, value: ({ stage }) => stage },
  { title: { en: 'Said by', 'pt-BR': 'Quem diz' }, value: ({ said_by }) => said_by },
  { title: { en: 'Who acts', 'pt-BR': 'Quem age' }, value: ({ who_acts }) => who_acts },
  { title: { en: 'Does retry help', 'pt-BR': 'Repetir ajuda?' }, value: ({ retry }) => retry },
  { title: { en: 'Usual reason', 'pt-BR': 'Motivo usual' }, value: ({ reason }) => reason },
];
