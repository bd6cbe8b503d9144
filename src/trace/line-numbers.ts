// The numbers of lines, out of where they stand: counted once, only as far as the last one that is shown.
import { Buffer } from 'node:buffer';
import type { Source } from '../model/source.ts';
import type { TracedLine } from './line-reader.ts';

const LF = 10;

/** Writes the true number into `event.line`. */
export async function numberLines(sources: readonly Source[], lines: readonly TracedLine[]): Promise<void> {
  for (const [file, source] of sources.entries()) {
    const ours = lines.filter((line) => line.file === file).sort((a, b) => a.offset - b.offset);
    if (ours.length > 0) await numberIn(source, ours);
  }
}

async function numberIn(source: Source, lines: readonly TracedLine[]): Promise<void> {
  let at = 0;
  let number = 1;
  let position = 0;
  for await (const chunk of source.chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let next = bytes.indexOf(LF);
    while (at < lines.length) {
      const line = lines[at] as TracedLine;
      while (next !== -1 && position + next < line.offset) {
        number++;
        next = bytes.indexOf(LF, next + 1);
      }
      if (next === -1 && position + bytes.length <= line.offset) break;
      line.event.line = number;
      at++;
    }
    if (at === lines.length) return;
    position += bytes.length;
  }
}
