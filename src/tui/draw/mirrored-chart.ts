import { fitRight } from '../../format/width.ts';
import { filledSteps } from './bar.ts';
import { span } from './line.ts';
import { HOUR, labelStep } from './time-axis.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line, Span } from './line.ts';
import type { Role } from './theme.ts';
import type { Buckets } from './time-axis.ts';

export interface ChartLook {
  readonly glyphs: Glyphs;
  /** The first series grows up, the second hangs down; each has its own scale. */
  readonly roles: readonly [Role, Role];
  /** A value on the scale, `1,200`. */
  scaleText(value: number): string;
  /** A time at most seven cells wide, `14:00` or `24 Nov`. */
  timeText(time: number): string;
  /** Hour of the day, 0 to 23, so that labels stand at round times. */
  hourOf(time: number): number;
}

/** Cells that the scale takes at the left. */
export const SCALE_WIDTH = 6;

/** `height` rows of `width` cells: the first series, the axis, the second series. From 7 rows on the times have a row of their own. */
export function mirroredChart(buckets: Buckets, width: number, height: number, look: ChartLook): Line[] {
  const labelRow = height >= 7;
  const plot = height - 1 - (labelRow ? 1 : 0);
  const up = Math.ceil(plot / 2);
  const down = plot - up;
  const columns = columnsOfBuckets(buckets.first.length, width - SCALE_WIDTH);
  const lines: Line[] = [];

  const upStep = scaleStep(Math.max(...buckets.first), up);
  for (let row = up - 1; row >= 0; row--) {
    const glyphOf = (value: number): Span => {
      const steps = look.glyphs.rising.length;
      const filled = filledSteps(value / (upStep * up), up * steps) - row * steps;
      return span(fillGlyph(look.glyphs.rising, filled), look.roles[0]);
    };
    lines.push(plotRow(upStep * (row + 1), buckets.first, columns, glyphOf, look));
  }

  lines.push(axis(buckets, columns, look, !labelRow));

  const downStep = scaleStep(Math.max(...buckets.second), down);
  for (let row = 0; row < down; row++) {
    const glyphOf = (value: number): Span => {
      const steps = look.glyphs.hanging.length;
      const filled = filledSteps(value / (downStep * down), down * steps) - row * steps;
      return hangingSpan(look.glyphs, filled, look.roles[1]);
    };
    lines.push(plotRow(downStep * (row + 1), buckets.second, columns, glyphOf, look));
  }
  if (labelRow) lines.push([span(' '.repeat(SCALE_WIDTH)), ...timeLabels(buckets, columns, look)]);
  return lines;
}

/**
 * Where each bucket begins, and behind the last where it ends. All are as wide as each other give or take a column, so
 * that the width is used; but few hours are not drawn as if they were a day.
 */
function columnsOfBuckets(count: number, room: number): readonly number[] {
  const width = Math.max(count, Math.min(room, count * WIDEST_BUCKET));
  return Array.from({ length: count + 1 }, (_, index) => Math.floor((index * width) / count));
}

const WIDEST_BUCKET = 8;

/** The value of one row, such that `rows` of them reach `maximum` and the scale reads in round numbers. */
function scaleStep(maximum: number, rows: number): number {
  const least = Math.max(1, maximum / Math.max(1, rows));
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const factor = ROUND_FACTORS.find((candidate) => candidate * magnitude >= least) ?? 10;
  return Math.ceil(factor * magnitude);
}

const ROUND_FACTORS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function plotRow(
  scale: number,
  values: readonly number[],
  columns: readonly number[],
  glyphOf: (value: number) => Span,
  look: ChartLook,
): Line {
  const line: Span[] = [scaleLabel(look.scaleText(scale))];
  for (const [index, value] of values.entries()) {
    const glyph = glyphOf(value);
    const width = (columns[index + 1] ?? 0) - (columns[index] ?? 0);
    line.push({ ...glyph, text: glyph.text.repeat(width) });
  }
  return line;
}

function scaleLabel(text: string): Span {
  return span(`${fitRight(text, SCALE_WIDTH - 1)} `, 'quiet');
}

function fillGlyph(glyphs: readonly string[], filled: number): string {
  return filled <= 0 ? ' ' : (glyphs[Math.min(filled, glyphs.length) - 1] ?? ' ');
}

function hangingSpan(glyphs: Glyphs, filled: number, role: Role): Span {
  if (filled <= 0) return span(' ', role);
  const step = glyphs.hanging[Math.min(filled, glyphs.hanging.length) - 1];
  return { text: step?.glyph ?? ' ', role, reverse: step?.reverse ?? false };
}

/** `    0 ┼────────┼────────`, with the times in it where they have no row of their own. */
function axis(buckets: Buckets, columns: readonly number[], look: ChartLook, withTimes: boolean): Line {
  const { horizontal, tick } = look.glyphs.frame;
  const length = columns.at(-1) ?? 0;
  let text = '';
  for (const [column, time] of labelledColumns(buckets, columns, look)) {
    text += horizontal.repeat(Math.max(0, column - text.length)) + tick;
    if (withTimes) text += look.timeText(time);
  }
  text = (text + horizontal.repeat(Math.max(0, length - text.length))).slice(0, length);
  return [scaleLabel('0'), span(text, 'quiet')];
}

function timeLabels(buckets: Buckets, columns: readonly number[], look: ChartLook): Line {
  let text = '';
  for (const [column, time] of labelledColumns(buckets, columns, look)) {
    text += ' '.repeat(Math.max(0, column - text.length)) + look.timeText(time);
  }
  return [span(text, 'quiet')];
}

/** Every so many buckets, beginning at the first round time. */
function* labelledColumns(
  buckets: Buckets,
  columns: readonly number[],
  look: ChartLook,
): Generator<[column: number, time: number]> {
  const count = buckets.first.length;
  const step = labelStep(buckets.hours, (columns.at(-1) ?? 0) / count, LABEL_ROOM);
  const stepHours = Math.min(24, step * buckets.hours);
  const timeOf = (index: number): number => buckets.from + index * buckets.hours * HOUR;
  let start = 0;
  while (start < step && look.hourOf(timeOf(start)) % stepHours !== 0) start++;
  // No round time among them: zones that are not whole hours from the data's, or an hour or two of log.
  if (start === step || start >= count) start = 0;
  for (let index = start; index < count; index += step) yield [columns[index] ?? 0, timeOf(index)];
}

/** A tick, a label and a blank. */
const LABEL_ROOM = 9;
