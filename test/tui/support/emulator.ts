/** As much of a terminal as our painter uses: absolute moves, SGR, clearing, glyphs. Anything else fails the test. */
export class Emulator {
  readonly columns: number;
  readonly rows: number;
  readonly cells: { glyph: string; style: string }[];
  #x = 0;
  #y = 0;
  #style = '';

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    this.cells = Array.from({ length: columns * rows }, () => ({ glyph: ' ', style: '' }));
  }

  /** `widthOf` decides for the terminal how wide a glyph is. */
  write(output: string, widthOf: (glyph: string) => number): void {
    let rest = output;
    while (rest !== '') {
      const sequence = /^\x1b\[([?0-9;]*)([A-Za-z])/.exec(rest);
      if (sequence !== null) {
        this.#control(sequence[1] ?? '', sequence[2] ?? '');
        rest = rest.slice(sequence[0].length);
        continue;
      }
      const glyph = /^.\p{M}*/u.exec(rest)?.[0] ?? '';
      if (/\p{Cc}/u.test(glyph) || glyph === '')
        throw new Error(`unexpected ${JSON.stringify(rest.slice(0, 20))}`);
      const width = widthOf(glyph);
      const at = this.#y * this.columns + this.#x;
      // Writing over one half of a wide glyph takes the other half away.
      if (this.cells[at]?.glyph === '') this.#set(at - 1, ' ');
      if (this.cells[at + width]?.glyph === '') this.#set(at + width, ' ');
      this.#set(at, glyph);
      if (width === 2) this.#set(at + 1, '');
      this.#x += width;
      if (this.#x > this.columns) throw new Error('written over the right edge');
      rest = rest.slice(glyph.length);
    }
  }

  text(): string[] {
    return Array.from({ length: this.rows }, (_, row) =>
      this.cells
        .slice(row * this.columns, (row + 1) * this.columns)
        .map(({ glyph }) => glyph)
        .join(''),
    );
  }

  #set(at: number, glyph: string): void {
    this.cells[at] = { glyph, style: this.#style };
  }

  #control(parameters: string, final: string): void {
    if (final === 'm') {
      this.#style = parameters === '0' ? '' : parameters;
    } else if (final === 'H') {
      const [row = 1, column = 1] = parameters.split(';').map(Number);
      this.#y = row - 1;
      this.#x = column - 1;
    } else if (final === 'J' && parameters === '2') {
      for (const at of this.cells.keys()) this.cells[at] = { glyph: ' ', style: '' };
    } else if (parameters !== '?2026') {
      throw new Error(`unexpected ${parameters}${final}`);
    }
  }
}
