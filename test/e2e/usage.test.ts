// The command line by people who are new to it: what they meant is understood, or they are told what to type.
import { describe, expect, it } from 'vitest';
import { fixture, mailtop } from '../support/mailtop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOG = fixture('lab/mail-warn.log');

describe('a wrong command line: status 2, nothing on stdout, one sentence and a hint', () => {
  it.each([
    [['--fomat', 'json'], '--fomat: unknown option', 'did you mean --format?'],
    [['-help'], '-help: unknown option', 'did you mean --help?'],
    [['evnts', LOG], 'evnts: neither a command nor a file', 'did you mean mailtop events?'],
    [['dashboard'], 'dashboard: neither a command nor a file', 'mailtop --help lists the commands'],
    [['report', '--format', 'yaml', LOG], '--format yaml: unknown', 'one of text, json'],
    [['report', '--top'], '--top: needs a value', '--top N: rows per table'],
    [
      ['report', '--from', '2026-12-01', '--to', '2026-11-01', LOG],
      '--from 2026-12-01 is after --to 2026-11-01',
      '',
    ],
    [
      ['report', '--fail-on', 'storage.failuers > 3', LOG],
      'no number of that name',
      'did you mean storage.failures?',
    ],
    [
      ['events', '--reason', 'storage-mailbox-ful', LOG],
      '--reason storage-mailbox-ful: unknown',
      'did you mean storage-mailbox-full?',
    ],
    [
      ['events', '--format', 'json', LOG],
      "--format: not an option of 'events'",
      'it belongs to: mailtop report',
    ],
    [['help', 'evnts'], 'help evnts: no such command', 'mailtop help events'],
  ])('%j', async (args, message, hint) => {
    const { status, stdout, stderr } = await mailtop(args);
    expect([status, stdout]).toEqual([2, '']);
    const [first = '', second = ''] = stderr.split('\n');
    expect(first).toContain(`mailtop: `);
    expect(first).toContain(message);
    expect(second).toMatch(/^hint: \S/);
    expect(second).toContain(hint);
  });
});

it('a folder whose name is a word is a folder', async () => {
  const folder = temporaryFolder();
  folder.write('logs/readme', 'hello\n');
  const { status, stderr } = await mailtop(['logs'], { cwd: folder.path });
  expect([status, stderr]).toEqual([
    2,
    'mailtop: logs: no mail log in this folder\nhint: name the files: mailtop report logs/*\n',
  ]);
});

describe('--fail-on, for cron and monitoring', () => {
  it('what holds is named on stderr, status 1; the report is whole', async () => {
    const args = [
      'report',
      LOG,
      '--format',
      'json',
      '--fail-on',
      'input.lines >= 1',
      '--fail-on',
      'auth.failed > 99999',
    ];
    const { status, stdout, stderr } = await mailtop(args);
    expect([status, stderr]).toEqual([1, 'mailtop: --fail-on input.lines >= 1 holds\n']);
    expect(JSON.parse(stdout).schema).toBe('mailtop-report/1');
  });

  it('what does not hold is not mentioned, status 0', async () => {
    const args = ['report', LOG, '--fail-on', 'auth.failed > 99999', '--fail-on', 'not-understood'];
    const { status, stderr } = await mailtop(args);
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('help and version', () => {
  it('go to stdout, status 0, 78 columns', async () => {
    const { status, stdout, stderr } = await mailtop(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^mailtop: top for a mail server\./);
    expect(stdout.split('\n').filter((line) => line.length > 78)).toEqual([]);
    expect(await mailtop(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^mailtop \d+\.\d+\.\d+\n$/),
    });
  });

  it.each(['report', 'events', 'classify'])('help %s is also its --help', async (command) => {
    const { stdout } = await mailtop(['help', command]);
    expect(stdout).toMatch(new RegExp(`^mailtop ${command} `));
    expect((await mailtop([command, '--help'])).stdout).toBe(stdout);
  });
});
