// What the other programs make of logs whose meaning is plain, and what is told about it.
import { describe, expect, it } from 'vitest';
import { COMPARISONS } from '../../src/compare/index.ts';
import type { CompareView } from '../../src/model/compare.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Source } from '../../src/model/source.ts';
import { Analysis } from '../../src/pipeline.ts';
import { FORMATS } from '../../src/report/index.ts';

/** One mail by way of a content filter, whose hop in and way back have ids of their own. */
const FILTERED = [
  'smtpd[11]: 3F2A91C0D4: client=mail.example.net[192.0.2.1]',
  'cleanup[12]: 3F2A91C0D4: message-id=<one@example.net>',
  'qmgr[1]: 3F2A91C0D4: from=<alice@example.net>, size=1000, nrcpt=1 (queue active)',
  'smtpd[13]: 4A2A91C0D5: client=localhost[127.0.0.1], orig_queue_id=3F2A91C0D4, orig_client=mail.example.net[192.0.2.1]',
  'cleanup[12]: 4A2A91C0D5: message-id=<one@example.net>',
  'qmgr[1]: 4A2A91C0D5: from=<alice@example.net>, size=1400, nrcpt=1 (queue active)',
  'smtp[14]: 3F2A91C0D4: to=<bob@example.org>, relay=127.0.0.1[127.0.0.1]:10024, delay=0.5, delays=0.1/0/0.1/0.3, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 4A2A91C0D5)',
  'qmgr[1]: 3F2A91C0D4: removed',
  'lmtp[15]: 4A2A91C0D5: to=<bob@example.org>, relay=mx1[private/dovecot-lmtp], delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 2.0.0 <bob@example.org> Saved)',
  'qmgr[1]: 4A2A91C0D5: removed',
].map((text) => `Nov 23 10:00:00 mx1 postfix/${text}`);

describe('a mail through a content filter', () => {
  it('is two received, two delivered to pflogsumm, one to us', async () => {
    const { compare } = await read('pflogsumm', FILTERED);
    expect(figures(compare)).toMatchObject({
      received: [2, 1],
      delivered: [2, 1],
      'bytes received': [2400, 1000],
      senders: [1, null],
      'sending hosts/domains': [1, null],
      recipients: [1, null],
    });
    expect(compare.rows.find(({ what }) => what === 'received')?.why).toContain('filter');
    expect(compare.rows.find(({ what }) => what === 'bounced')?.why).toBe(null);
  });

  it('is shown after the head of the text report', async () => {
    const snapshot = await read('pflogsumm', FILTERED);
    const text = FORMATS[0]!.render(snapshot, { columns: 78, utf8: true, zone: 'UTC', indent: false });
    expect(text).toMatch(/^ {2}received +2 +1 {2}counts client= and pickup lines/m);
    expect(text.indexOf('BESIDE PFLOGSUMM')).toBeLessThan(text.indexOf('FINDINGS'));
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  });
});

it('what a client writes into a line is a mail to pflogsumm, and that is said', async () => {
  const { compare } = await read('pflogsumm', [
    'Nov 23 10:00:00 mx1 postfix/smtpd[11]: lost connection after AUTH from x[9]: 3F2A91C0D4: client=y[192.0.2.1]',
  ]);
  expect(figures(compare)['received']).toEqual([1, 0]);
  expect(compare.notes.join()).toContain('1 of its mails and refusals are words of a client');
});

it('names of objects in every language are no verdicts', async () => {
  const { compare } = await read('pflogsumm', [
    'Nov 23 10:00:00 mx1 postfix/smtpd[11]: constructor: toString: __proto__',
    'Nov 23 10:00:00 mx1 postfix/cleanup[11]: __proto__: reject: header',
  ]);
  expect(compare.rows.every(({ theirs }) => theirs === 0)).toBe(true);
});

it('eximstats of Exim 4.96 counts no mail with the ids of Exim 4.97', async () => {
  const { compare } = await read('eximstats', [
    '2026-11-23 10:00:00 1tXyZ1-00000000abc-0DEf <= alice@example.net H=mail.example.net [192.0.2.1] P=esmtp S=1000',
    '2026-11-23 10:00:01 1tXyZ1-00000000abc-0DEf => bob@example.org R=dnslookup T=remote_smtp H=mx [192.0.2.7] C="250 OK"',
    '2026-11-23 10:00:01 1tXyZ1-00000000abc-0DEf Completed',
  ]);
  expect(figures(compare)).toMatchObject({ 'Received: messages': [0, 1], 'Delivered: addresses': [0, 1] });
  expect(compare.notes.join()).toContain('23-character ids');
});

it('a report without a comparison says null', async () => {
  const analysis = new Analysis(OPTIONS);
  await analysis.read(source(FILTERED));
  analysis.end();
  expect(analysis.snapshot().compare).toBe(null);
});

const OPTIONS = { from: null, to: null, year: 2026, timezone: 'UTC', top: 10, mta: null };

async function read(name: string, lines: string[]): Promise<Snapshot & { compare: CompareView }> {
  const comparison = await COMPARISONS.find((each) => each.name === name)!.load();
  const analysis = new Analysis(OPTIONS, {
    events: (events) => events.forEach((event) => comparison.add(event)),
  });
  await analysis.read(source(lines));
  analysis.end();
  const snapshot = analysis.snapshot();
  return { ...snapshot, compare: comparison.view(snapshot) };
}

/** What → [theirs, ours]. */
function figures({ rows }: CompareView): Record<string, [number, number | null]> {
  return Object.fromEntries(rows.map(({ what, theirs, ours }) => [what, [theirs, ours]]));
}

function source(lines: string[]): Source {
  return {
    path: 'log',
    size: null,
    modified: Date.parse('2026-11-24T00:00:00Z'),
    compression: null,
    async *chunks() {
      yield Buffer.from(lines.join('\n') + '\n');
    },
  };
}
