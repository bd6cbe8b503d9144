import type { Reason } from '../../model/reason.ts';
import type { Translated } from '../reason-facts.ts';
import type { Source } from './source.ts';

/** What the IANA registry says about one enhanced code; `X` is the class: 2, 4 or 5. */
export interface EnhancedCodeFacts {
  readonly code: string;
  /** As registered. */
  readonly title: Translated;
  readonly meaning: Translated;
  /** What it stands for when nothing else is known, temporary and permanent. */
  readonly reasons: { readonly 4: Reason | null; readonly 5: Reason | null };
  /** The reply codes that the registry names beside it. */
  readonly replyCodes: readonly string[];
  readonly confusedWith: readonly string[];
  readonly sources: readonly Source[];
}

/** One that a provider made up. */
export interface UnregisteredCodeFacts {
  readonly code: string;
  readonly usedBy: string;
  readonly meaning: Translated;
  readonly reason: Reason;
}
