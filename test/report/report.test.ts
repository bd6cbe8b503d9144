import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import type { MailEvent } from '../../src/model/event.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { FORMATS, type RenderOptions } from '../../src/report/index.ts';
import {
  delivery,
  denied,
  diskFull,
  event,
  HOUR,
  mailboxFull,
  MINUTE,
  NOON,
  usedLogin,
} from '../support/event.ts';
import { snapshotOf } from '../support/snapshot.ts';

const OPTIONS: RenderOptions = { columns: 78, utf8: false, zone: '+01:00', indent: false };

function render(name: string, snapshot: Snapshot, options: Partial<RenderOptions> = {}): string {
  const format = FORMATS.find((each) => each.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format.render(snapshot, { ...OPTIONS, ...options });
}

/** A section from its title to the next empty line. */
function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(title));
  return lines.slice(start, lines.indexOf('', start));
}

const day: MailEvent[] = [
  ...Array.from({ length: 131 }, (_, index) => diskFull({ time: NOON + index * 1000 })),
  ...Array.from({ length: 40 }, (_, index) =>
    denied({ username: `user${index}` }, { time: NOON + index * MINUTE }),
  ),
  ...Array.from({ length: 60 }, (_, index) => usedLogin({ clientIp: `192.0.2.${index}` }, { pid: index })),
  mailboxFull({ time: NOON - 30 * HOUR }),
  mailboxFull({ status: 'bounced', replyCode: 552, enhancedCode: '5.2.2', dsn: '5.2.2' }),
  delivery({
    status: 'sent',
    replyCode: 250,
    enhancedCode: '2.0.0',
    reason: 'accepted',
    replyText: '250 2.0.0 Ok',
  }),
  event({ kind: 'unrecognized', line: 17, text: 'a line that nobody knows' }),
];

describe('text', () => {
  const text = render('text', snapshotOf(day, 10));

  it('says for which servers, which time, and how much was read', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      'mailtop report for mx1',
      '22 Nov 2026 07:00 to 23 Nov 2026 13:39 (+01:00)',
      '1 file, 3.9 KiB, 235 lines, 0.43 % not understood',
    ]);
  });

  it('has the findings first, with what to do', () => {
    expect(section(text, 'FINDINGS').slice(0, 5)).toEqual([
      'FINDINGS',
      ' ! critical  storage     mx1 spool full: mail turned away 131 times',
      '             seen:       13:00 to 13:02; 131 x 452 4.3.1',
      '             do:         df -h "$(postconf -h queue_directory)"; df -i',
      '                         "$(postconf -h queue_directory)"',
    ]);
  });

  it('has logins and space side by side, in the same order', () => {
    expect(section(text, 'AUTH CHALLENGES')).toEqual([
      'AUTH CHALLENGES                        TRANSIENT STORAGE',
      ' attempts     100                       failures       133  131 ours',
      ' let in  235   60  60.0 %               try later      132  99.2 %',
      ' denied  535   40  40.0 %               returned         1  final',
      ' unsure  454    0                       mailbox full     2',
      ' gave up        0                       queue disk     131',
      ' refused        0                       remote system    0',
      ' asked   334  200  ~200 implied         too big          0  a limit, not space',
      ' worst hour    40  13:00                worst hour     132  13:00',
    ]);
  });

  it('shows codes once, not again in the example', () => {
    expect(section(text, 'REPLIES')).toEqual([
      'REPLIES  134: 131 by us, 3 to us',
      ' 2xx 1 (0.7 %)   3xx 0 (0 %)   4xx 132 (98.5 %)   5xx 1 (0.7 %)',
      ' implied  235 60   535 40',
      '  count  code       way  reason                example',
      '    131  452 4.3.1  in   storage-system-full   Insufficient system storage',
      '      1  250 2.0.0  out  accepted              Ok',
      '      1  452 4.2.2  out  storage-mailbox-full  Mailbox full',
      '      1  552 5.2.2  out  storage-mailbox-full  Mailbox full',
    ]);
  });

  it('shows who, where and what was not understood', () => {
    expect(section(text, 'TOP CLIENTS')[2]).toBe('      40       0        40  203.0.113.9  13:00, 13:39');
    expect(section(text, 'WHAT IS FULL').slice(1)).toEqual([
      '  count  waiting  side    kind           since         place',
      '    131        0  ours    queue-disk     13:00         mx1 spool',
      '      2        0  theirs  mailbox-quota  22 Nov 07:00  carol@example.com',
    ]);
    expect(section(text, 'NOT UNDERSTOOD')).toEqual([
      'NOT UNDERSTOOD  1 line',
      ' postfix/smtpd 1',
      ' mail.log:17 postfix/smtpd: a line that nobody knows',
    ]);
  });

  it('has a sentence where there is nothing to show', () => {
    const empty = render('text', snapshotOf([]));
    expect(empty).toContain('No line has a time.');
    expect(empty).toContain('none of a mail program');
    expect(empty).toContain(' Nothing to do. Checked: storage, logins,');
    expect(empty).toContain('No logins in this range.');
    expect(empty).toContain('No storage failures in this range.');
    expect(empty).toContain('No reply was logged in this range.');
    expect(empty).toContain('No message in this range.');
    expect(empty).toContain('Nothing was full.');
  });

  it('has signs of its own where UTF-8 may be printed', () => {
    expect(render('text', snapshotOf(day), { utf8: true })).toContain(' ▲ critical  storage');
  });
});

