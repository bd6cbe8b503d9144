// However the bytes of a log arrive, cut anywhere, in a buffer that is used again: the same events, the same report.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MailEvent } from '../../src/model/event.ts';
import type { Message } from '../../src/model/message.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Source } from '../../src/model/source.ts';
import { Analysis } from '../../src/pipeline.ts';
import { hostileLog } from '../support/hostile-log.ts';
import { fixture } from '../support/mailtop.ts';

/** The laboratory's day: also where message ids do not tell it, because the first chunk has none. */
const MODIFIED = Date.UTC(2026, 10, 23, 22);
const OPTIONS = { from: null, to: null, year: null, timezone: 'UTC', top: 1000, mta: null };

const LOGS = [
  ...[
    'postfix/lines.log',
    'postfix/damaged.log',
    'exim/lines.log',
    'exim/trace.log',
    'dovecot/lines.log',
  ].map((name) => readFileSync(fixture(name))),
  ...['mixed-rfc3164', 'mixed-rfc5424', 'mixed-iso', 'mixed-repeat-reduction', 'postfix-verbose'].map(
    (name) => gunzipSync(readFileSync(fixture(`lab/${name}.log.gz`))),
  ),
  readFileSync(fixture('lab/exim/mainlog')),
  Buffer.from(hostileLog()),
  Buffer.from(hostileLog(), 'latin1'),
  Buffer.from(hostileLog().replaceAll('\n', '\r\n')),
].map((bytes) => ({ bytes, lines: linesOf(bytes) }));

/** Where each line begins, and where the last one ends. */
function linesOf(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

/** Some hundred lines of a log; perhaps without the end of the last one. */
const fragment = fc
  .record({
    log: fc.nat(LOGS.length - 1),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 300 }),
    cut: fc.nat(80),
  })
  .map(({ log, from, length, cut }) => {
    const { bytes, lines } = LOGS[log]!;
    const first = from % lines.length;
    const last = Math.min(first + length, lines.length - 1);
    return bytes.subarray(lines[first], Math.max(lines[first]!, lines[last]! - cut));
  });

/** Sizes of the chunks, over and over: single bytes, parts of lines, many lines. */
const sizes = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 9000 }),
  ),
  { minLength: 1, maxLength: 20 },
);

function sourceOf(bytes: Buffer, chunkSizes: readonly number[]): Source {
  return {
    path: 'mail.log',
    size: bytes.length,
    modified: MODIFIED,
    compression: null,
    async *chunks() {
      const buffer = Buffer.alloc(Math.max(...chunkSizes));
      for (let start = 0, number = 0; start < bytes.length; number++) {
        const size = Math.min(chunkSizes[number % chunkSizes.length]!, bytes.length - start);
        // Whoever kept the chunk before this one finds something else in it.
        buffer.fill('X');
        bytes.copy(buffer, 0, start, start + size);
        start += size;
        yield buffer.subarray(0, size);
      }
    },
  };
}

interface Outcome {
  readonly events: MailEvent[];
  readonly messages: Message[];
  readonly snapshot: Omit<Snapshot, 'generated_at'>;
}

async function read(bytes: Buffer, chunkSizes: readonly number[], keepsEvents: boolean): Promise<Outcome> {
  const events: MailEvent[] = [];
  const messages: Message[] = [];
  const handlers = {
    events: (batch: readonly MailEvent[]): void => void events.push(...batch),
    messages: (batch: readonly Message[]): void => void messages.push(...batch),
  };
  const analysis = new Analysis(OPTIONS, keepsEvents ? handlers : {});
  await analysis.read(sourceOf(bytes, chunkSizes));
  analysis.end();
  const { generated_at: _, ...snapshot } = analysis.snapshot();
  return { events, messages, snapshot };
}

describe('any chunking of the bytes', () => {
  it('gives the same events, mails and snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(fragment, sizes, async (bytes, chunkSizes) => {
        const whole = await read(bytes, [Math.max(1, bytes.length)], true);
        expect(await read(bytes, chunkSizes, true)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same snapshot when no event is kept, and one serves for all lines', async () => {
    await fc.assert(
      fc.asyncProperty(fragment, sizes, async (bytes, chunkSizes) => {
        const whole = await read(bytes, [Math.max(1, bytes.length)], true);
        expect((await read(bytes, chunkSizes, false)).snapshot).toEqual(whole.snapshot);
      }),
      { numRuns: 150 },
    );
  });
});

it('any bytes at all are read without an error, and each line is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine(), { maxLength: 40 }), sizes, async (lines, chunkSizes) => {
      const bytes = Buffer.concat(lines.map((line) => Buffer.concat([line, Buffer.from('\n')])));
      const { snapshot } = await read(bytes, chunkSizes, false);
      expect(snapshot.input.lines).toBe(lines.length + lines.filter((line) => line.includes(10)).length);
    }),
    { numRuns: 300 },
  );
});

/** Damage: real lines cut, joined and with bytes replaced; or noise. */
function anyLine(): fc.Arbitrary<Buffer> {
  const noise = fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => Buffer.from(bytes.map((byte) => (byte === 10 ? 0 : byte))));
  const damaged = fc
    .record({
      log: fc.nat(LOGS.length - 1),
      at: fc.nat(),
      from: fc.nat(100),
      byte: fc.nat(255),
      where: fc.nat(300),
      tail: noise,
    })
    .map(({ log, at, from, byte, where, tail }) => {
      const { bytes, lines } = LOGS[log]!;
      const line = Buffer.from(
        bytes.subarray(lines[at % lines.length]!, (lines[(at % lines.length) + 1] ?? bytes.length) - 1),
      );
      if (where < line.length) line[where] = byte === 10 ? 0 : byte;
      return Buffer.concat([line.subarray(from > 90 ? from % 40 : 0), tail]);
    });
  return fc.oneof(damaged, damaged, noise);
}
