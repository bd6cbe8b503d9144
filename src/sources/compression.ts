// Tells a compressed file by its first bytes: names lie, and rotated files lose their endings.
import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';
import type { Compression } from '../model/snapshot.ts';

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['bzip2', [0x42, 0x5a, 0x68]],
];

/** Null: not compressed in a way that has a name here. */
export function compressionOf(head: Uint8Array): Compression | null {
  for (const [compression, magic] of MAGIC) {
    if (magic.every((byte, index) => head[index] === byte)) return compression;
  }
  return null;
}

/** A new stream that takes the compression off, or null when this Node cannot (xz, bzip2; zstd before Node 22.15). */
export function decompressor(compression: Compression, chunkBytes: number): Transform | null {
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize: chunkBytes });
  if (compression === 'zstd') return createZstdDecompress?.({ chunkSize: chunkBytes }) ?? null;
  return null;
}

/** The type declarations are those of the oldest Node we run on, which has no zstd. */
const { createZstdDecompress } = zlib as {
  createZstdDecompress?: (options: { chunkSize: number }) => Transform;
};
