import type { Translated } from '../reason-facts.ts';

/** Where a fact comes from: an RFC with the sections that are sure, or in words what is no RFC. */
export type Source = RfcSource | Translated;

export interface RfcSource {
  readonly rfc: number;
  readonly sections?: readonly string[];
  /** The enhanced code under which it stands there. */
  readonly about?: string;
}
