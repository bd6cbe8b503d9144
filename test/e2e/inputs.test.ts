// What people and scripts hand to mailtop, good and bad: one clear sentence each, and the exit status that scripts test.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixture, fixtureText, mailtop } from '../support/mailtop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const execFileAsync = promisify(execFile);
const GOOD = fixtureText('lab/mail-warn.log');
const LINE = 'Nov 23 18:11:02 mx1 postfix/smtpd[123]: connect from unknown[192.0.2.1]\n';
const ACCESS = '192.0.2.7 - - [23/Nov/2026:18:11:02 +0100] "GET / HTTP/1.1" 200 612 "-" "curl/8.5"\n';
const XZ = Buffer.from('fd377a585a000004e6d6b446', 'hex');
/** No format's mark, a tenth of it control characters, the rest mostly not UTF-8. */
const NOISE = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 7919 + at * 104729 + 131) >> 3));
/** The user `nobody` of nearly all systems. */
const NOBODY = 65534;

describe('all is well', () => {
  it('files, folders, patterns and rotated sets: a report on stdout, nothing on stderr, status 0', async () => {
    const folder = temporaryFolder();
    folder.write('mail.log', LINE);
    folder.write('mail.log.1', LINE.replace('23', '22'));
    folder.write('mail.log.2.gz', gzipSync(LINE.replace('23', '21')));
    for (const operands of [
      ['.'],
      ['mail.log*'],
      ['mail.log', 'mail.log.1', 'mail.log.2.gz', './mail.log'],
    ]) {
      const { status, stdout, stderr } = await mailtop(['report', '--format', 'json', ...operands], {
        cwd: folder.path,
      });
      expect([status, stderr]).toEqual([0, '']);
      const { input } = JSON.parse(stdout);
      expect([input.files.length, input.lines, input.events]).toEqual([3, 3, 3]);
    }
  });

  it.each([
    ['piped in, no command: the text report', [], GOOD],
    ['piped in, named -', ['report', '-'], GOOD],
    ['piped in, packed', ['report'], gzipSync(GOOD)],
    ['piped in, Windows line ends', ['report'], GOOD.replaceAll('\n', '\r\n')],
    ['piped in, no newline at the end', ['report'], GOOD.trimEnd()],
  ])('%s', async (_, args, input) => {
    const { status, stdout, stderr } = await mailtop(args, { input });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^mailtop report for mail\n/);
    expect(stdout).toContain('all understood');
  });

  it('npm start shows the logs that come with mailtop', async () => {
    const { status, stdout, stderr } = await mailtop([fixture('demo')]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^3 files, /m);
  });
});

describe('nothing at all could be read: status 2, no report', () => {
  it('everything is bad: each is named, with what to try next', async () => {
    const folder = temporaryFolder();
    folder.write('mail.log', LINE);
    folder.write('empty-folder/readme', 'hello\n');
    folder.write('old.xz', XZ);
    folder.write('noise', NOISE);
    folder.write('noise.gz', gzipSync(NOISE));
    folder.write('broken.gz', Buffer.from('\x1f\x8bbroken', 'latin1'));
    symlinkSync('gone', folder.at('dangling'));
    symlinkSync('circle', folder.at('circle'));
    const expected: [string, RegExp, RegExp][] = [
      ['zzz', /no such file/, /ls shows what is here/],
      ['mial.log', /no such file/, /did you mean mail\.log\?/],
      ['nowhere/mail.log', /no such file/, /there is no folder nowhere/],
      ['maol*', /no file matches/, /did you mean mail\*\? \(1 file\)/],
      ['*.nope', /no file matches/, /ls shows what is here/],
      ['empty-folder', /no mail log in this folder/, /name the files: mailtop report empty-folder\/\*/],
      ['dangling', /a link to gone, where there is nothing/, /ls shows/],
      ['circle', /too many symbolic links/, /ls -l/],
      ['mail.log/x', /a part of the path is no folder/, /check the path/],
      ['old.xz', /xz data, which is not read directly/, /xz -dc old\.xz \| mailtop report -/],
      ['noise', /not text and not a known compression/, /file noise/],
      ['noise.gz', /not text/, /file noise\.gz/],
      ['broken.gz', /damaged/, /copy the file again/],
    ];
    const operands = expected.map(([operand]) => operand);
    const { status, stdout, stderr } = await mailtop(['report', ...operands], { cwd: folder.path });
    expect([status, stdout]).toEqual([2, '']);
    for (const [operand, message, hint] of expected) {
      const at = stderr.indexOf(`mailtop: ${operand}: `);
      expect(stderr).toContain(`mailtop: ${operand}: `);
      const [first = '', second = ''] = stderr.slice(at).split('\n');
      expect(first).toMatch(message);
      expect(second).toMatch(/^hint: /);
      expect(second).toMatch(hint);
    }
  });

  it.each([
    ['xz', XZ, /standard input: xz data/],
    ['random bytes', NOISE, /standard input: not text/],
  ])('%s piped in', async (_, input, message) => {
    const { status, stdout, stderr } = await mailtop(['events'], { input });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('nothing named, nothing piped, no log on this host', async (context) => {
    if (
      ['/var/log/mail.log', '/var/log/maillog', '/var/log/exim4/mainlog'].some((path) => existsSync(path))
    ) {
      return context.skip('this host has mail logs');
    }
    for (const command of [[], ['events']]) {
      const { status, stdout, stderr } = await mailtop(command);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/no file given, nothing is piped in, .*\nhint: mailtop FILE/);
    }
  });

  it('a file that may not be read: whose it is, and what to do', async (context) => {
    const folder = temporaryFolder();
    const path = folder.write('mail.log', LINE);
    chmodSync(path, 0o600);
    chmodSync(folder.path, 0o755);
    const isRoot = process.getuid?.() === 0;
    if (isRoot && (await mailtop(['--version'], { user: NOBODY })).status !== 0) {
      return context.skip('nobody may not read the program itself');
    }
    if (!isRoot) chmodSync(path, 0);
    const { status, stdout, stderr } = await mailtop(['report', path], isRoot ? { user: NOBODY } : {});
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /mail\.log: permission denied\n {2}owner \S+, mode 0\d+; you are in: .*\nhint: run with sudo/,
    );
  });
});

