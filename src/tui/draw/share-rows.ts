/** What a row of panels needs in height. */
export interface Height {
  readonly least: number;
  readonly wish: number;
  readonly most: number;
  /** Left out unless all others have what they wish. */
  readonly optional?: true;
}

/**
 * Divides `rows`: first everybody's least, then the wishes in order, then the rest one row at a time to whoever may
 * still grow. What nobody wants goes to the last.
 */
export function shareRows(rows: number, heights: readonly Height[]): number[] {
  const wished = heights.reduce((sum, { wish }) => sum + wish, 0);
  const taken = heights.filter(({ optional }) => optional !== true || rows >= wished);
  const given = new Map(taken.map((height) => [height, height.least]));
  const rest = (): number => rows - [...given.values()].reduce((sum, count) => sum + count, 0);
  const give = (height: Height, count: number): void => {
    given.set(height, (given.get(height) ?? 0) + count);
  };
  for (const height of taken) give(height, Math.max(0, Math.min(rest(), height.wish - height.least)));
  for (;;) {
    const growing = taken
      .filter((height) => (given.get(height) ?? 0) < height.most)
      .slice(0, Math.max(0, rest()));
    if (growing.length === 0) break;
    for (const height of growing) give(height, 1);
  }
  const last = taken.at(-1);
  if (last !== undefined) give(last, Math.max(0, rest()));
  return heights.map((height) => given.get(height) ?? 0);
}
