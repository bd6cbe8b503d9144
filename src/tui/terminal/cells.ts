import { glyphWidth, isUnsafe } from './glyph-width.ts';

/**
 * `text` as terminal cells: one entry per cell, a wide glyph followed by an empty entry, marks that combine kept with
 * their letter. Log text was made readable long before; should anything that moves the cursor, changes a mode or the
 * direction of writing come here all the same, it becomes a `?` of one cell.
 */
export function splitCells(text: string, asciiOnly: boolean): string[] {
  const cells: string[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x20 && code < 0x7f) {
      cells.push(character);
    } else if (asciiOnly || isUnsafe(code)) {
      cells.push(IN_ASCII.get(character) ?? '?');
    } else {
      pushGlyph(cells, character, glyphWidth(code));
    }
  }
  return cells;
}

function pushGlyph(cells: string[], character: string, width: 0 | 1 | 2): void {
  if (width === 0) {
    attach(cells, character);
    return;
  }
  cells.push(character);
  if (width === 2) cells.push('');
}

/** A combining mark joins the letter before it. A pile of them (a way to write over other rows) is cut. */
function attach(cells: string[], mark: string): void {
  const at = cells.at(-1) === '' ? cells.length - 2 : cells.length - 1;
  const base = cells[at];
  if (base === undefined) cells.push('?');
  else if (base.length < MOST_MARKS) cells[at] = base + mark;
}

const MOST_MARKS = 4;

/** What we draw ourselves and may meet where only ASCII can be shown. */
const IN_ASCII: ReadonlyMap<string, string> = new Map([
  ['…', '~'],
  ['·', '-'],
  ['›', '>'],
  ['│', '|'],
  ['─', '-'],
  ['×', 'x'],
  ['’', "'"],
]);