describe('something is missing: status 1, and a report of the rest', () => {
  it('two bad files among good ones', async () => {
    const folder = temporaryFolder();
    folder.write('mail.log', LINE);
    folder.write('dovecot.log', LINE);
    folder.write('noise', NOISE);
    const args = ['report', '--format', 'json', 'mail.log', 'gone.log', 'noise', 'dovecot.log'];
    const { status, stdout, stderr } = await mailtop(args, { cwd: folder.path });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).input.events).toBe(2);
    expect(stderr.match(/^mailtop: /gm)).toHaveLength(2);
    expect(stderr).toContain('mailtop: gone.log: no such file');
    expect(stderr).toContain('mailtop: noise: not text');
  });

  it('a cut archive: what came before the cut is counted', async () => {
    const folder = temporaryFolder();
    const whole = gzipSync(GOOD.repeat(20));
    folder.write('mail.log.gz', whole.subarray(0, whole.length / 2));
    const { status, stdout, stderr } = await mailtop(['report', '--format', 'json', 'mail.log.gz'], {
      cwd: folder.path,
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).input.events).toBeGreaterThan(100);
    expect(stderr).toMatch(/mail\.log\.gz: ends in the middle \(unexpected end of gzip data\)\nhint: /);
  });
});

describe('nothing was recognised: status 1, and never a silent zero', () => {
  it('empty files, archives and devices: each once, and a valid empty report', async () => {
    const folder = temporaryFolder();
    folder.write('empty', '');
    folder.write('packed.gz', gzipSync(''));
    const args = ['report', '--format', 'json', 'empty', 'packed.gz', '/dev/null'];
    const { status, stdout, stderr } = await mailtop(args, { cwd: folder.path });
    expect(status).toBe(1);
    for (const name of ['empty', 'packed.gz', '/dev/null']) {
      expect(stderr.split(`mailtop: ${name}: empty (0 bytes)\n`)).toHaveLength(2);
    }
    expect(stderr.match(/^hint: /gm)).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'mailtop-report/1', replies: { total: 0 } });
  });

  it('nothing comes through the pipe', async () => {
    const { status, stderr } = await mailtop(['report', '-'], { input: '' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailtop: standard input: empty \(0 bytes\)\nhint: .*\n$/);
  });

  it('a web server’s log: its first line is shown', async () => {
    const { status, stdout, stderr } = await mailtop([], { input: ACCESS.repeat(1000) });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^mailtop report\n/);
    expect(stderr).toMatch(
      /^mailtop: standard input: 1,000 lines, none from a mail program .*\n {2}line 1: 192\.0\.2\.7 - - .*\nhint: .*mail log/,
    );
  });

  it('--quiet leaves the sentence and drops the hint; many files are summed up', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.log', 'b.log', 'c.log', 'd.log']) folder.write(name, ACCESS);
    const { status, stderr } = await mailtop(['report', '--quiet', '*.log'], { cwd: folder.path });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailtop: 4 files, 4 lines: none from a mail program .*\n {2}line 1: .*\n$/);
  });

  it('--mta: none of the lines is from that program', async () => {
    const { status, stdout, stderr } = await mailtop(['report', '--format', 'json', '--mta', 'exim'], {
      input: LINE,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/standard input: 1 line, none from exim\nhint: without --mta/);
    expect(JSON.parse(stdout).input).toMatchObject({ lines: 1, events: 0, unrecognized: 0, ignored: 1 });
  });
});

describe('a range without lines in it', () => {
  it('is no fault: a valid report, and the times that there are', async () => {
    const args = [
      'report',
      '--format',
      'json',
      '--from',
      '2020-01-01',
      '--to',
      '2020-01-02',
      '--year',
      '2026',
    ];
    const { status, stdout, stderr } = await mailtop(args, { input: LINE });
    expect(status).toBe(0);
    expect(stderr).toBe(
      'mailtop: nothing with --from 2020-01-01 --to 2020-01-02\n' +
        '  the lines are of 23 Nov 2026 18:11 to 23 Nov 2026 18:11 (+00:00)\n',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      range: { from: null, to: null },
      input: { lines: 1, events: 0, outside_range: { lines: 1, from: '2026-11-23T18:11:02.000Z' } },
    });
  });
});

describe('a named pipe', () => {
  it('is read to its end', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [folder.at('pipe')]);
    const writing = execFileAsync('sh', [
      '-c',
      'cat "$0" > "$1"',
      fixture('lab/mail-warn.log'),
      folder.at('pipe'),
    ]);
    const { status, stderr } = await mailtop(['report', folder.at('pipe')]);
    await writing;
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('a line without end', () => {
  it('of 100 MB takes little memory, is cut, and the next line is read', async () => {
    const megabyte = 'a'.repeat(1024 * 1024);
    const input = `${LINE.trimEnd()} ${megabyte.repeat(100)}\n${LINE}`;
    const { status, stdout } = await mailtop(['report', '--format', 'json'], {
      input,
      node: ['--max-old-space-size=40'],
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).input).toMatchObject({ lines: 2, truncated: 1, bytes: input.length });
  });
});
