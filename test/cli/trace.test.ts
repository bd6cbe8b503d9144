import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { trace } from '../../src/cli/commands/trace.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { labLog } from '../support/lab.ts';

describe('mailtop trace', () => {
  let out = '';
  let err = '';

  beforeEach(() => {
    out = '';
    err = '';
    vi.stubEnv('LC_ALL', 'C.UTF-8');
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const run = (...args: string[]): Promise<number> =>
    trace(
      parseCommandLine(
        ['trace', ...args, '--timezone', 'UTC'],
        COMMANDS.map(({ name }) => name),
      ),
    );

  it('tells the story, status 0', async () => {
    expect(await run('D648410F', labLog('postfix.log'))).toBe(0);
    expect(out).toMatch(/^D648410F: 1 mail\n[^]*\nC0A0C101 › D648410F: delivered\n/);
    expect(err).toBe('');
  });

  it('--format json: lines have their numbers, --raw what stands there', async () => {
    expect(await run('D648410F', labLog('postfix.log'), '--format', 'json', '--raw')).toBe(0);
    const [mail] = JSON.parse(out).messages;
    const removed = mail.events.filter(({ kind }: { kind: string }) => kind === 'completed');
    expect(removed.map(({ line, raw }: { line: number; raw: string }) => [line, raw])).toEqual([
      [2101, 'Nov 23 20:05:20 mx1 postfix/qmgr[2670]: C0A0C101: removed'],
      [2151, 'Nov 23 20:05:20 mx1 postfix/qmgr[2670]: D648410F: removed'],
    ]);
  });

  it('nothing found: where it looked, what to do, status 1', async () => {
    expect(await run('4bXnope', labLog('postfix.log'))).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(
      /^mailtop: 4bXnope: not in these files \(23 Nov 2026 20:01 to 23 Nov 2026 20:07\)\nhint: /,
    );
  });

  it('without a query, or with a file that is not there: status 2', async () => {
    await expect(run()).rejects.toThrow('trace: nothing to look for');
    expect(await run('C0A0C101', '/no/such/file')).toBe(2);
  });

  it('--from and --to', async () => {
    const range = ['--from', '2026-11-23T20:06:00Z'];
    expect(await run('C0A0C101', labLog('postfix.log'), ...range)).toBe(1);
    expect(err).toContain('hint: look in a longer time');
  });
});
