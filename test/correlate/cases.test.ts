// Each fixtures/messages/NAME.log against NAME.expected.json, which was written by hand: what a person says who has read
// the log and the documentation of the mail system.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Message } from '../../src/model/message.ts';
import { Analysis } from '../../src/pipeline.ts';
import { messageRow, type MessageRow } from '../../src/sinks/message-row.ts';
import { openSources } from '../../src/sources/index.ts';

const CASES = new URL('../../fixtures/messages/', import.meta.url);

interface Expected {
  readonly year?: number;
  readonly timezone?: string;
  /** Mails by queue id; what is not told of them does not matter. */
  readonly messages: object[];
  /** Of the report. */
  readonly totals: object;
}

const names = readdirSync(CASES)
  .filter((file) => file.endsWith('.log'))
  .map((file) => file.slice(0, -'.log'.length));

test.each(names)('%s', async (name) => {
  const { year, timezone, messages, totals } = expectedOf(name);
  const mails: Message[] = [];
  const analysis = new Analysis(
    { from: null, to: null, year: year ?? null, timezone: timezone ?? null, top: 10, mta: null },
    { messages: (batch) => void mails.push(...batch) },
  );
  const { sources } = await openSources([fileURLToPath(new URL(`${name}.log`, CASES))]);
  for (const source of sources) await analysis.read(source);
  analysis.end();
  const report = analysis.snapshot();
  expect(report.input.unrecognized_samples).toEqual([]);
  expect([...mails, ...analysis.open()].map(messageRow).sort(byIdAndTime)).toMatchObject(messages);
  expect(report.messages).toMatchObject(totals);
});

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(new URL(`${name}.expected.json`, CASES), 'utf8'));
}

function byIdAndTime(a: MessageRow, b: MessageRow): number {
  const one = `${a.queue_id} ${a.arrived ?? ''}`;
  const other = `${b.queue_id} ${b.arrived ?? ''}`;
  return one < other ? -1 : one > other ? 1 : 0;
}
