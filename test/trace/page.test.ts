import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import { openSources } from '../../src/sources/index.ts';
import { traceJson } from '../../src/trace/json.ts';
import { readQuery } from '../../src/trace/query.ts';
import { tracePage } from '../../src/trace/text/page.ts';
import { trace, type Trace } from '../../src/trace/trace.ts';
import { labLog } from '../support/lab.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const OPTIONS = { from: null, to: null, year: 2026, timezone: 'UTC', top: 20, mta: null };
const RENDER = { columns: 78, utf8: true, zone: 'UTC', indent: false };

async function traced(words: string, path: string): Promise<Trace> {
  const query = readQuery(words);
  if (query === null) throw new Error('no query');
  const { sources } = await openSources([path]);
  return trace(query, sources, OPTIONS, (error) => {
    throw error;
  });
}

const delivery = (minute: number, status: string, said: string): string =>
  `Nov 23 10:${String(minute).padStart(2, '0')}:00 mx1 postfix/smtp[15]: C0A0C101: to=<carol@example.com>, relay=mx.example.com[198.51.100.9]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=${status} (host mx.example.com[198.51.100.9] said: ${said})\n`;
const FULL = '452 4.2.2 Mailbox full (in reply to RCPT TO command)';

describe('a trace as text', () => {
  it('folds alike tries, says why, and where the evidence begins and ends', async () => {
    const log = Array.from({ length: 12 }, (_, minute) => delivery(minute, 'deferred', FULL)).join('');
    const page = tracePage(
      await traced('C0A0C101', temporaryFolder().write('mail.log', log)),
      RENDER,
      'words',
    );
    expect(page).toContain('C0A0C101: deferred: it waits for another try\n');
    expect(page).toMatch(/10:00:00 ~ mx1 smtp .*[^]*… 10 tries alike\n 10:11:00 ~ mx1 smtp/);
    expect(page.match(/why: /g)).toHaveLength(2);
    expect(page).toContain('12 tries');
    expect(page).toContain(' begins  not in these files, which begin 10:00\n');
    expect(page).toContain(' ends    not seen to end in these files, which end 23 Nov 2026 10:11\n');
  });

  it('no line is wider than asked for, whatever a log says; nothing moves the terminal', async () => {
    const evil = `550 5.1.1 \u001b[2J\u009b31m\u202eevil ${'x'.repeat(500)}`;
    const path = temporaryFolder().write('mail.log', delivery(1, 'bounced', evil));
    for (const style of ['words', 'raw'] as const) {
      const page = tracePage(await traced('carol@example.com', path), RENDER, style);
      expect(page).toContain('\\x1b');
      expect(page).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
      for (const line of page.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(78);
    }
    expect(traceJson(await traced('carol@example.com', path), false, true)).not.toMatch(
      /[^\n\P{Cc}]|\p{Cf}/u,
    );
  });

  it('ASCII where the terminal has no more', async () => {
    const page = tracePage(
      await traced('C0A0C101', labLog('postfix.log')),
      { ...RENDER, utf8: false },
      'words',
    );
    expect(page).toContain('C0A0C101 > D648410F: delivered\n');
    expect(page).not.toMatch(/[^\n -~]/);
  });

  it('--raw shows the lines, without secrets', async () => {
    const secret = 'AGFubmEAaHVudGVyMg==';
    const log = `Nov 23 10:00:00 mx1 postfix/smtpd[11]: connect from laptop.example.net[192.0.2.7]
Nov 23 10:00:01 mx1 postfix/smtpd[11]: < laptop.example.net[192.0.2.7]: AUTH PLAIN ${secret}
Nov 23 10:00:01 mx1 postfix/smtpd[11]: C0A0C101: client=laptop.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=anna
`;
    const found = await traced('C0A0C101', temporaryFolder().write('mail.log', log));
    const page = tracePage(found, { ...RENDER, columns: 200 }, 'raw');
    expect(page).toContain(
      '   | Nov 23 10:00:00 mx1 postfix/smtpd[11]: connect from laptop.example.net[192.0.2.7]\n',
    );
    expect(page).toContain('AUTH PLAIN');
    expect(page).not.toContain(secret);
    expect(traceJson(found, false, true)).not.toContain(secret);
  });
});

describe('a trace as JSON', () => {
  it('has mails as in `messages`, with their events', async () => {
    const found = await traced('C0A0C101', labLog('postfix.log'));
    const document = JSON.parse(traceJson(found, false, false));
    expect(document).toMatchObject({ schema: 'mailtop-trace/1', query: 'C0A0C101', more_queue_ids: 0 });
    const [mail] = document.messages;
    expect(mail).toMatchObject({
      queue_id: 'C0A0C101',
      also_queue_ids: ['D648410F'],
      outcome: 'delivered',
      sender: 'lopez@juniper.test',
    });
    expect(mail.events.filter((event: { kind: string }) => event.kind === 'delivery')).toHaveLength(2);
    expect(mail.events[0]).not.toHaveProperty('raw');
  });
});
