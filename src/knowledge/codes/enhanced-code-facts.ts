import type { Reason } from '../../model/reason.ts';
import type { Translated } from '../reason-facts.ts';
import type { Source } from './source.ts';

/** What the IANA registry says about one enhanced code; `X` is the class: 2, 4 or 5. Its reason: `ENHANCED_DEFAULTS`. */
export interface EnhancedCodeFacts {
  readonly code: string;
  /** As registered. */
  readonly title: Translated;
  readonly meaning: Translated;
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
