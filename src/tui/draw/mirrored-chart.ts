import { filledSteps } from './bar.ts';
import { span } from './line.ts';
import { right } from './row.ts';
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
export function mirroredChart(
  buckets: Buckets,
  width: number,
  height: number,
  look: ChartLook,
): Line[] {
  const labelRow = height >= 7;
  const plot = height - 1 - (labelRow ? 1 : 0);
  const up = Math.ceil(plot / 2);
  const down = plot - up;
  const cells = cellsPerBucket(buckets, width - SCALE_WIDTH);
  const lines: Line[] = [];

  const upStep = scaleStep(Math.max(...buckets.first), up);
  for (let row = up - 1; row >= 0; row--) {
    const glyphOf = (value: number): Span => {
      const steps = look.glyphs.rising.length;
      const filled = filledSteps(value / (upStep * up), up * steps) - row * steps;
      return span(fillGlyph(look.glyphs.rising, filled), look.roles[0]);
    };
    lines.push(plotRow(upStep * (row + 1), buckets.first, cells, glyphOf, look));
  }

  lines.push(axis(buckets, cells, width, look, !labelRow));

  const downStep = scaleStep(Math.max(...buckets.second), down);
  for (let row = 0; row < down; row++) {
    const glyphOf = (value: number): Span => {
      const steps = look.glyphs.hanging.length;
      const filled = filledSteps(value / (downStep * down), down * steps) - row * steps;
      return hangingSpan(look.glyphs, filled, look.roles[1]);
    };
    lines.push(plotRow(downStep * (row + 1), buckets.second, cells, glyphOf, look));
  }
  if (labelRow) lines.push([span(' '.repeat(SCALE_WIDTH)), ...timeLabels(buckets, cells, look)]);
  return lines;
}

/** Few hours are drawn wide, but not so wide that one hour looks like a day. */
function cellsPerBucket(buckets: Buckets, room: number): number {
  return Math.max(1, Math.min(WIDEST_BUCKET, Math.floor(room / buckets.first.length)));
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
  cells: number,
  glyphOf: (value: number) => Span,
  look: ChartLook,
): Line {
  const line: Span[] = [scaleLabel(look.scaleText(scale), look)];
  for (const value of values) {
    const glyph = glyphOf(value);
    line.push({ ...glyph, text: glyph.text.repeat(cells) });
  }
  return line;
}

function scaleLabel(text: string, look: ChartLook): Span {
  return span(`${right(text, SCALE_WIDTH - 1, look.glyphs.sign.ellipsis)} `, 'quiet');
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
function axis(
  buckets: Buckets,
  cells: number,
  width: number,
  look: ChartLook,
  withTimes: boolean,
): Line {
  const { horizontal, tick } = look.glyphs.frame;
  let text = '';
  for (const [index, time] of labelledBuckets(buckets, cells, look)) {
    text += horizontal.repeat(Math.max(0, index * cells - text.length)) + tick;
    if (withTimes) text += look.timeText(time);
  }
  const length = Math.min(buckets.first.length * cells, width - SCALE_WIDTH);
  text = (text + horizontal.repeat(Math.max(0, length - text.length))).slice(0, length);
  return [scaleLabel('0', look), span(text, 'quiet')];
}

function timeLabels(buckets: Buckets, cells: number, look: ChartLook): Line {
  let text = '';
  for (const [index, time] of labelledBuckets(buckets, cells, look)) {
    text += ' '.repeat(Math.max(0, index * cells - text.length)) + look.timeText(time);
  }
  return [span(text, 'quiet')];
}

/** Every so many buckets, beginning at the first round time. */
function* labelledBuckets(
  buckets: Buckets,
  cells: number,
  look: ChartLook,
): Generator<[index: number, time: number]> {
  const step = labelStep(buckets.hours, cells, LABEL_ROOM);
  const stepHours = step * buckets.hours;
  const timeOf = (index: number): number => buckets.from + index * buckets.hours * HOUR;
  const isRound = (index: number): boolean =>
    look.hourOf(timeOf(index)) % Math.min(24, stepHours) === 0;
  let start = 0;
  while (start < step && !isRound(start)) start++;
  if (start === step) start = 0;
  for (let index = start; index < buckets.first.length; index += step) yield [index, timeOf(index)];
}

/** A label and a blank, a tick before it. */
const LABEL_ROOM = 9;
