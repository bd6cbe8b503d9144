import type { Size } from '../draw/line.ts';

/** The cells of a terminal in rows. A wide glyph stands in its first cell; the second one is empty. */
export class Grid {
  readonly size: Size;
  readonly #glyphs: string[];
  readonly #styles: Uint8Array;

  constructor(size: Size) {
    this.size = size;
    this.#glyphs = Array.from({ length: size.columns * size.rows }, () => ' ');
    this.#styles = new Uint8Array(size.columns * size.rows);
  }

  glyph(x: number, y: number): string {
    return this.#glyphs[y * this.size.columns + x] ?? ' ';
  }

  style(x: number, y: number): number {
    return this.#styles[y * this.size.columns + x] ?? 0;
  }

  clear(): void {
    this.#glyphs.fill(' ');
    this.#styles.fill(0);
  }

  /** Writes cells from column `x`, cut at the right edge. Returns the column behind them. */
  put(x: number, y: number, cells: readonly string[], style: number): number {
    const { columns, rows } = this.size;
    if (y < 0 || y >= rows) return x + cells.length;
    for (const [index, cell] of cells.entries()) {
      const column = x + index;
      if (column < 0 || column >= columns) continue;
      // A wide glyph that would stand with one half outside is not drawn.
      const cut = column === columns - 1 && cells[index + 1] === '';
      this.#glyphs[y * columns + column] = cut ? ' ' : cell;
      this.#styles[y * columns + column] = style;
    }
    return x + cells.length;
  }
}

export function sameCell(before: Grid, next: Grid, x: number, y: number): boolean {
  return before.glyph(x, y) === next.glyph(x, y) && before.style(x, y) === next.style(x, y);
}
