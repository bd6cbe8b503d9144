// A Map of bounded size: exact while its distinct keys fit, and then true for the heavy ones.

export interface Counted {
  count: number;
}

/**
 * Rows by key. Once there are half as many keys again as `capacity`, the lightest rows go until `capacity` are left;
 * among equals those that came first. Heavy rows stay, and never count too much; what went is in `folded`. A key that
 * comes back after it went starts from nothing.
 */
export class TopMap<Key, Row extends Counted> {
  readonly rows: Map<Key, Row> = new Map();
  /** Sum of the counts of the rows that went. */
  folded = 0;
  readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get(key: Key): Row | undefined {
    return this.rows.get(key);
  }

  /** `key` must not point into a log line: see `keep`. */
  put(key: Key, row: Row): void {
    // Before the new row is in: its first count is still to come.
    if (this.rows.size >= this.capacity * SLACK) this.#fold();
    this.rows.set(key, row);
  }

  /** @param join adds a row of `later` to ours. @param copy makes the row that we take over. */
  merge(later: TopMap<Key, Row>, join: (mine: Row, theirs: Row) => void, copy: (theirs: Row) => Row): void {
    this.folded += later.folded;
    for (const [key, theirs] of later.rows) {
      const mine = this.rows.get(key);
      if (mine === undefined) this.put(key, copy(theirs));
      else join(mine, theirs);
    }
  }

  /** What decides who stays. */
  protected weight(row: Row): number {
    return row.count;
  }

  #fold(): void {
    const weights = new Float64Array(this.rows.size);
    let at = 0;
    for (const row of this.rows.values()) weights[at++] = this.weight(row);
    weights.sort();
    const excess = weights.length - this.capacity;
    const lightest = weights[excess] ?? 0;
    let equals = excess - countBelow(weights, lightest);
    for (const [key, row] of this.rows) {
      const weight = this.weight(row);
      if (weight > lightest || (weight === lightest && equals-- <= 0)) continue;
      this.folded += row.count;
      this.rows.delete(key);
    }
  }
}

/** Folding costs a sort; it is paid once per so many new keys. */
const SLACK = 1.5;

function countBelow(sorted: Float64Array, limit: number): number {
  let below = 0;
  while (below < sorted.length && (sorted[below] ?? 0) < limit) below++;
  return below;
}
