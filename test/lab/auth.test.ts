// Logins by outcome, mechanism and account, against what the clients did.
import { describe, expect, test } from 'vitest';
import type { AuthView, Snapshot } from '../../src/model/snapshot.ts';
import { labLine, labTruth, type TruthRow } from '../support/lab.ts';
import { LOGS_OF_SERVER, MIXED_LOGS, reportOn, sumOf, type Server } from '../support/lab-report.ts';

type Outcome = 'succeeded' | 'failed' | 'temporary' | 'aborted' | 'refused';

const attempts = labTruth().filter(({ type }) => type === 'auth');
const servers = Object.keys(LOGS_OF_SERVER) as Server[];

describe.each(servers)('%s', (server) => {
  const auth = async (): Promise<AuthView> => (await reportOn(LOGS_OF_SERVER[server])).auth;
  const judged = attempts.filter((row) => row.server === server && isShown(row));

  test('outcomes', async () => {
    expect(outcomesOf(await reportOn(LOGS_OF_SERVER[server]))).toEqual(expectedOutcomes([server]));
  });

  // A trace shows no mechanism beside a verdict, and no account.
  test.skipIf(server === 'exim-debug')('mechanisms', async () => {
    const expected = tableBy(judged, (row) => (isNamed(row) ? mechanismOf(row) : 'unknown'));
    // The client that only probes tries PLAIN.
    if ((PROBES[server]?.failed ?? 0) > 0)
      expected['PLAIN'] = [expected['PLAIN']?.[0] ?? 0, (expected['PLAIN']?.[1] ?? 0) + 1];
    const { mechanisms } = await auth();
    const ours = mechanisms.map(
      ({ mechanism, succeeded, failed }) => [mechanism, [succeeded, failed]] as const,
    );
    expect(Object.fromEntries(ours)).toEqual(expected);
  });

  test.skipIf(server === 'exim-debug')('accounts', async () => {
    // Exim leaves the name out where the client gave none, or not all that the mechanism asks for.
    const named = judged.filter(
      (row) => isNamed(row) && (row.outcome === 'success' || labLine(row.log_ref).includes(row.user ?? '')),
    );
    const expected = tableBy(named, (row) => row.user ?? '');
    const { accounts } = await auth();
    const ours = accounts.map(({ account, succeeded, failed }) => [account, [succeeded, failed]] as const);
    expect(onlyPlain(Object.fromEntries(ours))).toEqual(onlyPlain(expected));
  });
});

describe('334 replies', () => {
  const sentBy = (server: Server): number =>
    attempts.reduce((sum, row) => sum + (row.server === server && isShown(row) ? (row.n334 ?? 0) : 0), 0);

  test('postfix-c: all that the trace prints', async () => {
    const { challenges } = (await reportOn(LOGS_OF_SERVER['postfix-c'])).auth;
    expect(challenges).toEqual({ logged: sentBy('postfix-c'), implied: 0, implied_at_least: 0 });
  });

  test.each(['postfix-a', 'postfix-b', 'exim-a', 'exim-b'] as const)(
    '%s: not more than there were',
    async (server) => {
      const { logged, implied_at_least: proven } = (await reportOn(LOGS_OF_SERVER[server])).auth.challenges;
      expect(logged).toBe(0);
      expect(proven).toBeGreaterThan(0);
      expect(proven).toBeLessThanOrEqual(sentBy(server));
    },
  );
});

test.each(MIXED_LOGS)('%s: outcomes', async (log) => {
  expect(outcomesOf(await reportOn([log]))).toEqual(expectedOutcomes(['postfix-b', 'exim-b', 'dovecot-b']));
});

test('dovecot.log: IMAP and POP3 logins, without reply codes', async () => {
  const report = await reportOn(['dovecot.log']);
  expect(outcomesOf(report)).toEqual(expectedOutcomes(['dovecot-a']));
  expect(report.auth.challenges).toEqual({ logged: 0, implied: 0, implied_at_least: 0 });
});

/** Clients that ask with an AUTH command that has no mechanism, or nonsense behind it: the record has no attempt of theirs. */
const PROBES: Partial<Record<string, { readonly failed: number; readonly refused: number }>> = {
  'exim-a': { failed: 1, refused: 0 },
  'exim-b': { failed: 1, refused: 1 },
  'exim-debug': { failed: 1, refused: 1 },
};

function outcomesOf({ auth }: Snapshot): Record<Outcome, number> {
  const { succeeded, failed, temporary, aborted, refused } = auth;
  return { succeeded, failed, temporary, aborted, refused };
}

function expectedOutcomes(of: readonly string[]): Record<string, number> {
  const none = { succeeded: 0, failed: 0, temporary: 0, aborted: 0, refused: 0 };
  const rows = attempts.filter((row) => of.includes(row.server ?? '') && isShown(row));
  const counts = rows.map(outcomeOf).map((outcome) => (outcome === null ? {} : { [outcome]: 1 }));
  return sumOf(none, ...counts, ...of.map((server) => ({ ...PROBES[server] })));
}

/** Postfix counts the AUTH commands of a connection at its end; a trace shows all logins. */
function isShown({ outcome, server = '', visible_in_log: visible }: TruthRow): boolean {
  return (
    visible === true || (outcome === 'success' && (server.startsWith('postfix') || server === 'exim-debug'))
  );
}

/** The record's word in ours; null where we see no attempt. */
function outcomeOf({ outcome, scenario, server, code }: TruthRow): Outcome | null {
  const isPostfix = server?.startsWith('postfix') ?? false;
  switch (outcome) {
    case 'success':
      return 'succeeded';
    case 'aborted':
      return 'aborted';
    case 'refused':
      return 'refused';
    // A mechanism that is not offered: nothing was checked, whatever the reply (535, 504, 501). A trace shows the 501 only.
    case 'failure':
    case 'protocol-error':
      return scenario === 'auth_unknown_mechanism' && !(server === 'exim-debug' && code === 501)
        ? 'refused'
        : 'failed';
    // Postfix writes "lost connection after AUTH"; Exim writes its 535 line, as for any empty answer.
    case 'disconnected':
      return isPostfix ? 'aborted' : 'failed';
    // 435: the verifier was down. 450: too many AUTH commands, nothing was checked. 421: too many errors, which Postfix says
    // of the connection, not of the login.
    case 'tempfail':
      return code === 450 ? 'refused' : code === 421 ? null : 'temporary';
    default:
      return null;
  }
}

/** Whether a line tells who logged in and how: a Postfix login that sent no mail is only counted. */
function isNamed(row: TruthRow): boolean {
  if (row.outcome !== 'success' || row.server === 'postfix-c' || !row.server?.startsWith('postfix'))
    return true;
  return row.visible_in_log === true && labLine(row.log_ref).includes(' client=');
}

/** `[succeeded, failed]` */
function tableBy(
  rows: readonly TruthRow[],
  nameOf: (row: TruthRow) => string,
): Record<string, [number, number]> {
  const table: Record<string, [number, number]> = {};
  for (const row of rows) {
    const outcome = outcomeOf(row);
    if (outcome !== 'succeeded' && outcome !== 'failed') continue;
    const counts = (table[nameOf(row)] ??= [0, 0]);
    counts[outcome === 'succeeded' ? 0 : 1]++;
  }
  return table;
}

function mechanismOf({ mech = '' }: TruthRow): string {
  return mech.toUpperCase();
}

/** Of strange names each server prints what it sees fit. */
function onlyPlain(table: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => /^[\w.@-]{1,40}$/.test(name)));
}
