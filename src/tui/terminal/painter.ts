import { splitCells } from './cells.ts';
import { Grid, sameCell } from './grid.ts';
import type { Block, Line, Size } from '../draw/line.ts';
import type { Role, Theme } from '../draw/theme.ts';

/** A line and where it begins. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly line: Line;
}

/**
 * Remembers what every cell of the terminal shows and writes only the runs of cells that differ, each at its absolute
 * position. What it returns is one text for one write.
 */
export class Painter {
  readonly #styles: StyleTable;
  /** Every glyph that is not ASCII is replaced: the terminal would not show it. */
  readonly #asciiOnly: boolean;
  #shown: Grid | null = null;
  #next: Grid;

  constructor(size: Size, theme: Theme, asciiOnly: boolean) {
    this.#styles = new StyleTable(theme);
    this.#asciiOnly = asciiOnly;
    this.#next = new Grid(size);
  }

  /** The terminal shows something else than we think: the next frame clears it and is written in full. */
  forget(): void {
    this.#shown = null;
  }

  resize(size: Size): void {
    this.#shown = null;
    this.#next = new Grid(size);
  }

  /** Empty when nothing changed. */
  paint(lines: Iterable<PlacedLine>): string {
    const next = this.#next;
    next.clear();
    for (const placed of lines) this.#place(next, placed);

    const shown = this.#shown;
    let out = shown === null ? '\x1b[0m\x1b[2J' : '';
    const before = shown ?? new Grid(next.size);
    for (let y = 0; y < next.size.rows; y++) out += this.#changesOfRow(before, next, y);
    this.#shown = next;
    this.#next = before;
    // Brackets for terminals that can show a frame in one piece; the others ignore them.
    return out === '' ? '' : `\x1b[?2026h${out}\x1b[0m\x1b[?2026l`;
  }

  #place(grid: Grid, placed: PlacedLine): void {
    let x = placed.x;
    for (const piece of placed.line) {
      const style = this.#styles.idOf(piece.role, piece.reverse === true);
      x = grid.put(x, placed.y, splitCells(piece.text, this.#asciiOnly), style);
    }
  }

  #changesOfRow(before: Grid, next: Grid, y: number): string {
    let out = '';
    for (let x = 0; x < next.size.columns; x++) {
      if (sameCell(before, next, x, y)) continue;
      const end = endOfRun(before, next, x, y);
      // The second half of a wide glyph is painted by its first half.
      const from = x > 0 && next.glyph(x, y) === '' ? x - 1 : x;
      out += `\x1b[${y + 1};${from + 1}H${this.#text(next, from, end, y)}`;
      x = end;
    }
    return out;
  }

  #text(grid: Grid, from: number, end: number, y: number): string {
    let out = '';
    let style = -1;
    for (let x = from; x < end; x++) {
      const glyph = grid.glyph(x, y);
      if (glyph === '') continue;
      const wanted = grid.style(x, y);
      if (wanted !== style) out += this.#styles.sequence(wanted);
      style = wanted;
      out += glyph;
    }
    return out;
  }
}

/** The column behind the last changed cell of the run that begins at `x`; moving over a few equal cells costs more. */
function endOfRun(before: Grid, next: Grid, x: number, y: number): number {
  const { columns } = next.size;
  let end = x + 1;
  for (let at = end; at < columns && at - end < SHORTEST_JUMP; at++) {
    if (!sameCell(before, next, at, y)) end = at + 1;
  }
  while (end < columns && next.glyph(end, y) === '') end++;
  return end;
}

/** Where each line of a block stands. */
export function* placedLines(blocks: readonly Block[]): Generator<PlacedLine> {
  for (const block of blocks) {
    for (const [index, line] of block.lines.entries()) yield { x: block.x, y: block.y + index, line };
  }
}

const SHORTEST_JUMP = 6;

/** Numbers for looks; 0 is the terminal's own. Every sequence begins with a reset and so depends on nothing before it. */
class StyleTable {
  readonly #theme: Theme;
  readonly #ids = new Map<string, number>();
  readonly #sequences: string[] = [];

  constructor(theme: Theme) {
    this.#theme = theme;
    this.#idOfParameters('');
  }

  idOf(role: Role, reverse: boolean): number {
    const parameters = this.#theme.sgr[role];
    if (!reverse) return this.#idOfParameters(parameters);
    return this.#idOfParameters(parameters === '' ? '7' : `${parameters};7`);
  }

  sequence(id: number): string {
    return this.#sequences[id] ?? '\x1b[0m';
  }

  #idOfParameters(parameters: string): number {
    let id = this.#ids.get(parameters);
    if (id === undefined) {
      id = this.#sequences.length;
      this.#ids.set(parameters, id);
      this.#sequences.push(parameters === '' ? '\x1b[0m' : `\x1b[0;${parameters}m`);
    }
    return id;
  }
}
