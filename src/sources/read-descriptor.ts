// Reads an open descriptor that cannot be opened again: a pipe, a terminal, what stdin was redirected from.
import { close, fstatSync, read } from 'node:fs';
import { Socket } from 'node:net';
import { ReadStream, isatty } from 'node:tty';
import { CHUNK_BYTES } from './read-ahead.ts';

/**
 * Closes the descriptor at the end, unless it is stdin. Pipes and terminals are left to the event loop: a read that
 * blocks in a thread keeps the process from ending on Ctrl-C until the writer writes, and a pipe that another program
 * made non-blocking answers EAGAIN. Works in worker threads, where `process.stdin` does not.
 */
export async function* readDescriptor(descriptor: number): AsyncGenerator<Uint8Array> {
  const stats = fstatSync(descriptor);
  if (isatty(descriptor)) {
    yield* chunksOf(new ReadStream(descriptor));
  } else if (stats.isFIFO() || stats.isSocket()) {
    yield* chunksOf(new Socket({ fd: descriptor, readable: true, writable: false }));
  } else {
    yield* readPlainly(descriptor);
  }
}

async function* chunksOf(stream: Socket): AsyncGenerator<Uint8Array> {
  // A socket without an encoding gives bytes.
  for await (const chunk of stream) yield chunk as Uint8Array;
}

async function* readPlainly(descriptor: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  try {
    for (;;) {
      const length = await readOnce(descriptor, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    if (descriptor !== 0) close(descriptor);
  }
}

function readOnce(descriptor: number, buffer: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, 0, buffer.length, null, (error, length) =>
      error ? reject(error) : resolve(length),
    );
  });
}
