import { constants, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MailtopError } from '../../src/model/errors.ts';
import { unpacked } from '../../src/sources/unpacked.ts';

/** What came out, and how it ended. */
async function unpack(bytes: Buffer, chunkBytes = bytes.length): Promise<{ text: string; failure: unknown }> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of unpacked('mail.log.2.gz', inChunks(bytes, chunkBytes), {}))
      chunks.push(Buffer.from(chunk));
  } catch (failure) {
    return { text: Buffer.concat(chunks).toString(), failure };
  }
  return { text: Buffer.concat(chunks).toString(), failure: null };
}

/** Uses one buffer again and again, as a reader of files does. */
async function* inChunks(bytes: Buffer, chunkBytes: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(chunkBytes);
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield buffer.subarray(0, bytes.copy(buffer, 0, start, start + chunkBytes));
  }
}

test('members that follow one another are one text, wherever the chunks are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string(), { minLength: 1 }),
      fc.integer({ min: 2, max: 40 }),
      async (texts, chunkBytes) => {
        const archive = Buffer.concat(texts.map((text) => gzipSync(text)));
        const { text, failure } = await unpack(archive, chunkBytes);
        expect(failure).toBe(null);
        expect(text).toBe(texts.map((part) => Buffer.from(part).toString()).join(''));
      },
    ),
    { numRuns: 60 },
  );
});

const lines = Array.from(
  { length: 40_000 },
  (_, i) => `Nov 23 20:01:25 mx1 postfix/smtpd[${i}]: connect from unknown[192.0.2.${i % 256}]\n`,
);
const log = lines.join('');

test('a file cut off in the middle gives all that comes before the cut', async () => {
  const archive = gzipSync(log);
  const cut = archive.subarray(0, Math.floor(archive.length / 2));
  const { text, failure } = await unpack(cut, 64 * 1024);
  expect(log.startsWith(text)).toBe(true);
  expect(text.length).toBeGreaterThan(log.length * 0.45);
  expect(failure).toBeInstanceOf(MailtopError);
  expect(failure).toMatchObject({
    code: 'broken-archive',
    message: 'mail.log.2.gz: ends in the middle (unexpected end of gzip data)',
  });
});

test('nothing is lost at a cut: as much as another decoder gets out of the same bytes', async () => {
  const archive = gzipSync(log);
  for (const length of [30, 1000, archive.length - 9, archive.length - 1]) {
    const { text, failure } = await unpack(archive.subarray(0, length), 1000);
    expect(failure).toMatchObject({ code: 'broken-archive' });
    expect(text).toBe(leniently(archive.subarray(0, length)));
  }
});

/** zlib told to accept an end anywhere. */
function leniently(bytes: Buffer): string {
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

test('damage in the middle is told apart from an early end', async () => {
  const archive = gzipSync(log);
  archive.fill(0xff, archive.length / 2, archive.length / 2 + 64);
  const { text, failure } = await unpack(archive, 64 * 1024);
  expect(failure).toMatchObject({ code: 'broken-archive' });
  expect((failure as MailtopError).message).toMatch(/^mail\.log\.2\.gz: damaged \(/);
  expect(text.length).toBeGreaterThan(0);
});

test('zeros after the end are padding', async () => {
  const { text, failure } = await unpack(Buffer.concat([gzipSync('one\n'), Buffer.alloc(512)]));
  expect({ text, failure }).toEqual({ text: 'one\n', failure: null });
});

test('a thousandfold compression does not fill the memory', async () => {
  const blank = gzipSync(Buffer.alloc(256 * 1024 * 1024, ' '));
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let bytes = 0;
  for await (const chunk of unpacked('bomb.gz', inChunks(blank, 1024 * 1024), {})) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(bytes).toBe(256 * 1024 * 1024);
  expect(most).toBeLessThan(128 * 1024 * 1024);
});
