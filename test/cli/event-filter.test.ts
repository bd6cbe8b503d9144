import { describe, expect, it } from 'vitest';
import { eventFilter } from '../../src/cli/event-filter.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { readEvents } from '../../src/library.ts';
import type { MailEvent } from '../../src/model/event.ts';
import { eventRow, type EventRow } from '../../src/sinks/event-row.ts';
import { fixture } from '../support/mailtop.ts';

const events: MailEvent[] = [];
for (const name of ['postfix', 'exim', 'dovecot', 'neighbours']) {
  for await (const batch of readEvents(fixture(`${name}/lines.log`), { timezone: 'UTC' }))
    events.push(...batch);
}

const filterOf = (...options: string[]) => eventFilter(parseCommandLine(['events', ...options], ['events']));

/** A code that was sent counts as one, printed or not. */
const codeOf = (row: EventRow): number => row.reply_code ?? row.implied_code ?? 0;
const enhancedOf = (row: EventRow): string => row.enhanced_code ?? '';

describe('filters of events', () => {
  it.each<[string, (row: EventRow) => boolean]>([
    ['--code 452', (row) => codeOf(row) === 452],
    ['--code 4xx', (row) => Math.floor(codeOf(row) / 100) === 4],
    ['--code 45*', (row) => Math.floor(codeOf(row) / 10) === 45],
    ['--code 4XX,!452', (row) => Math.floor(codeOf(row) / 100) === 4 && codeOf(row) !== 452],
    ['--code 334 --code 235', (row) => [334, 235].includes(codeOf(row))],
    ['--code 5.7.*', (row) => /^5\.7\.\d+$/.test(enhancedOf(row))],
    ['--code 4.x.2', (row) => /^4\.\d+\.2$/.test(enhancedOf(row))],
    ['--code 452,5.2.2', (row) => codeOf(row) === 452 || enhancedOf(row) === '5.2.2'],
    ['--code !5.7.1 --kind reject', (row) => row.kind === 'reject' && enhancedOf(row) !== '5.7.1'],
    ['--kind auth,storage', (row) => ['auth', 'storage'].includes(row.kind)],
    ['--kind !delivery --kind !reject', (row) => !['delivery', 'reject'].includes(row.kind)],
    ['--reason storage-mailbox-full', (row) => row.reason === 'storage-mailbox-full'],
    [
      '--status deferred --reason !greylisted',
      (row) => row.status === 'deferred' && row.reason !== 'greylisted',
    ],
    ['--queue-id 4jYCBt2wTjz9rvQ', (row) => row.queue_id === '4jYCBt2wTjz9rvQ'],
    ['--client 203.0.113.78', (row) => (row.auth?.client_ip ?? row.client_ip) === '203.0.113.78'],
    [
      '--account DAVE@example.org',
      (row) => (row.auth?.username ?? row.account)?.toLowerCase() === 'dave@example.org',
    ],
  ])('%s', (options, holds) => {
    const wanted = events.map(eventRow).filter(holds);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(events.length);
    expect(events.filter(filterOf(...options.split(' '))).map(eventRow)).toEqual(wanted);
  });

  it('none: everything', () => {
    expect(events.every(filterOf())).toBe(true);
  });

  it.each([
    ['--kind atuh', /--kind atuh: unknown/],
    ['--kind !atuh', /--kind atuh: unknown/],
    ['--reason storage-mailbox-ful', /--reason/],
    ['--status defered', /--status defered: unknown/],
    ['--code 99', /--code 99: not a code/],
    ['--code 4x', /--code 4x: not a code/],
    ['--code 6.1.1', /--code 6\.1\.1: not a code/],
    ['--code !', /--code/],
  ])('%s is refused: a typing error must not look like an empty log', (options, message) => {
    expect(() => filterOf(...options.split(' '))).toThrow(message);
  });
});
