// The two sides that look alike and say opposite things: "who are you?" (334 and its answers) and "cannot now" (452 and
// its kin), in the same order: total, what became of it, when it was worst.
import { formatCount, formatShare } from '../../format/number.ts';
import { displayWidth, fitLeft, fitRight } from '../../format/width.ts';
import type { AuthView, StorageView } from '../../model/snapshot.ts';
import type { Page, Section } from './page.ts';

type Row = readonly [label: string, number: string, remark: string];

export const contrast: Section = (page, { auth, storage }) => {
  const left = auth.attempts + auth.challenges.logged === 0 ? NO_LOGINS : lines(authRows(page, auth));
  const right =
    storage.failures + storage.by_kind['message-size'] === 0
      ? NO_FAILURES
      : lines(storageRows(page, storage));
  const half = Math.floor(page.columns / 2);
  page.line();
  const beside = (a: string, b: string): void => page.line(fitLeft(a, half, page.ellipsis) + b);
  beside('AUTH CHALLENGES', 'TRANSIENT STORAGE');
  for (let at = 0; at < Math.max(left.length, right.length); at++) beside(left[at] ?? '', right[at] ?? '');
};

const NO_LOGINS = [' No logins in this range. Is the', ' submission service in another log?'];
const NO_FAILURES = [' No storage failures in this range.'];

function authRows(page: Page, auth: AuthView): Row[] {
  const { attempts, challenges } = auth;
  const share = (part: number): string => formatShare(part, attempts);
  return [
    ['attempts', formatCount(attempts), ''],
    ['let in  235', formatCount(auth.succeeded), share(auth.succeeded)],
    ['denied  535', formatCount(auth.failed), share(auth.failed)],
    ['unsure  454', formatCount(auth.temporary), auth.temporary > 0 ? 'verifier down' : ''],
    ['gave up', formatCount(auth.aborted), ''],
    ['refused', formatCount(auth.refused), ''],
    [
      'asked   334',
      formatCount(challenges.logged + challenges.implied),
      challenges.implied > 0 ? `~${formatCount(challenges.implied)} implied` : '',
    ],
    worst(
      page,
      auth.timeline.map(({ time, failed }) => ({ time, count: failed })),
    ),
  ];
}

function storageRows(page: Page, storage: StorageView): Row[] {
  const { by_kind: kinds, by_side: sides, failures } = storage;
  return [
    ['failures', formatCount(failures), `${formatCount(sides.ours)} ours`],
    ['try later', formatCount(storage.transient), formatShare(storage.transient, failures)],
    ['returned', formatCount(storage.permanent), 'final'],
    ['mailbox full', formatCount(kinds['mailbox-quota']), ''],
    [
      'queue disk',
      formatCount(kinds['queue-disk'] + kinds.inode),
      kinds.inode > 0 ? `${formatCount(kinds.inode)} inodes` : '',
    ],
    ['remote system', formatCount(kinds['remote-system']), ''],
    ['too big', formatCount(kinds['message-size']), 'a limit, not space'],
    worst(
      page,
      storage.timeline.map((hour) => ({
        time: hour.time,
        count: hour['mailbox-quota'] + hour['queue-disk'] + hour.inode + hour['remote-system'],
      })),
    ),
  ];
}

/** The hour with the most of it: one cause for both sides shows as the same hour. */
function worst(page: Page, hours: readonly { time: string; count: number }[]): Row {
  let most: { time: string; count: number } | null = null;
  for (const hour of hours) if (hour.count > (most?.count ?? 0)) most = hour;
  return [
    'worst hour',
    most === null ? '-' : formatCount(most.count),
    most === null ? '' : page.time(most.time),
  ];
}

function lines(rows: readonly Row[]): string[] {
  const label = Math.max(...rows.map((row) => displayWidth(row[0])));
  const number = Math.max(...rows.map((row) => displayWidth(row[1])));
  return rows.map((row) => ` ${fitLeft(row[0], label)}  ${fitRight(row[1], number)}  ${row[2]}`);
}
