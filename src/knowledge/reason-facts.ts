import type { Family } from '../model/reason.ts';
import type { Rule } from './rule.ts';

export interface Translated {
  readonly en: string;
  readonly 'pt-BR': string;
}

/** What is known about one reason. */
export interface ReasonFacts {
  readonly family: Family;
  readonly nature: 'success' | 'intermediate' | 'transient' | 'permanent' | 'either' | 'by reply class';
  /** Who has to do something. */
  readonly owner: string;
  /** Whether sending again helps. */
  readonly retry: string;
  readonly severity: 'info' | 'notice' | 'warn' | 'error' | 'critical';
  readonly title: Translated;
  readonly definition: Translated;
  /** The reasons it is easily taken for. */
  readonly confusedWith: string | null;
  /** One reply that everybody who knows the reason recognises. */
  readonly example: string;
  readonly rules: readonly Rule[];
}
