// A file as a source. It is opened anew for every reading and closed after it.
import { open } from 'node:fs/promises';
import type { Source } from '../model/source.ts';
import { isGzip } from './gunzip.ts';
import { readAhead } from './read-ahead.ts';
import { HEAD_BYTES, refusal } from './refusal.ts';
import { systemError } from './system-error.ts';
import { unpacked } from './unpacked.ts';

/** Throws MailtopError when it cannot be opened or is no log. */
export async function openFile(path: string): Promise<Source> {
  const { head, size, modified } = await look(path);
  const refused = refusal(path, head);
  if (refused !== null) throw refused;
  return {
    path,
    size,
    modified,
    compression: isGzip(head) ? 'gzip' : null,
    chunks: (onStored) => unpacked(path, readAhead(path), { onStored }),
  };
}

async function look(path: string): Promise<{ head: Uint8Array; size: number; modified: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, mtimeMs } = await file.stat();
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return { head: buffer.subarray(0, bytesRead), size, modified: mtimeMs };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw systemError(path, error);
  }
}
