import { displayWidth, fitLeft, fitRight } from '../../format/width.ts';
import { span } from './line.ts';
import { inRole } from './row.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line, Size, Span } from './line.ts';
import type { Role } from './theme.ts';

export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly role?: (row: Row) => Role;
  readonly align: 'left' | 'right';
  /** The column with the highest rank goes first when there is no room; rank 1 takes what is left. */
  readonly rank: number;
}

export interface TableState {
  /** Index of the row under the cursor; -1 when there is none. */
  readonly cursor: number;
  readonly focused: boolean;
}

/** A header and as many rows as fit, the row under the cursor among them. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  state: TableState,
  size: Size,
  glyphs: Glyphs,
): Line[] {
  if (size.rows < 2 || rows.length === 0) return [];
  const [from, to] = visibleRows(rows.length, state.cursor, size.rows - 1);
  const visible = rows.slice(from, to);
  const widths = columnWidths(columns, visible, size.columns - LEAD);
  const header: Span[] = [span(' '.repeat(LEAD), 'quiet')];
  for (const [index, column] of columns.entries()) {
    header.push(span(cell(column, column.title, widths[index] ?? 0, glyphs), 'quiet'));
  }
  return [
    header,
    ...visible.map((row, index) => {
      const isCursor = state.focused && from + index === state.cursor;
      const line: Span[] = [span(isCursor ? glyphs.sign.selected : ' ')];
      for (const [at, column] of columns.entries()) {
        const text = cell(column, column.text(row), widths[at] ?? 0, glyphs);
        line.push(span(text, column.role?.(row) ?? 'plain'));
      }
      return isCursor ? inRole(line, 'selected') : line;
    }),
  ];
}

/** First and behind-last of the rows that are shown: the cursor in the middle where that is possible. */
export function visibleRows(count: number, cursor: number, room: number): [from: number, to: number] {
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), count - room));
  return [from, Math.min(count, from + room)];
}

/** The cursor or a blank. */
const LEAD = 1;
const GAP = 2;
const NARROWEST_TEXT = 12;

/** 0 for a column that is left out. */
function columnWidths<Row>(columns: readonly Column<Row>[], rows: readonly Row[], room: number): number[] {
  const widths = columns.map((column) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(column.text(row)))),
  );
  const main = columns.findIndex(({ rank }) => rank === 1);
  const total = (): number => widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP), -GAP);
  for (;;) {
    const surplus = total() - room;
    const mainWidth = widths[main] ?? 0;
    if (surplus <= mainWidth - NARROWEST_TEXT || surplus <= 0) {
      widths[main] = mainWidth - surplus;
      return widths;
    }
    const least = leastImportant(columns, widths);
    if (least === main) {
      widths[main] = room;
      return widths;
    }
    widths[least] = 0;
  }
}

function leastImportant<Row>(columns: readonly Column<Row>[], widths: readonly number[]): number {
  let found = columns.findIndex(({ rank }) => rank === 1);
  for (const [index, { rank }] of columns.entries()) {
    if (widths[index] !== 0 && rank > (columns[found]?.rank ?? 0)) found = index;
  }
  return found;
}

function cell<Row>(column: Column<Row>, text: string, width: number, glyphs: Glyphs): string {
  if (width === 0) return '';
  const gap = column.rank === 1 && column.align === 'left' ? '' : ' '.repeat(GAP);
  return gap + (column.align === 'left' ? fitLeft(text, width, glyphs.sign.ellipsis) : fitRight(text, width));
}
