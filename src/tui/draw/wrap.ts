import { splitCells } from '../terminal/cells.ts';

/** `text` in lines of at most `width` cells, broken at blanks, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const cells = splitCells(word, false);
    if (used > 0 && used + 1 + cells.length <= width) {
      line += ` ${word}`;
      used += 1 + cells.length;
      continue;
    }
    if (used > 0) lines.push(line);
    let rest = cells;
    while (rest.length > width) {
      // A wide glyph is not cut in halves.
      const end = rest[width] === '' ? width - 1 : width;
      lines.push(rest.slice(0, end).join(''));
      rest = rest.slice(end);
    }
    line = rest.join('');
    used = rest.length;
  }
  lines.push(line);
  return lines;
}
