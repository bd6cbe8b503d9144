// Clients choose their names, users and half of our reply texts. None of it may reach a terminal as more than text.
import { describe, expect, it } from 'vitest';
import { hostileLog } from '../support/hostile-log.ts';
import { mailtop, rowsOf, withControls } from '../support/mailtop.ts';

const UTF8 = Buffer.from(hostileLog());
/** C1 controls as the bytes that an 8-bit terminal obeys. */
const LATIN1 = Buffer.from(hostileLog(), 'latin1');
const INPUT = Buffer.concat([UTF8, LATIN1]);

describe('a hostile log', () => {
  it.each([
    ['the text report', ['report', '--top', '1000'], 'C.UTF-8'],
    ['the text report, ASCII only', ['report', '--top', '1000'], 'C'],
    ['the JSON report', ['report', '--format', 'json'], 'C.UTF-8'],
    ['events', ['events'], 'C.UTF-8'],
    ['messages', ['messages'], 'C.UTF-8'],
    ['classify', ['classify'], 'C.UTF-8'],
  ])('%s holds no control character', async (_, args, locale) => {
    const { status, stdout, stderr } = await mailtop(args, { input: INPUT, env: { LC_ALL: locale } });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(500);
    expect(withControls(stdout)).toEqual([]);
    if (locale === 'C') expect(stdout).toMatch(/^[\n -~]*$/);
    if (args[0] === 'report' && args[1] === '--top') {
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
      expect(stdout).toContain('pwned');
    }
  });

  it('what is escaped is not lost: the JSON says what the log said', async () => {
    const { stdout } = await mailtop(['events', '--kind', 'auth'], { input: UTF8 });
    const names = rowsOf<{ auth: { username: string | null } | null }>(stdout).map(
      (row) => row.auth?.username,
    );
    expect(names.some((name) => name?.includes('\u001b]0;pwned\u0007'))).toBe(true);
  });

  it('names in sentences of our own are shown, not sent', async () => {
    const { status, stderr } = await mailtop(['report', '\u001b[2Jmail\u202e.log']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^mailtop: \\x1b\[2JmailU\+202E\.log: no such file\n/);
  });

  it('lines that nobody understands are shown on stderr as text', async () => {
    const { status, stderr } = await mailtop(['report'], {
      input: '\u001b[2J\u0085 not a mail log\n'.repeat(5),
    });
    expect(status).toBe(1);
    expect(stderr).toContain('  line 1: \\x1b[2JU+0085 not a mail log\n');
  });
});
