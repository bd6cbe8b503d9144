// Every reply that was said: by class, code, direction and reason, and over time (contract, section 5).
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import type { Direction, MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import { REASONS, type Reason } from '../model/reason.ts';
import type { CodeRow, ReasonRow, RepliesView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { byText, heaviest } from './heaviest.ts';
import { Hourly } from './hourly.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

interface CodeCount extends Span {
  code: number;
  enhancedCode: string | null;
  direction: Direction;
  reason: Reason;
  count: number;
  /** Of the first line. */
  example: string;
}

interface ReasonCount {
  count: number;
  transient: number;
  permanent: number;
}

/** Combinations of code, enhanced code, direction and reason; a busy month has some hundreds. */
const MOST_CODES = 5000;
const LONGEST_EXAMPLE = 300;

export class Replies implements Aggregate<Omit<RepliesView, 'implied'>> {
  /** 2xx, 3xx, 4xx, 5xx. */
  readonly classes: number[] = [0, 0, 0, 0];
  readonly directions: Record<Direction, number> = { inbound: 0, outbound: 0, local: 0 };
  readonly codes: TopMap<number | string, CodeCount>;
  readonly reasons: Map<Reason, ReasonCount> = new Map();
  readonly timeline: Hourly = new Hourly(4);

  constructor(mostCodes: number = MOST_CODES) {
    this.codes = new TopMap(mostCodes);
  }

  add(event: MailEvent): void {
    const code = event.replyCode;
    if (code === null || event.replyRole !== 'said' || code < 200 || code > 599) return;
    const { repeat } = event;
    const index = Math.floor(code / 100) - 2;
    const direction = event.direction ?? 'local';
    const reason = event.reason ?? 'unclassified';
    this.classes[index] = (this.classes[index] ?? 0) + repeat;
    this.directions[direction] += repeat;
    this.timeline.add(event.time, index, repeat);
    this.#addReason(reason, index, repeat);

    const key = codeKey(code, event.enhancedCode, direction, reason);
    let row = this.codes.get(key);
    if (row === undefined) {
      const enhancedCode = event.enhancedCode === null ? null : keep(event.enhancedCode);
      const example = keep((event.replyText ?? String(code)).slice(0, LONGEST_EXAMPLE));
      row = { code, enhancedCode, direction, reason, count: 0, first: null, last: null, example };
      this.codes.put(typeof key === 'string' ? keep(key) : key, row);
    }
    row.count += repeat;
    widen(row, event.time);
  }

  merge(later: Replies): void {
    for (const [index, count] of later.classes.entries())
      this.classes[index] = (this.classes[index] ?? 0) + count;
    this.directions.inbound += later.directions.inbound;
    this.directions.outbound += later.directions.outbound;
    this.directions.local += later.directions.local;
    this.timeline.merge(later.timeline);
    for (const [reason, theirs] of later.reasons) {
      const mine = this.#reason(reason);
      mine.count += theirs.count;
      mine.transient += theirs.transient;
      mine.permanent += theirs.permanent;
    }
    this.codes.merge(later.codes, joinCodes, (theirs) => ({ ...theirs }));
  }

  view(rows: number): Omit<RepliesView, 'implied'> {
    const [ok = 0, more = 0, transient = 0, permanent = 0] = this.classes;
    const { inbound, outbound } = this.directions;
    return {
      total: ok + more + transient + permanent,
      by_class: { '2xx': ok, '3xx': more, '4xx': transient, '5xx': permanent },
      by_direction: { inbound, outbound },
      codes: heaviest(this.codes.rows.values(), rows, compareCodes).map(codeRow),
      reasons: [...this.reasons]
        .map(reasonRow)
        .sort((a, b) => b.count - a.count || byText(a.reason, b.reason)),
      timeline: this.timeline.entries().map(([time, counts]) => ({
        time: isoTime(time) ?? '',
        '2xx': counts[0] ?? 0,
        '3xx': counts[1] ?? 0,
        '4xx': counts[2] ?? 0,
        '5xx': counts[3] ?? 0,
      })),
      folded: this.codes.folded,
    };
  }

  #addReason(reason: Reason, classIndex: number, repeat: number): void {
    const row = this.#reason(reason);
    row.count += repeat;
    if (classIndex === 2) row.transient += repeat;
    else if (classIndex === 3) row.permanent += repeat;
  }

  #reason(reason: Reason): ReasonCount {
    let row = this.reasons.get(reason);
    if (row === undefined) {
      row = { count: 0, transient: 0, permanent: 0 };
      this.reasons.set(reason, row);
    }
    return row;
  }
}

const DIRECTIONS: Readonly<Record<Direction, number>> = { inbound: 0, outbound: 1, local: 2 };
const REASON_NUMBERS: ReadonlyMap<Reason, number> = new Map(REASONS.map((reason, index) => [reason, index]));

/** A number says it faster than a text that has to be put together for every line. */
function codeKey(
  code: number,
  enhancedCode: string | null,
  direction: Direction,
  reason: Reason,
): number | string {
  const enhanced = enhancedCode === null ? 0 : enhancedNumber(enhancedCode);
  if (enhanced === null) return `${code} ${enhancedCode} ${direction} ${reason}`;
  return ((enhanced * 1000 + code) * 4 + DIRECTIONS[direction]) * 64 + (REASON_NUMBERS.get(reason) ?? 63);
}

/** `4.2.2` as 4002002; null when it is not three numbers of at most three digits. */
function enhancedNumber(code: string): number | null {
  let value = 0;
  let part = 0;
  let digits = 0;
  let parts = 1;
  for (let at = 0; at < code.length; at++) {
    const digit = code.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      part = part * 10 + digit;
      digits++;
    } else if (digit === DOT && digits > 0) {
      value = value * 1000 + part;
      part = 0;
      digits = 0;
      parts++;
    } else return null;
    if (digits > 3) return null;
  }
  return parts === 3 && digits > 0 && value > 0 ? value * 1000 + part : null;
}

/** Relative to `0`. */
const DOT = -2;

function joinCodes(mine: CodeCount, theirs: CodeCount): void {
  mine.count += theirs.count;
  joinSpan(mine, theirs);
}

function compareCodes(a: CodeCount, b: CodeCount): number {
  return (
    b.count - a.count ||
    a.code - b.code ||
    byText(a.enhancedCode ?? '', b.enhancedCode ?? '') ||
    byText(a.direction, b.direction) ||
    byText(a.reason, b.reason)
  );
}

function codeRow(row: CodeCount): CodeRow {
  return {
    code: row.code,
    enhanced_code: row.enhancedCode,
    direction: row.direction,
    reason: row.reason,
    count: row.count,
    first: isoTime(row.first),
    last: isoTime(row.last),
    example: row.example,
  };
}

function reasonRow([reason, row]: [Reason, ReasonCount]): ReasonRow {
  const { family, owner } = REASON_FACTS[reason];
  return { reason, family, count: row.count, transient: row.transient, permanent: row.permanent, owner };
}
