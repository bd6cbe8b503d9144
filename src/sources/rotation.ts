// Which files are one log that was rotated, and in what order they were written.
import { basename, dirname, join, resolve } from 'node:path';

/** A file that was named. */
export interface RotatedFile {
  path: string;
  /** When it was last written, epoch milliseconds; null for a pipe. */
  modified: number | null;
}

/**
 * Files of one rotated set stand together, oldest first, where the first of them was named; unrelated files stay in
 * the order given.
 */
export function oldestFirst<File extends RotatedFile>(files: readonly File[]): File[] {
  const sets = new Map<string, Member<File>[]>();
  for (const file of files) {
    const name = rotatedName(file.path);
    const set = sets.get(name.set);
    if (set === undefined) sets.set(name.set, [{ file, name }]);
    else set.push({ file, name });
  }
  return [...sets.values()].flatMap((set) => set.sort(order(set)).map(({ file }) => file));
}

export interface RotatedName {
  /** The absolute path without what rotation and compression put into it: the same for all files of a set. */
  set: string;
  /** Rotations since it was written: the higher, the older. */
  number: number | null;
  /** Digits of the date in it, year first: the lower, the older. */
  date: string | null;
}

/**
 * Knows logrotate (`mail.log.1`, `mail.log.2.gz`, `mail.1.log`, `maillog-20261122`, `-2026112214`, `-20261122-1795370400`),
 * newsyslog (`maillog.0.bz2`, `maillog.20261122T000000`), exicyclog (`mainlog.01.gz`) and Exim's own stamps
 * (`mainlog-20261122`, `mainlog-202611`, `exim-20261122-main`).
 */
export function rotatedName(path: string): RotatedName {
  const folder = dirname(resolve(path));
  const name = basename(path).replace(COMPRESSED, '');
  const dated = DATE.exec(name);
  if (dated !== null) {
    const undated = name.slice(0, dated.index) + name.slice(dated.index + dated[0].length);
    const date = dated[0].replace(/\D/g, '').padEnd(DATE_DIGITS, '0');
    return { set: join(folder, undated), number: null, date };
  }
  const numbered = NUMBER.exec(name);
  if (numbered !== null) {
    const log = name.slice(0, numbered.index) + (numbered[2] ?? '');
    return { set: join(folder, log), number: Number(numbered[1]), date: null };
  }
  return { set: join(folder, name), number: null, date: null };
}

const COMPRESSED = /\.(gz|bz2|xz|lzma|zst|Z)$/;
/** Year, month, day and time as far as they are written, then perhaps epoch seconds. */
const DATE = /(?:^|[-._])20\d\d(?:-?\d\d(?:-?\d\d(?:[-T_]?\d\d(?:\d\d){0,2})?)?)?(?:-\d{10})?(?![\dA-Za-z])/;
const DATE_DIGITS = 24;
/** At the end, or before `.log` where logrotate was told to keep the extension. */
const NUMBER = /\.(\d{1,3})(\.log)?$/;

interface Member<File extends RotatedFile> {
  file: File;
  name: RotatedName;
}

/** By number or date. A set that has both changed its habit at some time: there only the clock can tell. */
function order<File extends RotatedFile>(
  set: readonly Member<File>[],
): (a: Member<File>, b: Member<File>) => number {
  const numbers = set.some(({ name }) => name.number !== null);
  const dates = set.some(({ name }) => name.date !== null);
  if (numbers && dates) return byModification;
  if (dates) return (a, b) => compareDates(a.name.date, b.name.date) || byModification(a, b);
  return (a, b) => (b.name.number ?? NEWEST) - (a.name.number ?? NEWEST) || byModification(a, b);
}

/** The file that is being written has no number; newsyslog begins with 0. */
const NEWEST = -1;

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function byModification(a: Member<RotatedFile>, b: Member<RotatedFile>): number {
  return (a.file.modified ?? 0) - (b.file.modified ?? 0);
}
