import type { MtaName } from '../model/event.ts';
import type { Finding, FindingSeverity, PlaceRow, Snapshot } from '../model/snapshot.ts';

/** Draws conclusions of one kind. Gives none where there is nothing to look at. */
export type FindingRule = (snapshot: Snapshot) => Finding[];

/** Most urgent first. */
export const SEVERITIES: readonly FindingSeverity[] = ['critical', 'warning', 'notice'];

/** Whether lines of this program are in the log, so that its commands are there to be typed. */
export function runs(snapshot: Snapshot, mta: MtaName): boolean {
  return (snapshot.input.by_mta[mta] ?? 0) > 0;
}

/** The programs whose lines told of some places: their commands are the ones that help there. */
export function mtasOf(rows: readonly PlaceRow[]): MtaName[] {
  return [...new Set(rows.flatMap(({ mtas }) => mtas))];
}

interface Seen {
  readonly first: string | null;
  readonly last: string | null;
}

/** From the earliest to the latest of some rows. RFC 3339 in UTC sorts as text. */
export function spanOf(rows: readonly Seen[]): { from: string | null; to: string | null } {
  let from: string | null = null;
  let to: string | null = null;
  for (const { first, last } of rows) {
    if (first !== null && (from === null || first < from)) from = first;
    if (last !== null && (to === null || last > to)) to = last;
  }
  return { from, to };
}

export function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}