describe('hostile logs', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\x1b]0;pwned\x07',
      'a\u202eb',
      'x'.repeat(10_000),
      '日本'.repeat(80),
      '\ud800',
      'a\tb\nc',
      '</script>',
    ),
  );
  const events = fc.array(
    fc
      .tuple(hostile, hostile, hostile)
      .map(([a, b, c]) => [
        mailboxFull({ recipient: a, relay: b, replyText: c, host: a }),
        denied({ username: a, clientIp: b, mechanism: c, attempts: 20 }),
        diskFull({ host: b, enhancedCode: c }),
        event({ kind: 'unrecognized', file: a, program: b, text: c }),
        event({ kind: 'error', severity: 'fatal', program: b, text: c }),
      ]),
    { maxLength: 3 },
  );

  it('never get a control character, a blank at the end or a long line into the text', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 60, max: 140 }), (lists, columns) => {
        const snapshot = snapshotOf(lists.flat());
        for (const utf8 of [false, true]) {
          const text = render('text', snapshot, { columns, utf8 });
          expect(text).toMatch(utf8 ? /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|\n)*$/u : /^[ -~\n]*$/);
          for (const line of text.split('\n')) {
            expect(displayWidth(line)).toBeLessThanOrEqual(columns);
            expect(line).toBe(line.trimEnd());
          }
          expect(render('text', snapshot, { columns, utf8 })).toBe(text);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(events, (lists) => {
        const snapshot = snapshotOf(lists.flat());
        const text = render('json', snapshot);
        expect(text).toMatch(/^[^\p{Cc}]*\n$/u);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(snapshot)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('json', () => {
  it('is one line, or indented', () => {
    const snapshot = snapshotOf(day);
    expect(render('json', snapshot).split('\n')).toHaveLength(2);
    const indented = render('json', snapshot, { indent: true });
    expect(indented.split('\n')[1]).toBe('  "schema": "mailtop-report/1",');
    expect(JSON.parse(indented)).toEqual(snapshot);
  });

  it('has every key of the contract, and null for what is not known', () => {
    const snapshot = JSON.parse(render('json', snapshotOf([]))) as Snapshot;
    expect(Object.keys(snapshot).slice(0, 5)).toEqual([
      'schema',
      'version',
      'generated_at',
      'range',
      'input',
    ]);
    expect(snapshot.range).toEqual({ from: null, to: null });
    expect(snapshot.messages.delay_seconds).toBeNull();
    expect(snapshot.storage.by_kind).toEqual({
      'queue-disk': 0,
      inode: 0,
      'mailbox-quota': 0,
      'remote-system': 0,
      'message-size': 0,
    });
  });
});
