import type { Translated } from '../knowledge/reason-facts.ts';

export type Language = keyof Translated;

export const LANGUAGES: readonly Language[] = ['en', 'pt-BR'];

/** `en`, `pt-BR`, also as `pt`, `PT_br` or `en_GB.UTF-8`; null for other languages. */
export function languageOf(name: string): Language | null {
  const [language = ''] = name.toLowerCase().split(/[-_.@]/);
  if (language === 'pt') return 'pt-BR';
  return language === 'en' ? 'en' : null;
}

/** The language of the first of LC_ALL, LC_MESSAGES and LANG that is set; English when it is none of ours. */
export function languageOfLocale(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return languageOf(locale) ?? 'en';
}
