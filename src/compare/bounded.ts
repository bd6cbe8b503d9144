// What the other programs keep for ever, kept up to a bound.
import { keep } from '../model/keep.ts';

/** Queue ids, addresses or hosts remembered at most, by each table. */
const MOST = 1_000_000;

/** A table that forgets its oldest row when it is full. */
export class BoundedMap<Value> {
  readonly #rows = new Map<string, Value>();
  forgotten = 0;

  get(key: string): Value | undefined {
    return this.#rows.get(key);
  }

  set(key: string, value: Value): void {
    if (this.#rows.size >= MOST && !this.#rows.has(key)) {
      const [oldest] = this.#rows.keys();
      if (oldest !== undefined) this.#rows.delete(oldest);
      this.forgotten++;
    }
    this.#rows.set(keep(key), value);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }
}

/** How many different ones there were; when it is full, new ones are counted as left out. */
export class DistinctCount {
  readonly #seen = new Set<string>();
  leftOut = 0;

  /** True: it was new. */
  add(key: string): boolean {
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= MOST) {
      this.leftOut++;
      return false;
    }
    this.#seen.add(keep(key));
    return true;
  }

  get count(): number {
    return this.#seen.size;
  }
}
