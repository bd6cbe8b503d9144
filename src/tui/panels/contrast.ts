import { formatCount } from '../../format/number.ts';
import { instantOf } from '../draw/wall-clock.ts';
import { fitLeft, fitRight } from '../../format/width.ts';
import { span } from '../draw/line.ts';
import { SCALE_WIDTH, mirroredChart } from '../draw/mirrored-chart.ts';
import { fitLine } from '../draw/row.ts';
import { HOUR, bucketHours } from '../draw/time-axis.ts';
import type { Line } from '../draw/line.ts';
import type { Look } from '../draw/scene.ts';
import type { Buckets, Point } from '../draw/time-axis.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/**
 * Failed logins grow up, storage failures hang down, on one clock: one cause for both is seen as a mirror image, and its
 * absence too.
 */
export const contrast: Panel = {
  name: 'contrast',
  title(snapshot, scene, size) {
    const { words, glyphs } = scene.look;
    const hours = buckets(snapshot, chartWidth(size.columns))?.hours ?? 1;
    const note = chartWidth(size.columns) < size.columns ? words.chart.scales : '';
    return { text: words.chart.title(glyphs.sign.up, glyphs.sign.down, hours), note };
  },
  draw(snapshot, scene, size) {
    const width = chartWidth(size.columns);
    const found = buckets(snapshot, width);
    if (found === null) return [[span(` ${scene.look.words.chart.empty}`, 'quiet')]];
    const chart = mirroredChart(found, width, size.rows, {
      glyphs: scene.look.glyphs,
      roles: ['asks', 'later'],
      scaleText: formatCount,
      timeText: (time) => timeText(time, scene.look),
      hourOf: (time) => scene.look.clock.hour(time),
    });
    if (width === size.columns) return chart;
    const beside = sideText(snapshot, found, scene.look);
    const { ellipsis } = scene.look.glyphs.sign;
    return chart.map((line, row) => [...fitLine(line, width, ellipsis), span('  '), ...(beside[row] ?? [])]);
  },
  rows: () => [],
};

const SIDE_WIDTH = 36;

/** With room to spare the chart leaves its right end to the same facts in words. */
function chartWidth(room: number): number {
  return room >= 104 ? room - SIDE_WIDTH : room;
}

function buckets(snapshot: Snapshot, width: number): Buckets | null {
  const { auth, storage, range } = snapshot;
  const failed = points(auth.timeline, ({ failed: value }) => value);
  const stored = points(
    storage.timeline,
    (row) => row['queue-disk'] + row.inode + row['mailbox-quota'] + row['remote-system'],
  );
  if (failed.length === 0 && stored.length === 0) return null;
  const whole = { from: instantOf(range.from), to: instantOf(range.to) };
  return bucketHours(failed, stored, whole, width - SCALE_WIDTH);
}

function points<Row extends { time: string }>(rows: readonly Row[], valueOf: (row: Row) => number): Point[] {
  const found: Point[] = [];
  for (const row of rows) {
    const time = instantOf(row.time);
    if (time !== null) found.push({ time, value: valueOf(row) });
  }
  return found;
}

/** `00:00` is said by the day that begins with it. */
function timeText(time: number, look: Look): string {
  const text = look.clock.time(time);
  return text === '00:00' ? look.clock.day(time) : text;
}

function sideText(snapshot: Snapshot, found: Buckets, look: Look): Line[] {
  const { words } = look;
  const { ellipsis } = look.glyphs.sign;
  const width = SIDE_WIDTH - 3;
  const total = (label: string, value: number): Line => [
    span(fitLeft(label, width - 9, ellipsis)),
    span(fitRight(formatCount(value), 9), 'strong'),
  ];
  const lines: Line[] = [
    [span(words.chart.total, 'quiet')],
    total(words.chart.logins, snapshot.auth.failed),
    total(words.chart.storage, snapshot.storage.failures),
    [],
    [span(words.chart.peaks, 'quiet')],
  ];
  for (const [values, label] of [
    [found.first, words.chart.logins],
    [found.second, words.chart.storage],
  ] as const) {
    const peak = Math.max(...values);
    if (peak === 0) continue;
    const time = found.from + values.indexOf(peak) * found.hours * HOUR;
    lines.push([
      span(`${look.clock.short(time, null)} `),
      span(formatCount(peak), 'strong'),
      span(` ${label}`),
    ]);
  }
  return lines;
}
