/** A value that belongs to the hour beginning at `time`, epoch milliseconds. */
export interface Point {
  readonly time: number;
  readonly value: number;
}

/** Two series on one clock. Bucket i begins at `from + i * hours` hours. */
export interface Buckets {
  readonly from: number;
  readonly hours: number;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

export const HOUR = 3_600_000;

/** Fits hourly values into at most `most` buckets of a round number of hours. Null without a single time. */
export function bucketHours(
  first: readonly Point[],
  second: readonly Point[],
  range: { readonly from: number | null; readonly to: number | null },
  most: number,
): Buckets | null {
  const times = [...first, ...second].map(({ time }) => time);
  if (range.from !== null) times.push(range.from);
  if (range.to !== null) times.push(range.to);
  if (times.length === 0) return null;
  const from = floorToHour(times.reduce((earliest, time) => Math.min(earliest, time)));
  const last = floorToHour(times.reduce((latest, time) => Math.max(latest, time)));
  const total = (last - from) / HOUR + 1;
  const hours = roundHours(Math.ceil(total / Math.max(1, most)));
  const length = Math.ceil(total / hours);
  const sums = (points: readonly Point[]): number[] => {
    const values = Array.from({ length }, () => 0);
    for (const { time, value } of points) {
      const index = Math.floor((time - from) / (hours * HOUR));
      values[index] = (values[index] ?? 0) + value;
    }
    return values;
  };
  return { from, hours, first: sums(first), second: sums(second) };
}

/** Buckets between two labels, so that each has `room` cells and stands at a round time. */
export function labelStep(hours: number, cellsPerBucket: number, room: number): number {
  let step = 1;
  while (step * cellsPerBucket < room) step = roundHours(step * hours + 1) / hours;
  return Math.ceil(step);
}

/** The smallest of 1, 2, 3, 4, 6, 8, 12 hours, 1, 2, 3 days, weeks … that is not less. */
function roundHours(hours: number): number {
  const round = ROUND_HOURS.find((candidate) => candidate >= hours);
  return round ?? Math.ceil(hours / WEEK) * WEEK;
}

const WEEK = 168;
const ROUND_HOURS = [1, 2, 3, 4, 6, 8, 12, 24, 48, 72, WEEK];

function floorToHour(time: number): number {
  return Math.floor(time / HOUR) * HOUR;
}
