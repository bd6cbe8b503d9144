/** The first `most` rows in the order of `compare`, without sorting all of them. */
export function heaviest<Row>(rows: Iterable<Row>, most: number, compare: (a: Row, b: Row) => number): Row[] {
  const chosen: Row[] = [];
  const full = most + SORT_EVERY;
  /** Whoever is not before it has no place any more. */
  let limit: Row | undefined;
  for (const row of rows) {
    if (limit !== undefined && compare(row, limit) >= 0) continue;
    if (chosen.push(row) < full) continue;
    chosen.sort(compare).length = most;
    limit = chosen.at(-1);
  }
  return chosen.sort(compare).slice(0, most);
}

const SORT_EVERY = 2000;

/** Compares texts by code unit: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
