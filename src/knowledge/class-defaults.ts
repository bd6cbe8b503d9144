import type { Reason } from '../model/reason.ts';

/** The last resort: the first digit. */
export const CLASS_DEFAULTS: Readonly<Record<number, Reason>> = {
  2: 'accepted',
  3: 'session',
  4: 'remote-error',
  5: 'unclassified',
};
