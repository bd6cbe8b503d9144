import { splitCells } from '../terminal/cells.ts';
import { span } from './line.ts';
import type { Line, Span } from './line.ts';
import type { Role } from './theme.ts';

/** Cells that a text takes. */
export function textWidth(text: string): number {
  return splitCells(text, false).length;
}

export function lineWidth(line: Line): number {
  let width = 0;
  for (const piece of line) width += textWidth(piece.text);
  return width;
}

/** At most `width` cells; what was longer ends with `ellipsis`. */
export function cut(text: string, width: number, ellipsis: string): string {
  const cells = splitCells(text, false);
  if (cells.length <= width) return text;
  if (width <= 0) return '';
  const kept = cells.slice(0, width - 1);
  // Half a wide glyph is none.
  if (cells[width - 1] === '') kept.pop();
  return kept.join('') + ellipsis + ' '.repeat(width - 1 - kept.length);
}

/** Exactly `width` cells, text at the left. */
export function left(text: string, width: number, ellipsis: string): string {
  return cut(text, width, ellipsis) + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** Exactly `width` cells, text at the right. */
export function right(text: string, width: number, ellipsis: string): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + cut(text, width, ellipsis);
}

/** Exactly `width` cells: a line that is too long loses its end, a short one is filled with blanks. */
export function fitLine(line: Line, width: number, ellipsis: string): Line {
  const pieces: Span[] = [];
  let room = width;
  for (const piece of line) {
    const needed = textWidth(piece.text);
    if (needed <= room) {
      pieces.push(piece);
      room -= needed;
      continue;
    }
    pieces.push({ ...piece, text: cut(piece.text, room, ellipsis) });
    room = 0;
    break;
  }
  if (room > 0) pieces.push(span(' '.repeat(room)));
  return pieces;
}

/** Exactly `width` cells: `start` at the left and shortened if need be, `end` whole at the right. */
export function spread(start: Line, end: Line, width: number, ellipsis: string): Line {
  const endWidth = lineWidth(end);
  if (endWidth === 0) return fitLine(start, width, ellipsis);
  const room = Math.max(0, width - endWidth - 1);
  return fitLine([...fitLine(start, room, ellipsis), span(' '), ...end], width, ellipsis);
}

/** The whole line in one look: the row under the cursor. */
export function inRole(line: Line, role: Role): Line {
  return line.map(({ text }) => span(text, role));
}
