// `mailtop events`: what other programs rely on. One row for every line of a mail program, every field always there.
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, EVENT_STATUSES } from '../../src/cli/event-words.ts';
import { REASONS } from '../../src/model/reason.ts';
import { fixture, fixtureText, mailtop, rowsOf } from '../support/mailtop.ts';

type Row = Readonly<Record<string, unknown>>;

const LOGS = ['postfix', 'exim', 'dovecot', 'neighbours'].map((name) => fixture(`${name}/lines.log`));

/** The words and types of each field, null aside. */
const FIELDS: Readonly<Record<string, readonly string[] | 'string' | 'number' | 'time' | 'code'>> = {
  file: 'string',
  line: 'number',
  time: 'time',
  mta: ['postfix', 'exim', 'dovecot', 'neighbour'],
  host: 'string',
  program: 'string',
  pid: 'number',
  kind: EVENT_KINDS,
  queue_id: 'string',
  direction: ['inbound', 'outbound', 'local'],
  reply_code: 'code',
  enhanced_code: 'string',
  implied_code: 'code',
  stage: 'connect helo starttls auth mail rcpt data bdat eod rset vrfy expn etrn xforward quit'.split(' '),
  reply_text: 'string',
  reason: REASONS,
  status: EVENT_STATUSES,
  storage: ['queue-disk', 'inode', 'mailbox-quota', 'remote-system', 'message-size'],
  client_ip: 'string',
  client_host: 'string',
  sender: 'string',
  recipient: 'string',
  relay: 'string',
  size: 'number',
  delay: 'number',
  message_id: 'string',
};
const NEVER_NULL = ['file', 'line', 'mta', 'kind'];
const OUTCOMES = 'success failure tempfail aborted refused challenge command session'.split(' ');

function isRight(name: string, value: unknown): boolean {
  const rule = FIELDS[name];
  if (value === null) return !NEVER_NULL.includes(name);
  if (rule === 'time') return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  if (rule === 'code') return Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599;
  if (rule === 'string' || rule === 'number') return typeof value === rule;
  return rule !== undefined && rule.includes(String(value));
}

describe('rows', async () => {
  const { status, stdout, stderr } = await mailtop(['events', '--timezone', 'UTC', ...LOGS]);
  const rows = rowsOf<Row>(stdout);

  it('are written without a word on stderr', () => {
    expect([status, stderr]).toEqual([0, '']);
    expect(rows.length).toBeGreaterThan(900);
  });

  it('have every field of the contract, of its type, with its words, null where nothing is known', () => {
    const wrong = rows.flatMap((row) =>
      Object.keys(FIELDS)
        .filter((name) => !(name in row) || !isRight(name, row[name]))
        .map((name) => `${String(row['file'])}:${String(row['line'])} ${name}: ${String(row[name])}`),
    );
    expect(wrong).toEqual([]);
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
  });

  it('have auth null or whole', () => {
    const logins = rows.filter(({ auth }) => auth !== null).map(({ auth }) => auth as Row);
    expect(logins.length).toBeGreaterThan(100);
    for (const login of logins) {
      expect(Object.keys(login).sort()).toEqual([
        'challenges',
        'client_ip',
        'mechanism',
        'outcome',
        'username',
      ]);
      expect(OUTCOMES).toContain(login['outcome']);
      expect(login['challenges']).toBeTypeOf('number');
    }
  });

  it('come in the order of the input, one for every line of a mail program', () => {
    for (const log of LOGS) {
      const lines = rows.filter(({ file }) => file === log).map(({ line }) => Number(line));
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    }
    const neighbours = rows.filter(({ file }) => String(file).includes('neighbours'));
    expect(neighbours).toHaveLength(fixtureText('neighbours/lines.log').trimEnd().split('\n').length);
  });

  it('mean what the verified record of each line says', () => {
    const key = (row: Row): string =>
      JSON.stringify([row['code'], row['queue_id'], row['storage'], row['address']]);
    for (const name of ['postfix', 'exim']) {
      const expected = rowsOf<Row>(fixtureText(`${name}/lines.expected.ndjson`));
      const ours = new Map(
        rows.filter(({ file }) => file === fixture(`${name}/lines.log`)).map((row) => [row['line'], row]),
      );
      const differing = expected
        .filter(({ line, reply_code }) => ours.has(line) && reply_code !== undefined && reply_code !== null)
        .filter((want) => {
          const have = ours.get(want['line']) ?? {};
          return (
            key({
              code: want['reply_code'],
              queue_id: want['queue_id'] ?? null,
              address: want['address'] ?? null,
            }) !== key({ code: have['reply_code'], queue_id: have['queue_id'], address: have['recipient'] })
          );
        });
      expect(differing.map(({ line }) => line)).toEqual([]);
    }
  });
});

describe('a line that is not understood', () => {
  it('is a row as well', async () => {
    const input = 'Nov 23 18:11:02 mx1 postfix/smtpd[7]: words that no parser knows\n';
    const { status, stdout, stderr } = await mailtop(['events', '--year', '2026'], { input });
    expect(rowsOf<Row>(stdout)).toMatchObject([
      {
        file: '-',
        line: 1,
        kind: 'unrecognized',
        program: 'postfix/smtpd',
        pid: 7,
        host: 'mx1',
        time: '2026-11-23T18:11:02.000Z',
      },
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('standard input: 1 line, none from a mail program');
  });
});

describe('filters', () => {
  it('narrow, all of them together; programs left out are not there as lines that nobody understood', async () => {
    const options = ['--code', '4xx,!452', '--kind', 'reject', '--kind=delivery', '--mta', 'postfix,exim'];
    const { status, stdout, stderr } = await mailtop(['events', ...options, '--timezone', 'UTC', ...LOGS]);
    expect([status, stderr]).toEqual([0, '']);
    const all = await mailtop(['events', '--timezone', 'UTC', ...LOGS]);
    const wanted = rowsOf<Row>(all.stdout).filter(
      ({ kind, mta, reply_code, implied_code }) =>
        /^4\d\d$/.test(String(reply_code ?? implied_code)) &&
        (reply_code ?? implied_code) !== 452 &&
        (kind === 'reject' || kind === 'delivery') &&
        (mta === 'postfix' || mta === 'exim'),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(rowsOf(stdout)).toEqual(wanted);
  });

  it('that nothing passes give no rows, and that is no fault', async () => {
    expect(await mailtop(['events', '--queue-id', 'NONE', ...LOGS])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});
