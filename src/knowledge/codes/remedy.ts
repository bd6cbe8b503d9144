import type { Translated } from '../reason-facts.ts';

/** What each side can do. */
export interface Remedy {
  /** Who sent the mail, or logs in. */
  readonly sender: Translated;
  /** Who runs a server: which one, the text says. */
  readonly admin: Translated;
  readonly recipient: Translated;
}
