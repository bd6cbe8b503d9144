// Lines that stand for others: "message repeated 4 times: [ … ]" (rsyslog) and "last message repeated 3 times" (BSD).
import type { LogLine } from '../model/line.ts';

/** The last line of each host, for "last message repeated". A host is written down only when another one follows. */
export class RepeatReader {
  #host: string | null = null;
  #program: string | null = null;
  #pid: number | null = null;
  #text = '';
  readonly #others = new Map<string, { program: string | null; pid: number | null; text: string }>();

  /** Rewrites a line that says "repeated" into what was repeated, with its `repeat` count. Call for every line. */
  resolve(line: LogLine): void {
    if (line.program === null) this.#lastMessage(line);
    else if (line.text.charCodeAt(0) === LOWER_M && line.text.startsWith('message repeated ')) unwrap(line);
    this.#remember(line);
  }

  /** "mx1 last message repeated 3 times", macOS "--- last message repeated 3 times ---" */
  #lastMessage(line: LogLine): void {
    const match = /^(?:--- )?last message repeated (\d{1,9}) times?/.exec(line.text);
    if (match === null) return;
    const host = line.host ?? '';
    const last = host === (this.#host ?? '') ? this : undefined;
    const program = last === undefined ? this.#others.get(host)?.program : last.#program;
    if (program === undefined || program === null) return;
    line.program = program;
    line.pid = last === undefined ? (this.#others.get(host)?.pid ?? null) : last.#pid;
    line.text = last === undefined ? (this.#others.get(host)?.text ?? '') : last.#text;
    line.repeat = Number(match[1]);
  }

  #remember(line: LogLine): void {
    if (line.host !== this.#host && this.#host !== null) {
      if (this.#others.size >= MOST_HOSTS) this.#others.clear();
      this.#others.set(this.#host, { program: this.#program, pid: this.#pid, text: this.#text });
    }
    this.#host = line.host;
    this.#program = line.program;
    this.#pid = line.pid;
    this.#text = line.text;
  }
}

const LOWER_M = 109;
const MOST_HOSTS = 1000;

/** "message repeated 4 times: [ warning: unknown[…]: SASL LOGIN authentication failed: …]" */
function unwrap(line: LogLine): void {
  const match = /^message repeated (\d{1,9}) times: \[ ?/.exec(line.text);
  if (match === null) return;
  const end = line.text.endsWith(']') ? line.text.length - 1 : line.text.length;
  line.repeat = Number(match[1]);
  line.text = line.text.substring(match[0].length, end);
}
