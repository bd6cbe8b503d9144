import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explain } from '../../src/cli/commands/explain.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';

describe('mailtop explain', () => {
  let out = '';
  let err = '';

  beforeEach(() => {
    out = '';
    err = '';
    vi.stubEnv('LC_ALL', 'C');
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const run = (...args: string[]) =>
    explain(
      parseCommandLine(
        ['explain', ...args],
        COMMANDS.map(({ name }) => name),
      ),
    );

  it('explains and compares, status 0', async () => {
    expect(await run('334', '452')).toBe(0);
    expect(out).toMatch(/^334 {2}Server challenge\n[^]*Key differences: 334, 452\n[^]*Which applies when\n/);
    expect(err).toBe('');
  });

  it('speaks the language of --lang, else of the locale', async () => {
    await run('334', '452', '--lang', 'pt-BR');
    expect(out).toContain('Principais diferenças: 334, 452');
    out = '';
    vi.stubEnv('LC_ALL', 'pt_BR.UTF-8');
    await run('452');
    expect(out).toContain('Quando aparece');
  });

  it('--format json is one object, the same fields for every entry', async () => {
    expect(await run('334', '452 4.2.2 over quota \u009b2J', 'UGFzc3dvcmQ6', '--format', 'json')).toBe(0);
    const { schema, lang, entries } = JSON.parse(out);
    expect([schema, lang]).toEqual(['mailtop-explain/1', 'en']);
    expect(new Set(entries.map((entry: object) => Object.keys(entry).join())).size).toBe(1);
    expect(out).not.toContain('\u009b');
  });

  it('a code that nobody defined: its class on stdout, the problem on stderr, status 1', async () => {
    expect(await run('499')).toBe(1);
    expect(out).toMatch(/^499 /);
    expect(err).toMatch(/^mailtop: 499: no reply code by RFC 5321/);
  });

  it('a typo alone: the nearest, status 2; beside a code: status 1', async () => {
    expect(await run('storage-mailbx-full')).toBe(2);
    expect(err).toContain('hint: did you mean storage-mailbox-full?');
    expect(await run('452', 'storage-mailbx-full')).toBe(1);
  });

  it.each([
    [[], /no code given/],
    [['452', '--lang', 'de'], /--lang de/],
    [['452', '--format', 'jsn'], /--format jsn/],
  ])('%j is refused', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
