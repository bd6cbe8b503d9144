import { displayWidth, fit } from '../../format/width.ts';
import { span } from './line.ts';
import type { Line, Span } from './line.ts';
import type { Role } from './theme.ts';

export function lineWidth(line: Line): number {
  let width = 0;
  for (const piece of line) width += displayWidth(piece.text);
  return width;
}

/** Exactly `width` cells: a line that is too long loses its end, a short one is filled with blanks. */
export function fitLine(line: Line, width: number, ellipsis: string): Line {
  const pieces: Span[] = [];
  let room = width;
  for (const piece of line) {
    const needed = displayWidth(piece.text);
    if (needed <= room) {
      pieces.push(piece);
      room -= needed;
      continue;
    }
    const cut = fit(piece.text, room, ellipsis);
    pieces.push({ ...piece, text: cut });
    room -= displayWidth(cut);
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
