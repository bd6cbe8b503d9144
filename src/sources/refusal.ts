// Why the first bytes of an input cannot be those of a log, and what would make one of it.
import { isUtf8 } from 'node:buffer';
import { MailtopError } from '../model/errors.ts';
import { isGzip } from './gunzip.ts';
import { shellWord } from './shell-word.ts';

/** Enough to meet the marks below; the largest is that of tar. */
export const HEAD_BYTES = 4096;

/** Null: may well be a log, plain or in gzip. */
export function refusal(path: string, head: Uint8Array): MailtopError | null {
  if (isGzip(head)) return null;
  for (const { name, at, mark, unpack } of OTHER_FORMATS) {
    if (startsWith(head, at, mark)) return notRead(path, name, unpack(shellWord(path)));
  }
  return looksBinary(head) ? binary(path, head) : null;
}

interface OtherFormat {
  name: string;
  at: number;
  mark: string;
  /** A command that writes the text to its stdout. */
  unpack: (path: string) => string;
}

const OTHER_FORMATS: readonly OtherFormat[] = [
  { name: 'xz data', at: 0, mark: '\xfd7zXZ\0', unpack: (path) => `xz -dc ${path}` },
  { name: 'bzip2 data', at: 0, mark: 'BZh', unpack: (path) => `bzip2 -dc ${path}` },
  // Node has zstd since 22.15, but stops after the first frame and takes a cut file for a whole one.
  { name: 'zstd data', at: 0, mark: '\x28\xb5\x2f\xfd', unpack: (path) => `zstd -dc ${path}` },
  { name: 'lz4 data', at: 0, mark: '\x04\x22\x4d\x18', unpack: (path) => `lz4 -dc ${path}` },
  { name: 'compress (.Z) data', at: 0, mark: '\x1f\x9d', unpack: (path) => `gzip -dc ${path}` },
  { name: 'a zip archive', at: 0, mark: 'PK\x03\x04', unpack: (path) => `unzip -p ${path}` },
  { name: 'a tar archive', at: 257, mark: 'ustar', unpack: (path) => `tar -xOf ${path}` },
  {
    name: 'a systemd journal',
    at: 0,
    mark: 'LPKSHHRH',
    unpack: (path) => `journalctl -o short-iso --file ${path}`,
  },
  { name: 'UTF-16 text', at: 0, mark: '\xff\xfe', unpack: (path) => `iconv -f UTF-16 -t UTF-8 ${path}` },
];

function startsWith(head: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) {
    if (head[at + i] !== mark.charCodeAt(i)) return false;
  }
  return true;
}

/**
 * More than one control character in ten, or some and a quarter of the rest no text in any encoding of ours. Leading
 * zeros do not count: a log that was truncated under its writer begins with a hole of them.
 */
function looksBinary(head: Uint8Array): boolean {
  let start = 0;
  while (head[start] === 0) start++;
  const bytes = Buffer.from(head.subarray(start, start + HEAD_BYTES));
  let control = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) control++;
  }
  if (control * 10 > bytes.length) return true;
  return control > 0 && (control + notUtf8(bytes)) * 4 > bytes.length;
}

function notUtf8(bytes: Buffer): number {
  return isUtf8(bytes) ? 0 : bytes.toString('utf8').split('\ufffd').length - 1;
}

function notRead(path: string, name: string, unpack: string): MailtopError {
  const hint = path === '-' ? 'unpack it before it is piped in' : `${unpack} | mailtop report -`;
  return new MailtopError('compressed', `${path}: ${name}, which is not read directly`, hint);
}

function binary(path: string, head: Uint8Array): MailtopError {
  const start = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const hint = path === '-' ? 'pipe in the log as text' : `file ${shellWord(path)} tells what it is`;
  return new MailtopError('binary', `${path}: not text and not a known compression (starts ${start})`, hint);
}
