import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { labLog, labTruth } from '../support/lab.ts';

test('the expected counts are those that the record of the laboratory gives', () => {
  const script = fileURLToPath(new URL('../../bench/lab-counts.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('every reply that a log prints is in the record with its line', () => {
  const printed = labTruth().filter(
    ({ type, visible_in_log }) => type === 'reply' && visible_in_log === 'verbatim',
  );
  expect(printed.length).toBeGreaterThan(2000);
  expect(printed.filter(({ log_ref }) => log_ref === undefined)).toEqual([]);
});

// The rule of counting (end of data: once for each recipient) against the logs themselves, by plain search for the text.
test.each([
  ['postfix.log', 'postfix-a'],
  ['postfix-rfc3164.log.gz', 'postfix-b'],
])('%s: each reply stands on as many delivery lines as it is counted', (log, server) => {
  const deliveries = linesOf(log)
    .map(asPostfixPrints)
    .filter((line) => /\]: \w+: to=</.test(line) && line.includes('status='));
  const expected = new Map<string, number>();
  for (const row of labTruth()) {
    const received = row.server === server && row.dir === 'received' && row.visible_in_log === 'verbatim';
    const internal = row.peer === server && row.visible_in_peer_log === 'verbatim';
    if (row.type !== 'reply' || !(received || internal)) continue;
    const text = asPostfixPrints(row.text ?? '');
    const lines = row.stage === 'eod' ? (row.rcpts?.length ?? 1) : 1;
    expected.set(text, (expected.get(text) ?? 0) + lines);
  }
  const found = new Map(
    [...expected.keys()].map((text) => [text, deliveries.filter((line) => shows(line, text)).length]),
  );
  expect(found).toEqual(expected);
});

function linesOf(log: string): string[] {
  const bytes = readFileSync(labLog(log));
  return (log.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1').split('\n');
}

/** Postfix joins the lines of a reply by blanks and prints `?` for what is not printable. The record writes such bytes as `\xe8`. */
function asPostfixPrints(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(/\\x[0-9a-f]{2}|[^ -~]/g, '?');
}

function shows(line: string, reply: string): boolean {
  const places = [`(${reply})`, `said: ${reply} (in reply to `, `refused to talk to me: ${reply})`];
  return places.some((place) => line.includes(place));
}
