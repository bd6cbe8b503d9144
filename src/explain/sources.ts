import type { Source } from '../knowledge/codes/source.ts';
import type { Language } from './language.ts';

/** `RFC 5321, sections 4.2.3, 4.5.3.1.10`. */
export function sourceText(source: Source, language: Language): string {
  if (!('rfc' in source)) return source[language];
  let text = `RFC ${source.rfc}`;
  if (source.sections !== undefined) {
    const word = SECTION[language][source.sections.length === 1 ? 0 : 1];
    text += `, ${word} ${source.sections.join(', ')}`;
  }
  return source.about === undefined ? text : `${text} (${source.about})`;
}

const SECTION: Readonly<Record<Language, readonly [one: string, more: string]>> = {
  en: ['section', 'sections'],
  'pt-BR': ['seção', 'seções'],
};
