// `disconnect from N[A] ehlo=2 starttls=1 auth=0/1 quit=1 commands=4/5`: what was asked, and how often in vain.
import type { MailEvent } from '../../model/event.ts';
import { keep } from '../../model/keep.ts';
import { digitsEnd, integerAt } from './number.ts';

type Counters = ReadonlyMap<string, readonly [number, number]>;

/** Reads the counters (Postfix 3.0 and later) that begin at `at`. Sessions of a kind share one map. */
export function readCounters(event: MailEvent, text: string, at: number): void {
  if (at >= text.length) return;
  const printed = text.substring(at);
  const known = seen.get(printed);
  if (known !== undefined) {
    event.counters = known;
    return;
  }
  const counters = parse(text, at);
  if (counters.size === 0) return;
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(keep(printed), counters);
  event.counters = counters;
}

/** Most sessions of a server do one of a few things: parsed once. */
const seen = new Map<string, Counters>();
const MOST_SEEN = 2000;

const SPACE = 32;
const SLASH = 47;

function parse(text: string, start: number): Counters {
  const counters = new Map<string, readonly [number, number]>();
  let at = start;
  while (at < text.length) {
    while (text.charCodeAt(at) === SPACE) at++;
    const equals = text.indexOf('=', at);
    if (equals === -1) break;
    const done = integerAt(text, equals + 1);
    // "notes=bare_lf" is no counter.
    if (done === null) break;
    let end = digitsEnd(text, equals + 1);
    let total = done;
    if (text.charCodeAt(end) === SLASH) {
      total = integerAt(text, end + 1) ?? done;
      end = digitsEnd(text, end + 1);
    }
    counters.set(keep(text.substring(at, equals)), [done, total]);
    at = end;
  }
  return counters;
}
