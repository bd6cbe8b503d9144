// The same lines in other headers and other packing give the same report.
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { labLog } from '../support/lab.ts';
import {
  hasRawLogs,
  LOGS_OF_SERVER,
  MIXED_LOGS,
  RAW_LOGS,
  reportOn,
  reportOnFiles,
} from '../support/lab-report.ts';

const ALONE = ['postfix-iso.log.gz', 'mail-warn.log', 'dovecot.log', 'exim-debug/mainlog', ...MIXED_LOGS];
const EVERY = [...Object.values(LOGS_OF_SERVER), ...ALONE.map((log) => [log])];

test.each(EVERY.map((logs) => [logs.join(' '), logs] as const))(
  '%s: every line is understood',
  async (_, logs) => {
    const { input } = await reportOn(logs);
    expect(input.unrecognized_samples).toEqual([]);
    expect(input.unrecognized).toBe(0);
  },
);

test('postfix-b through rsyslog, in two formats', async () => {
  const classic = figures(await reportOn(['postfix-rfc3164.log.gz']));
  expect(figures(await reportOn(['postfix-iso.log.gz']))).toEqual(classic);
});

test.each(MIXED_LOGS)('%s: as mixed-rfc3164.log.gz', async (log) => {
  expect(figures(await reportOn([log]))).toEqual(figures(await reportOn(['mixed-rfc3164.log.gz'])));
});

test('Exim through syslog, and in files: the same replies', async () => {
  const mixed = await reportOn(['mixed-iso.log.gz']);
  const postfix = await reportOn(['postfix-iso.log.gz']);
  const files = await reportOn(LOGS_OF_SERVER['exim-b']);
  expect(mixed.replies.total - postfix.replies.total).toBe(files.replies.total);
});

test('Exim: mainlog alone, and rejectlog and paniclog before or after it', async () => {
  const [main, reject, panic] = LOGS_OF_SERVER['exim-a'];
  const alone = figures(await reportOn([main]));
  expect(figures(await reportOn([main, reject, panic]))).toEqual(alone);
  expect(figures(await reportOn([panic, reject, main]))).toEqual(alone);
});

test
  .skipIf(!hasRawLogs)
  .each(
    [...Object.values(LOGS_OF_SERVER), ...ALONE.map((log) => [log])].map(
      (logs) => [logs.join(' '), logs] as const,
    ),
  )('%s: unpacked, as packed', async (_, logs) => {
  const raw = logs.map((log) => RAW_LOGS + (KEPT_PACKED.has(log) ? log : log.replace(/\.gz$/, '')));
  expect(figures(await reportOnFiles(raw))).toEqual(figures(await reportOnFiles(logs.map(labLog))));
});

const KEPT_PACKED: ReadonlySet<string> = new Set(['mixed-rfc5424.log.gz', 'exim-debug/debug.log.gz']);

/** What does not depend on names of files, the number of lines and fractions of seconds. */
function figures({ replies, messages, auth, storage }: Snapshot): object {
  const { delay_seconds: _, ...mails } = messages;
  return {
    codes: replies.codes
      .map((row) => [row.code, row.enhanced_code, row.direction, row.reason, row.count].join(' '))
      .sort(),
    implied: replies.implied,
    mails,
    logins: {
      ...auth,
      accounts: auth.accounts.map(({ account, succeeded, failed }) => [account, succeeded, failed]).sort(),
      clients: auth.clients.map(({ client, succeeded, failed }) => [client, succeeded, failed]).sort(),
      outage: auth.outage.accounts,
      incidents: auth.incidents.map(({ kind }) => kind),
    },
    storage: storage.places
      .map(({ kind, side, place, count, messages: of }) => [kind, side, place, count, of])
      .sort(),
    sizes: storage.by_kind['message-size'],
  };
}
