// One row per account and per client address of those who logged in or tried to.
import { keep } from '../model/keep.ts';
import type { AccountRow, ClientRow } from '../model/snapshot.ts';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from './distinct.ts';
import { byText, heaviest } from './heaviest.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

interface LoginCount extends Span {
  name: string;
  /** Succeeded and failed. */
  count: number;
  succeeded: number;
  failed: number;
  /** Addresses of an account, accounts of an address. */
  others: Distinct;
  /** The first few of these that got in. */
  letIn: string[];
}

const MOST_LET_IN = 5;
/** A mail address has 320 characters at most; clients type what they like. */
const LONGEST_NAME = 320;
/** A flood of names that nobody has must not wash away who really logs in here. */
const WEIGHT_OF_SUCCESS = 100;

export class LoginRows extends TopMap<string, LoginCount> {
  /** A negative count takes back what was counted twice; 0 only moves the times. */
  record(name: string, other: string | null, time: number | null, succeeded: number, failed: number): void {
    const key = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
    let row = this.get(key);
    if (row === undefined) {
      const kept = keep(key);
      row = { name: kept, count: 0, succeeded: 0, failed: 0, others: [], letIn: [], first: null, last: null };
      this.put(kept, row);
    }
    row.count += succeeded + failed;
    row.succeeded += succeeded;
    row.failed += failed;
    widen(row, time);
    if (other === null) return;
    addDistinct(row.others, other);
    if (succeeded > 0 && row.letIn.length < MOST_LET_IN && !row.letIn.includes(other))
      row.letIn.push(keep(other));
  }

  join(later: LoginRows): void {
    this.merge(later, joinRows, (theirs) => ({
      ...theirs,
      others: [...theirs.others],
      letIn: [...theirs.letIn],
    }));
  }

  accounts(rows: number): AccountRow[] {
    return this.#heaviest(rows).map((row) => ({
      account: row.name,
      succeeded: row.succeeded,
      failed: row.failed,
      clients: countDistinct(row.others),
      first: isoTime(row.first),
      last: isoTime(row.last),
    }));
  }

  clients(rows: number): ClientRow[] {
    return this.#heaviest(rows).map((row) => ({
      client: row.name,
      succeeded: row.succeeded,
      failed: row.failed,
      accounts: countDistinct(row.others),
      let_in: [...row.letIn],
      first: isoTime(row.first),
      last: isoTime(row.last),
    }));
  }

  protected override weight(row: LoginCount): number {
    return row.failed + row.succeeded * WEIGHT_OF_SUCCESS;
  }

  /** Most failures first: they are what somebody looks for. */
  #heaviest(rows: number): LoginCount[] {
    return heaviest(
      [...this.rows.values()].filter(({ count }) => count > 0),
      rows,
      (a, b) => b.failed - a.failed || b.succeeded - a.succeeded || byText(a.name, b.name),
    );
  }
}

function joinRows(mine: LoginCount, theirs: LoginCount): void {
  mine.count += theirs.count;
  mine.succeeded += theirs.succeeded;
  mine.failed += theirs.failed;
  mergeDistinct(mine.others, theirs.others);
  joinSpan(mine, theirs);
  for (const name of theirs.letIn) {
    if (mine.letIn.length < MOST_LET_IN && !mine.letIn.includes(name)) mine.letIn.push(name);
  }
}
