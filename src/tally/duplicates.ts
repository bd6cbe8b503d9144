// Exim writes a rejection to mainlog and rejectlog, trouble to mainlog and paniclog; through syslog both copies land in
// one file. The copies have the same stamp and text.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';

/** Lines of other files remembered at most (16 bytes each); beyond it the oldest are forgotten. */
const MOST_LINES = 500_000;
const MOST_PROCESSES = 10_000;

export class DuplicateLines {
  /** Lines that go to two files, with the file that had them first and how many of them are still without a twin. */
  readonly #lines = new Map<number, { file: string; unmatched: number }>();
  readonly #syslog = new Map<string, string>();
  /** One file alone holds no second copies, except through syslog. */
  severalFiles = true;

  /** Whether the line is the second copy of one that was read. */
  isCopy(event: MailEvent): boolean {
    if (!GOES_TO_TWO_LOGS.has(event.kind)) return false;
    if (event.host !== null || event.program !== 'exim') return this.#inSyslog(event);
    return this.severalFiles && this.#inOtherFile(event);
  }

  #inOtherFile(event: MailEvent): boolean {
    const key = hash(event.text, event.time ?? 0);
    const seen = this.#lines.get(key);
    if (seen === undefined) {
      if (this.#lines.size >= MOST_LINES) this.#lines.clear();
      this.#lines.set(key, { file: event.file, unmatched: 1 });
      return false;
    }
    if (seen.file === event.file) {
      seen.unmatched++;
      return false;
    }
    if (seen.unmatched === 0) return false;
    seen.unmatched--;
    return true;
  }

  /** In syslog the copies stand next to each other in the output of one process. */
  #inSyslog(event: MailEvent): boolean {
    const key = `${event.host ?? ''} ${event.pid ?? ''}`;
    if (this.#syslog.get(key) === event.text) {
      this.#syslog.delete(key);
      return true;
    }
    if (this.#syslog.size >= MOST_PROCESSES) this.#syslog.clear();
    this.#syslog.set(key, keep(event.text));
    return false;
  }
}

const GOES_TO_TWO_LOGS: ReadonlySet<string> = new Set([
  'reject',
  'auth',
  'verify',
  'protocol',
  'error',
  'storage',
  'discard',
  'tls',
  'rate-limit',
  'notice',
  'connect',
  'lost',
  'timeout',
]);

/** FNV-1a over 53 bits: two 26-bit lanes, so that a number can hold it. */
function hash(text: string, seed: number): number {
  let low = (0x811c9dc5 ^ seed) >>> 0;
  let high = (0x01000193 ^ (seed / 4096)) >>> 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return (high & 0x1fffff) * 0x100000000 + low;
}
