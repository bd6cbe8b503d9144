// The lines of an input that a pattern matches, with where they stand. Nothing else is cut, decoded or parsed.
import { Buffer } from 'node:buffer';
import { LONGEST_LINE_BYTES } from '../lines/line-splitter.ts';
import { keep } from '../model/keep.ts';
import type { LinePattern } from './line-pattern.ts';

export interface FoundLine {
  /** Of its first byte in the unpacked input. */
  readonly offset: number;
  /** Its bytes, one character each (Latin-1), without the LF. */
  readonly text: string;
}

/** Parts of the input, by offset; `to` is exclusive. */
export type Windows = readonly { readonly from: number; readonly to: number }[];

const LF = 10;

/**
 * The matching lines of each chunk, in order.
 * @param windows search only there, and stop reading behind the last one; null: everywhere.
 */
export async function* foundLines(
  chunks: AsyncIterable<Uint8Array>,
  pattern: LinePattern,
  windows: Windows | null = null,
): AsyncGenerator<FoundLine[]> {
  const end = windows === null ? Infinity : Math.max(0, ...windows.map(({ to }) => to));
  let position = 0;
  /** The line that the chunk before began. */
  let begun: Buffer = Buffer.alloc(0);
  let begunAt = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const first = bytes.indexOf(LF);
    if (first === -1) {
      begun = joined(begun, bytes);
    } else {
      const last = bytes.lastIndexOf(LF);
      if (windows === null || overlaps(windows, begunAt, position + last)) {
        const found: FoundLine[] = [];
        search(joined(begun, bytes.subarray(0, first)), begunAt, pattern, found);
        if (last > first) search(bytes.subarray(first + 1, last), position + first + 1, pattern, found);
        if (found.length > 0) yield found;
      }
      begun = joined(EMPTY, bytes.subarray(last + 1));
      begunAt = position + last + 1;
    }
    position += bytes.length;
    if (position > end) return;
  }
  const found: FoundLine[] = [];
  search(begun, begunAt, pattern, found);
  if (found.length > 0) yield found;
}

const EMPTY: Buffer = Buffer.alloc(0);

/** A copy: the chunk's buffer is used again. What is too long for a line is dropped, as everywhere. */
function joined(begun: Buffer, more: Buffer): Buffer {
  if (begun.length >= LONGEST_LINE_BYTES) return begun;
  return Buffer.concat([begun, more.subarray(0, LONGEST_LINE_BYTES - begun.length)]);
}

function overlaps(windows: Windows, from: number, to: number): boolean {
  return windows.some((window) => window.from <= to && window.to > from);
}

function search(
  bytes: Buffer,
  offset: number,
  { regex, sole, whole }: LinePattern,
  found: FoundLine[],
): void {
  if (bytes.length === 0 || (sole !== null && bytes.indexOf(sole) === -1)) return;
  const text = bytes.toString('latin1');
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    if (whole && !isWhole(text, match.index, regex.lastIndex)) {
      regex.lastIndex = match.index + 1;
      continue;
    }
    const start = text.lastIndexOf('\n', match.index) + 1;
    const next = text.indexOf('\n', match.index);
    const stop = next === -1 ? text.length : next;
    found.push({ offset: offset + start, text: keep(text.substring(start, stop)) });
    regex.lastIndex = stop + 1;
  }
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isWordCharacter(text.charCodeAt(start - 1)) && !isWordCharacter(text.charCodeAt(end));
}

/** NaN, outside of the text, is none. */
function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
