import { fitLeft, fitRight } from '../../format/width.ts';
import { span } from './line.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line, Span } from './line.ts';

/** ` 535 denied   3,412  █  8 %`: what, how many, and what is to be said about it. */
export interface Figure {
  readonly label: Span;
  readonly value: string;
  readonly note: Line;
}

export interface FigureColumns {
  readonly label: number;
  readonly value: number;
}

export function figureRow(figure: Figure, columns: FigureColumns, glyphs: Glyphs): Line {
  const { ellipsis } = glyphs.sign;
  return [
    span(' '),
    { ...figure.label, text: fitLeft(figure.label.text, columns.label, ellipsis) },
    span(fitRight(figure.value, columns.value), 'strong'),
    span('  '),
    ...figure.note,
  ];
}

/** A line and how much it matters: 1 stays longest. */
export interface Ranked {
  readonly rank: number;
  readonly line: Line;
}

/** As many lines as there is room for, those that matter least left out, the order kept. */
export function mostImportant(lines: readonly Ranked[], room: number): Line[] {
  const kept = [...lines].sort((a, b) => a.rank - b.rank).slice(0, Math.max(0, room));
  return lines.filter((line) => kept.includes(line)).map(({ line }) => line);
}
