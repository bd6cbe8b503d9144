import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { queueIdEnd, queueIdTime } from '../../../src/mta/postfix/queue-id.ts';

test('a long queue id holds the time of arrival', () => {
  expect(queueIdTime('4WDsxC29Z0z3kQ')).toBe(Date.parse('2024-07-03T21:14:55.307Z'));
});

const rows = readFileSync(new URL('../../../fixtures/postfix/lines.expected.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { queue_id?: string; queue_time?: string })
  .filter((row) => row.queue_id !== undefined && row.queue_time !== undefined);

test.each(rows)('$queue_id was made at $queue_time', (row) => {
  expect(queueIdTime(row.queue_id ?? '')).toBe(
    Date.parse((row.queue_time ?? '').replace(/(\.\d{3})\d+/, '$1')),
  );
});

test.each(['3B9ACA00FF', '334522A11', '', 'z', '4WDsxC29Z0z', 'C29Z0z3kQ', '4WDsxC29A0z3kQ', 'removed'])(
  '%j holds no time',
  (id) => {
    expect(queueIdTime(id)).toBeNull();
  },
);

test.each([
  ['4jYCBt2wTjz9rvQ: removed', 15],
  ['3B9ACA00FF: removed', 10],
  ['A1B2C5123456789ABCDEF: skipped', 21],
  ['ABCDEF: removed', 6],
  // An anonymised id.
  ['3B9ACA00FEXXXX: removed', 14],
  ['NOQUEUE: reject', -1],
  ['warning: x', -1],
  ['statistics: max', -1],
  ['127.0.0.1: x', -1],
  ['ABCD: x', -1],
  ['4jYCBt2wTjz9rvQ', -1],
  ['', -1],
])('the id of %j ends at %i', (text, end) => {
  expect(queueIdEnd(text, 0)).toBe(end);
});
