// Seconds on a logarithmic scale: percentiles of any number of delays in a few hundred counters, 2.5 % true.

export class Histogram {
  readonly buckets: number[] = Array.from<number>({ length: BUCKETS }).fill(0);
  count = 0;
  max = 0;

  add(seconds: number, count: number): void {
    if (!(seconds >= 0)) return;
    const bucket = bucketOf(seconds);
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + count;
    this.count += count;
    if (seconds > this.max) this.max = seconds;
  }

  merge(later: Histogram): void {
    for (const [bucket, count] of later.buckets.entries())
      this.buckets[bucket] = (this.buckets[bucket] ?? 0) + count;
    this.count += later.count;
    this.max = Math.max(this.max, later.max);
  }

  /** The value that `share` of all values do not exceed, to three digits; null when there are none. */
  percentile(share: number): number | null {
    if (this.count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.count));
    let seen = 0;
    for (const [bucket, count] of this.buckets.entries()) {
      seen += count;
      if (seen >= rank) return Math.min(this.max, Number(valueOf(bucket).toPrecision(3)));
    }
    return this.max;
  }
}

/** Each bucket is 5 % wider than the one before; the first ends at a millisecond, the last holds 30 years. */
const GROWTH = Math.log(1.05);
const SHORTEST = 0.001;
const BUCKETS = 570;

function bucketOf(seconds: number): number {
  if (seconds <= SHORTEST) return 0;
  return Math.min(BUCKETS - 1, Math.ceil(Math.log(seconds / SHORTEST) / GROWTH));
}

/** The middle of the bucket. */
function valueOf(bucket: number): number {
  return bucket === 0 ? 0 : SHORTEST * Math.exp((bucket - 0.5) * GROWTH);
}
