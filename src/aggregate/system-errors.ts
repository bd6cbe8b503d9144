// The mail system's own trouble: fatal, panic, failing tables and services. Space has its own place (`storage`).
import type { MailEvent, MtaName, Severity } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { SystemErrorRow, SystemView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { byText, heaviest } from './heaviest.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

interface ErrorCount extends Span {
  mta: MtaName;
  host: string | null;
  program: string | null;
  severity: Severity;
  count: number;
  /** The first line of its kind. */
  example: string;
}

const MOST_ERRORS = 2000;
const LONGEST_EXAMPLE = 300;
/** So much of a text decides whether two lines say the same. */
const PATTERN_LENGTH = 80;

export class SystemErrors implements Aggregate<SystemView> {
  readonly rows: TopMap<string, ErrorCount>;

  constructor(mostErrors: number = MOST_ERRORS) {
    this.rows = new TopMap(mostErrors);
  }

  add(event: MailEvent): void {
    const { severity } = event;
    if (event.kind !== 'error' && severity !== 'fatal' && severity !== 'panic') return;
    if (event.storage !== null || event.replyRole === 'repeated') return;
    const { host, program, text } = event;
    const key = `${host ?? ''} ${program ?? ''} ${severity} ${patternOf(text)}`;
    let row = this.rows.get(key);
    if (row === undefined) {
      const example = keep(text.slice(0, LONGEST_EXAMPLE));
      const where = { host: keepOrNull(host), program: keepOrNull(program) };
      row = { mta: event.mta, ...where, severity, count: 0, first: null, last: null, example };
      this.rows.put(keep(key), row);
    }
    row.count += event.repeat;
    widen(row, event.time);
  }

  merge(later: SystemErrors): void {
    this.rows.merge(later.rows, joinErrors, (theirs) => ({ ...theirs }));
  }

  view(rows: number): SystemView {
    return {
      errors: heaviest(this.rows.rows.values(), rows, compareErrors).map(errorRow),
      folded: this.rows.folded,
    };
  }
}

/** The words without what differs from line to line: numbers, queue ids, addresses. */
function patternOf(text: string): string {
  return text.slice(0, PATTERN_LENGTH).replace(/\S*\d\S*/g, '#');
}

function keepOrNull(text: string | null): string | null {
  return text === null ? null : keep(text);
}

function joinErrors(mine: ErrorCount, theirs: ErrorCount): void {
  mine.count += theirs.count;
  joinSpan(mine, theirs);
}

function compareErrors(a: ErrorCount, b: ErrorCount): number {
  return b.count - a.count || byText(a.program ?? '', b.program ?? '') || byText(a.example, b.example);
}

function errorRow(row: ErrorCount): SystemErrorRow {
  return {
    mta: row.mta,
    host: row.host,
    program: row.program,
    severity: row.severity,
    count: row.count,
    first: isoTime(row.first),
    last: isoTime(row.last),
    example: row.example,
  };
}
