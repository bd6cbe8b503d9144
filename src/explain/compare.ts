import { COMPARISONS, type Comparison } from '../knowledge/codes/comparisons.ts';
import type { Entry } from './entry.ts';
import type { Language } from './language.ts';

export interface Differences {
  /** Point by point. */
  readonly differences: readonly string[];
  /** Which of them applies when. */
  readonly which: readonly string[];
}

/** How the entries differ: what was written about these very codes, and for the others what their facts say. */
export function compare(entries: readonly Entry[], language: Language): Differences {
  if (entries.length < 2) return { differences: [], which: [] };
  const written = writtenAbout(entries);
  const differences = written.flatMap((each) => each.differences.map((point) => point[language]));
  const which = written.map((each) => each.which[language]);
  const left = entries.filter(
    ({ kind, code }) => kind !== 'reply-code' || !written.some(({ codes }) => codes.includes(Number(code))),
  );
  if (left.length === 0) return { differences, which };
  return {
    differences: [...differences, ...pointsOf(entries, language)],
    which: [...which, ...left.map((entry) => whichText(entry))],
  };
}

function writtenAbout(entries: readonly Entry[]): readonly Comparison[] {
  const asked = new Set(entries.filter(({ kind }) => kind === 'reply-code').map(({ code }) => Number(code)));
  return COMPARISONS.filter(({ codes }) => codes.every((code) => asked.has(code)));
}

/** Each fact in which they differ: `Stage: 450 RCPT TO; 421 any stage`. */
function pointsOf(entries: readonly Entry[], language: Language): string[] {
  return ASPECTS.flatMap(({ title, value }) => {
    const values = entries.map((entry) => value(entry));
    const differ = new Set(values).size > 1;
    if (!differ || values.every((each) => each === null)) return [];
    const said = entries.map((entry, place) => `${label(entry)}: ${values[place] ?? UNKNOWN[language]}`);
    return [`${title[language]}. ${said.join('; ')}.`];
  });
}

function whichText(entry: Entry): string {
  return `${label(entry)}: ${entry.when ?? entry.description}`;
}

/** A pasted text is long: its codes stand for it. */
function label(entry: Entry): string {
  return entry.code;
}

interface Aspect {
  readonly title: Readonly<Record<Language, string>>;
  readonly value: (entry: Entry) => string | null;
}

const ASPECTS: readonly Aspect[] = [
  { title: { en: 'Meaning', 'pt-BR': 'Significado' }, value: ({ name }) => name },
  { title: { en: 'Class', 'pt-BR': 'Classe' }, value: (entry) => entry.class },
  { title: { en: 'Stage', 'pt-BR': 'Etapa' }, value: ({ stage }) => stage },
  { title: { en: 'Said by', 'pt-BR': 'Quem diz' }, value: ({ said_by }) => said_by },
  { title: { en: 'Who acts', 'pt-BR': 'Quem age' }, value: ({ who_acts }) => who_acts },
  { title: { en: 'Does a retry help', 'pt-BR': 'Tentar de novo ajuda' }, value: ({ retry }) => retry },
  { title: { en: 'Usual reason', 'pt-BR': 'Motivo usual' }, value: ({ reason }) => reason },
];

const UNKNOWN: Readonly<Record<Language, string>> = { en: 'not stated', 'pt-BR': 'não informado' };
