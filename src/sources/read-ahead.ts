// Reads a regular file in large chunks, the next one while the caller works on the last.
import { open } from 'node:fs/promises';

/** Small enough that a chunk and its text are still in the processor's cache when its lines are read. */
export const CHUNK_BYTES: number = 256 * 1024;

/** Two buffers take turns: a chunk is valid until the next one is asked for. */
export async function* readAhead(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  let buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let other = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let reading = file.read(buffer, 0, CHUNK_BYTES, null);
  // A failure is reported where it is awaited; until then it must not count as unhandled.
  reading.catch(() => {});
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const chunk = buffer.subarray(0, bytesRead);
      [buffer, other] = [other, buffer];
      reading = file.read(buffer, 0, CHUNK_BYTES, null);
      reading.catch(() => {});
      yield chunk;
    }
  } finally {
    await reading.catch(() => {});
    await file.close();
  }
}
