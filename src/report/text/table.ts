import { displayWidth, fitLeft, fitRight } from '../../format/width.ts';
import type { Page } from './page.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand right, and are never cut. */
  readonly right?: true;
  /** Cells at most, for text. The last column takes what is left. */
  readonly most?: number;
}

/** A table with a line of titles. Columns are as wide as they need to be. */
export function table(page: Page, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const cells = rows.map((row) => row.map((cell) => page.plain(cell)));
  const widths = columns.map(({ title, most }, index) => {
    const needed = Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[index] ?? '')));
    return most === undefined ? needed : Math.min(needed, Math.max(most, displayWidth(title)));
  });
  const line = (row: readonly string[]): void => {
    const last = columns.length - 1;
    const parts = columns.map(({ right }, index) => {
      const cell = row[index] ?? '';
      if (right === true) return fitRight(cell, widths[index] ?? 0);
      return index === last ? cell : fitLeft(cell, widths[index] ?? 0, page.ellipsis);
    });
    page.line(`  ${parts.join('  ')}`);
  };
  line(columns.map(({ title }) => title));
  for (const row of cells) line(row);
}
