// Where output goes and what may happen on the way: readers that leave, disks that are full, Ctrl-C, files and devices.
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  endingOf,
  fixture,
  mailtop,
  startMailtop,
  type Ending,
  type Surroundings,
} from '../support/mailtop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const LOG = fixture('lab/mail-warn.log');
const LONG_LOG = fixture('lab/postfix.log');
const FULL_DISK = '/dev/full';

describe('the reader leaves', () => {
  it.each([['events'], ['messages'], ['report', '--format', 'json'], ['classify']])(
    'mailtop %s | head -1 ends quietly',
    async (...args) => {
      const child = startMailtop([...args, LONG_LOG]);
      // More is to come than a pipe holds, so it is still writing.
      child.stdout?.once('data', () => child.stdout?.destroy());
      const { status, stderr } = await endingOf(child);
      expect(stderr).toBe('');
      expect([0, 141]).toContain(status);
    },
  );
});

describe.skipIf(!existsSync(FULL_DISK))('the disk is full', () => {
  it.each([['events'], ['report'], ['classify'], ['--help']])('%s says so, status 1', async (command) => {
    const output = openSync(FULL_DISK, 'w');
    const { status, stderr } = await mailtop([command, ...(command === '--help' ? [] : [LOG])], { output });
    closeSync(output);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mailtop: standard output: cannot be written: no space left on device\nhint: /);
  });
});

describe('Ctrl-C ends it with 130 and without a word', () => {
  it('while it waits for a pipe', async () => {
    expect(await interrupted(['report'], { input: 'the first line, and then nothing' })).toEqual(INTERRUPTED);
  });

  it('while it waits for somebody to write to a named pipe', async () => {
    const pipe = temporaryFolder().at('pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await interrupted(['report', pipe])).toEqual(INTERRUPTED);
  });

  it.skipIf(!existsSync('/dev/zero'))('while it reads without end', async () => {
    expect(await interrupted(['report', '/dev/zero'])).toEqual(INTERRUPTED);
  });
});

describe('mailtop trace of what is piped in', () => {
  it('leaves no copy behind: neither at its end, nor on Ctrl-C, nor when the reader leaves', async () => {
    const folder = temporaryFolder();
    const env = { TMPDIR: folder.path };
    const input = readFileSync(LONG_LOG);
    const whole = await mailtop(['trace', '127.0.0.1', '-', '--top', '1000'], { input, env });
    expect([whole.status, whole.stderr]).toEqual([0, '']);
    expect(readdirSync(folder.path)).toEqual([]);
    expect(await interrupted(['trace', '127.0.0.1', '-'], { input: 'a line\n', env })).toEqual(INTERRUPTED);
    expect(readdirSync(folder.path)).toEqual([]);
    const child = startMailtop(['trace', '127.0.0.1', '-', '--top', '1000', '--raw'], { input: '', env });
    child.stdout?.once('data', () => child.stdout?.destroy());
    child.stdin?.end(input);
    expect((await endingOf(child)).stderr).toBe('');
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

const INTERRUPTED = { status: 130, stdout: '', stderr: '' };

/** Before it has started, a signal ends it as any program: then it is given more time. */
async function interrupted(args: readonly string[], around: Surroundings = {}): Promise<Ending> {
  for (let milliseconds = 300; ; milliseconds *= 2) {
    const child = startMailtop(args, around);
    if (around.input !== undefined) child.stdin?.write(around.input);
    const ending = endingOf(child);
    await sleep(milliseconds);
    child.kill('SIGINT');
    const { status, stdout, stderr } = await ending;
    if (status !== null || milliseconds > 5000) return { status, stdout, stderr };
  }
}

describe('-o FILE', () => {
  it('writes the file, in the format of its name, and nothing to stdout', async () => {
    const folder = temporaryFolder();
    const json = await mailtop(['report', LOG, '-o', 'report.json'], { cwd: folder.path });
    expect(json).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(folder.at('report.json'), 'utf8')).schema).toBe('mailtop-report/1');
    const text = await mailtop(['report', LOG, '--output=report.txt'], { cwd: folder.path });
    expect(text).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(folder.at('report.txt'), 'utf8')).toMatch(/^mailtop report for /);
    expect(readdirSync(folder.path).sort()).toEqual(['report.json', 'report.txt']);
  });

  it('replaces a file as a whole and keeps its mode; a link stays a link', async () => {
    const folder = temporaryFolder();
    chmodSync(folder.write('there.txt', 'yesterday\n'), 0o640);
    symlinkSync('there.txt', folder.at('link.txt'));
    await mailtop(['report', LOG, '-o', folder.at('link.txt')]);
    expect(readFileSync(folder.at('there.txt'), 'utf8')).toMatch(/^mailtop report for /);
    expect(statSync(folder.at('there.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder.path).sort()).toEqual(['link.txt', 'there.txt']);
  });

  it('a device or a pipe is written to, and not replaced', async () => {
    const pipe = temporaryFolder().at('pipe');
    execFileSync('mkfifo', [pipe]);
    const child = startMailtop(['report', LOG, '-o', pipe]);
    const [{ status }, written] = await Promise.all([endingOf(child), readPipe(pipe)]);
    expect(status).toBe(0);
    expect(written).toMatch(/^mailtop report for /);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('no place for a file: told before anything is read, status 2', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder.at('reports'));
    for (const [file, message] of [
      ['nowhere/report.json', /no folder nowhere\nhint: mkdir -p nowhere/],
      ['reports', /a folder, not a file\nhint: add a file name/],
      ['report.html', /no html report in this release\nhint: --format text or --format json/],
    ] as const) {
      // The input would never end.
      const { status, stdout, stderr } = await mailtop(['report', '/dev/zero', '-o', file], {
        cwd: folder.path,
      });
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
    expect(readdirSync(folder.path)).toEqual(['reports']);
  });

  it('never replaces the log that is read, under whatever name', async () => {
    const folder = temporaryFolder();
    const log = folder.write('mail.log', 'a line\n');
    symlinkSync('mail.log', folder.at('link'));
    const { status, stderr } = await mailtop(['report', 'mail.log', '-o', 'link'], { cwd: folder.path });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^mailtop: -o link: would replace the log that is to be read\nhint: /);
    expect(readFileSync(log, 'utf8')).toBe('a line\n');
  });

  it.skipIf(!existsSync(FULL_DISK))('the disk is full', async () => {
    const { status, stdout, stderr } = await mailtop(['report', LOG, '-o', FULL_DISK]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^mailtop: \/dev\/full: cannot be written: no space left on device\nhint: /);
  });
});

function readPipe(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('cat', [path], (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
  });
}
