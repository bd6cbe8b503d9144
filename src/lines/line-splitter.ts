// Cuts bytes into lines at LF, and only there (a bare CR or U+2028 belongs to the text), whatever the chunks are.
import { Buffer, isAscii } from 'node:buffer';

/** Longer lines are cut here; MTAs write at most 8 KiB, collectors at most 64 KiB. What is cut off is counted. */
export const LONGEST_LINE_BYTES: number = 64 * 1024;

/** Bytes that are not worth a decoding of their own. */
const SHORTEST_TEXT = 4096;
const LF = 10;
const CR = 13;

/**
 * Gets a line as a part of a longer text, so that whoever steps over most of it need not cut it out.
 * `end` is exclusive; what stands before `start` and from `end` on are other lines.
 */
export type LineHandler = (text: string, start: number, end: number) => void;

export class LineSplitter {
  /** Lines whose tail was dropped because they were longer than LONGEST_LINE_BYTES. */
  truncated = 0;
  readonly #onLine: LineHandler;
  /** The begun line, from chunks before. */
  readonly #tail = Buffer.allocUnsafe(LONGEST_LINE_BYTES);
  #tailLength = 0;
  #tailOverflows = false;
  #open = false;

  constructor(onLine: LineHandler) {
    this.#onLine = onLine;
  }

  /** Calls back for every line that ends in `chunk`. The chunk's buffer may be reused afterwards. */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    if (this.#open) {
      const end = bytes.indexOf(LF);
      if (end === -1) return this.#keepTail(bytes, 0);
      this.#keepTail(bytes.subarray(0, end), 0);
      this.#endTail();
      start = end + 1;
    }
    const last = bytes.lastIndexOf(LF);
    if (last >= start) {
      this.#splitLines(bytes.subarray(start, last + 1));
      start = last + 1;
    }
    if (start < bytes.length) this.#keepTail(bytes, start);
  }

  /** Gives the last line, if the input did not end with LF. */
  end(): void {
    if (this.#open) this.#endTail();
  }

  /** Nearly all logs are ASCII: then one cheap decoding serves many lines, which are slices of it. */
  #splitLines(bytes: Buffer): void {
    if (isAscii(bytes)) return this.#splitText(bytes.toString('latin1'));
    // Of the others only the lines around the other bytes need be decoded one by one.
    const middle = bytes.length < SHORTEST_TEXT ? 0 : bytes.indexOf(LF, bytes.length >> 1) + 1;
    if (middle === 0 || middle === bytes.length) return this.#splitBytes(bytes);
    this.#splitLines(bytes.subarray(0, middle));
    this.#splitLines(bytes.subarray(middle));
  }

  #splitText(text: string): void {
    const onLine = this.#onLine;
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      let stop = end;
      if (stop > start && text.charCodeAt(stop - 1) === CR) stop--;
      if (stop - start > LONGEST_LINE_BYTES) {
        this.truncated++;
        stop = start + LONGEST_LINE_BYTES;
      }
      onLine(text, start, stop);
      start = end + 1;
    }
  }

  #splitBytes(bytes: Buffer): void {
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      this.#emit(bytes, start, end);
      start = end + 1;
    }
  }

  #keepTail(bytes: Buffer, start: number): void {
    this.#open = true;
    const copied = bytes.copy(this.#tail, this.#tailLength, start);
    this.#tailLength += copied;
    if (copied < bytes.length - start) this.#tailOverflows = true;
  }

  #endTail(): void {
    if (this.#tailOverflows) this.truncated++;
    this.#emit(this.#tail, 0, this.#tailLength);
    this.#tailLength = 0;
    this.#tailOverflows = false;
    this.#open = false;
  }

  /** One line as text. Bytes that are not UTF-8 become U+FFFD: they can not be part of any fixed phrase. */
  #emit(bytes: Buffer, start: number, end: number): void {
    let stop = end;
    if (stop > start && bytes[stop - 1] === CR) stop--;
    if (stop - start > LONGEST_LINE_BYTES) {
      this.truncated++;
      stop = start + LONGEST_LINE_BYTES;
    }
    const line = bytes.subarray(start, stop);
    const text = isAscii(line) ? line.toString('latin1') : line.toString('utf8');
    this.#onLine(text, 0, text.length);
  }
}
