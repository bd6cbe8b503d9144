import { clean } from '../../format/clean.ts';
import { displayWidth } from '../../format/width.ts';

/**
 * `text` as terminal cells: one entry per cell, a wide glyph followed by an empty entry, marks that combine kept with
 * their letter. Log text was made readable long before; should anything that moves the cursor, changes a mode or the
 * direction of writing come here all the same, it becomes a `?` of one cell.
 */
export function splitCells(text: string, asciiOnly: boolean): string[] {
  const cells: string[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code >= 0x20 && code < 0x7f) || (code >= FIRST_LINE && code <= LAST_BLOCK && !asciiOnly)) {
      cells.push(character);
    } else if (asciiOnly || clean(character) !== character) {
      cells.push(IN_ASCII.get(character) ?? '?');
    } else {
      pushGlyph(cells, character, displayWidth(character));
    }
  }
  return cells;
}

function pushGlyph(cells: string[], character: string, width: number): void {
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

/** Box drawing and block elements: what most of a chart consists of. */
const FIRST_LINE = 0x2500;
const LAST_BLOCK = 0x259f;

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
