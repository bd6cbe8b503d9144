import type { Remedy } from '../knowledge/codes/remedy.ts';
import type { Fix } from './entry.ts';
import type { Language } from './language.ts';

/** What each side can do; `better` goes before `remedy`. */
export function fixText(remedy: Remedy, language: Language, better: Partial<Remedy> = {}): Fix {
  return {
    sender: (better.sender ?? remedy.sender)[language],
    administrator: (better.admin ?? remedy.admin)[language],
    recipient: (better.recipient ?? remedy.recipient)[language],
  };
}
