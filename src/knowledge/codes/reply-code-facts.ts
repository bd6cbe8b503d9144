import type { Reason } from '../../model/reason.ts';
import type { Translated } from '../reason-facts.ts';
import type { CodeStatus, Retry, Speaker, Stage } from './phrases.ts';
import type { Remedy } from './remedy.ts';
import type { Source } from './source.ts';

/** What is known about one three-digit code. */
export interface ReplyCodeFacts {
  readonly code: number;
  readonly name: Translated;
  readonly status: CodeStatus;
  readonly sources: readonly Source[];
  /** The commands that it answers. */
  readonly stages: readonly Stage[];
  readonly saidBy: Speaker;
  /** Whether the same again helps. */
  readonly retry: Retry;
  /** What it stands for when nothing else is known. */
  readonly reason: Reason;
  readonly confusedWith: readonly number[];
  readonly description: Translated;
  readonly when: Translated;
  /** Where the code knows better than the remedy of its reason. */
  readonly remedy?: Partial<Remedy>;
}
