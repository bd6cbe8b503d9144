import type { PlacedLine } from './painter.ts';
import type { Line } from '../draw/line.ts';

/**
 * Lets lines pass through Ink as one character each. Ink places them; it does not measure, wrap and tokenize cell by
 * cell texts that are cut to their width already, nor remember each for ever, as it does with every text it measures.
 */
export class LineReferences {
  #lines: Line[] = [];

  /** A character that stands for `line` until the frame it is in has been resolved. */
  refer(line: Line): string {
    if (this.#lines.length >= MOST_LINES) return '';
    this.#lines.push(line);
    return String.fromCharCode(FIRST_REFERENCE + this.#lines.length - 1);
  }

  /** The lines of a frame at the places where their characters stand. */
  resolve(frame: string): PlacedLine[] {
    const placed: PlacedLine[] = [];
    let x = 0;
    let y = 0;
    for (let at = 0; at < frame.length; at++, x++) {
      const code = frame.charCodeAt(at);
      if (code === LF) {
        x = -1;
        y++;
        continue;
      }
      const line = this.#lines[code - FIRST_REFERENCE];
      if (line !== undefined) placed.push({ x, y, line });
    }
    this.#lines = [];
    return placed;
  }
}

const LF = 0x0a;
/** The private use area: one cell wide for Ink, and never in a text of ours. */
const FIRST_REFERENCE = 0xe000;
const MOST_LINES = 0xf8ff - 0xe000;
