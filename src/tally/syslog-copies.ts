// Copies of a line in one syslog: they stand next to each other in the output of one process.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';

const MOST_PROCESSES = 10_000;
const MOST_HOSTS = 1000;
/** Both are written at once. */
const LONGEST_GAP_MS = 1000;
/** Processes that have written the first copy, and are about to write the second. */
const MOST_BETWEEN = 8;

/** What a process wrote last, as often as it did. */
interface Run {
  readonly text: string;
  /** Of the last line. */
  time: number | null;
  lines: number;
  counted: number;
}

/** Runs of rejections, by number of lines. All are even, except with `syslog_duplication = false`: no copies then. */
interface Host {
  odd: number;
  even: number;
}

export class SyslogCopies {
  readonly #runs = new Map<string, Run>();
  readonly #hosts = new Map<string, Host>();

  /** Takes the copies out of `event.repeat`. True: nothing is left. */
  isCopy(event: MailEvent): boolean {
    const run = this.#run(event);
    // Of the others only a few have a copy, and nothing writes them twice without one.
    const host = ALWAYS_IN_REJECTLOG.has(event.kind) ? this.#host(event.host ?? '') : null;
    if (host !== null && run.lines > 0) recount(host, run, -1);
    const areTwins = host === null || host.odd <= host.even + MOST_BETWEEN;
    run.lines += event.repeat;
    run.time = event.time;
    if (host !== null) recount(host, run, 1);
    // "message repeated 5 times" after one line is three in two logs, two of them new.
    const fresh = areTwins ? Math.ceil(run.lines / 2) - run.counted : event.repeat;
    if (fresh <= 0) return true;
    run.counted += fresh;
    event.repeat = fresh;
    return false;
  }

  #run(event: MailEvent): Run {
    const key = `${event.host ?? ''} ${event.pid ?? ''}`;
    const known = this.#runs.get(key);
    if (known !== undefined && known.text === event.text && isSoon(known, event)) return known;
    if (known === undefined && this.#runs.size >= MOST_PROCESSES) this.#runs.clear();
    const run: Run = { text: keep(event.text), time: event.time, lines: 0, counted: 0 };
    this.#runs.set(key, run);
    return run;
  }

  #host(name: string): Host {
    let host = this.#hosts.get(name);
    if (host === undefined) {
      if (this.#hosts.size >= MOST_HOSTS) this.#hosts.clear();
      host = { odd: 0, even: 0 };
      this.#hosts.set(keep(name), host);
    }
    return host;
  }
}

const ALWAYS_IN_REJECTLOG: ReadonlySet<string> = new Set(['reject', 'auth', 'verify']);

function recount(host: Host, { lines }: Run, by: number): void {
  if (lines % 2 === 0) host.even += by;
  else host.odd += by;
}

/** A line that stands for several comes when the next different one does. */
function isSoon({ time }: Run, event: MailEvent): boolean {
  return (
    event.repeat > 1 || time === null || event.time === null || Math.abs(event.time - time) <= LONGEST_GAP_MS
  );
}
