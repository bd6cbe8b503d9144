// What stands in front of each line of a debug trace: time of day, process, `>>> ` of -bh, marks of nested evaluation.

export interface TracePrefix {
  /** Where the line's own text begins. */
  readonly start: number;
  /** 0 when none is printed. */
  readonly pid: number;
  /** Inside the evaluation of something else, such as a callout. */
  readonly nested: boolean;
  /** `-bh`: no client is there. */
  readonly simulated: boolean;
  /** Anything at all stands in front. */
  readonly any: boolean;
}

/** `10:00:21 30420 `, `30416 `, `>>> `, `   ╎`, or nothing. */
export function tracePrefix(text: string): TracePrefix {
  let start = TIME.exec(text)?.[0].length ?? 0;
  const process = PROCESS.exec(text.substring(start, start + LONGEST_PROCESS));
  const pid = process === null ? 0 : Number(process[0]);
  if (process !== null) start += process[0].length;
  const simulated = text.startsWith('>>> ', start);
  if (simulated) start += '>>> '.length;
  const nesting = NESTING.exec(text.substring(start));
  if (nesting !== null) start += nesting[0].length;
  return { start, pid, nested: nesting !== null, simulated, any: start > 0 };
}

const TIME = /^\d\d:\d\d:\d\d(?:\.\d{3})? /;
/** Five characters or more: `%5d `. The lines of a reply have more blanks in front. */
const PROCESS = /^(?:\d{5,10}| \d{4}| {2}\d{3}| {3}\d{2}) /;
const LONGEST_PROCESS = 12;
/** The bar is U+254E, three bytes when the line was decoded as Latin-1; `!` with -d+noutf8. */
const NESTING = /^(?: {3}(?:\u254e|\u00e2\u0095\u008e|[!|]))+/;
