// Lines are made message by message and written second by second: messages overlap, as on a real server.

export class Timeline {
  /** Time as the log prints it. */
  stamp;
  /** How many lines of each name were written. */
  counts = {};
  lines = 0;
  bytes = 0;
  #write;
  /** Second → lines of it, not yet in order. */
  #seconds = new Map();
  #flushed;

  /**
   * @param {number} start epoch milliseconds
   * @param {(milliseconds: number) => string} stamp
   * @param {(text: string) => void} write
   */
  constructor(start, stamp, write) {
    this.#flushed = Math.floor(start / 1000);
    this.stamp = stamp;
    this.#write = write;
  }

  /** `name`, if there is one, counts the line when it is written. Lines of the same millisecond keep their order. */
  add(time, line, name) {
    const second = Math.max(this.#flushed, Math.floor(time / 1000));
    const lines = this.#seconds.get(second);
    if (lines === undefined) this.#seconds.set(second, [{ time, line, name }]);
    else lines.push({ time, line, name });
  }

  /** Writes all that lies before `time`: nothing earlier may be added any more. */
  flush(time) {
    const end = Math.floor(time / 1000);
    for (; this.#flushed < end; this.#flushed++) {
      const lines = this.#seconds.get(this.#flushed);
      if (lines === undefined) continue;
      this.#seconds.delete(this.#flushed);
      lines.sort((a, b) => a.time - b.time);
      const stamp = this.stamp(this.#flushed * 1000);
      let text = '';
      for (const { line, name } of lines) {
        text += `${stamp} ${line}\n`;
        if (name !== undefined) this.counts[name] = (this.counts[name] ?? 0) + 1;
      }
      this.lines += lines.length;
      this.bytes += text.length; // every character is ASCII
      this.#write(text);
    }
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number) => String(number).padStart(2, '0');

/** `Nov  3 20:01:25`, in UTC. */
export function syslogStamp(time) {
  const date = new Date(time);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${MONTHS[date.getUTCMonth()]} ${day} ${clock(date)}`;
}

/** `2026-11-03 20:01:25`, in UTC. */
export function eximStamp(time) {
  const date = new Date(time);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${clock(date)}`;
}

function clock(date) {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}
