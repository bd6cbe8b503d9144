// Clients choose their names, users and half of our reply texts. None of it may reach a terminal as more than text.
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import { hostileLog } from '../support/hostile-log.ts';
import { mailtop, rowsOf, withControls } from '../support/mailtop.ts';

const UTF8 = Buffer.from(hostileLog());
/** C1 controls as the bytes that an 8-bit terminal obeys. */
const LATIN1 = Buffer.from(hostileLog(), 'latin1');
const INPUT = Buffer.concat([UTF8, LATIN1]);

describe('a hostile log', () => {
  it.each([
    ['the JSON report', ['report', '--format', 'json']],
    ['events', ['events']],
    ['messages', ['messages']],
    ['classify', ['classify']],
    ['trace', ['trace', '192.0.2.1', '-']],
    ['trace, the lines as they stand', ['trace', '192.0.2.1', '-', '--raw']],
    ['trace, as JSON', ['trace', '192.0.2.1', '-', '--format', 'json']],
  ])('%s holds no control character', async (_, args) => {
    const { status, stdout, stderr } = await mailtop(args, { input: INPUT });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(500);
    expect(withControls(stdout)).toEqual([]);
  });

  it('the text report holds none either, in lines of 78', async () => {
    const { status, stdout, stderr } = await mailtop(['report', '--top', '1000'], { input: INPUT });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('pwned');
    expect(withControls(stdout)).toEqual([]);
    expect(Math.max(...stdout.split('\n').map(displayWidth))).toBe(78);
  });

  it('without UTF-8 the text report is plain ASCII', async () => {
    const { stdout } = await mailtop(['report', '--top', '1000'], { input: INPUT, env: { LC_ALL: 'C' } });
    expect(stdout).toContain('pwned');
    expect(stdout).toMatch(/^[\n -~]*$/);
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
