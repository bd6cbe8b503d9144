// Copies of a line in several files of one Exim: they have the same stamp and text.
import type { MailEvent } from '../model/event.ts';

/** Counts remembered at most, twice over, about 50 bytes each, two or three for a line; then the oldest are forgotten. */
const MOST_COUNTS = 500_000;
/** Logs told apart. */
const MOST_LOGS = 15;

export class FileCopies {
  /** How often a line stood in each log, and how often it was counted. Key: hash of the line, then the log. */
  #counts = new Map<number, number>();
  #older = new Map<number, number>();
  readonly #logs = new Map<string, number>();
  #file: string | null = null;
  #log = 0;

  /**
   * Whether another log had the line first. A line that stands twice in one log happened twice: the log that has it
   * most often tells how often.
   */
  isCopy(event: MailEvent): boolean {
    const line = hash(event.text, event.time ?? 0) * (MOST_LOGS + 1);
    const times = this.#raise(line + this.#logOf(event.file));
    const counted = this.#count(line + MOST_LOGS);
    if (times <= counted) return true;
    this.#raise(line + MOST_LOGS);
    return false;
  }

  #count(key: number): number {
    return this.#counts.get(key) ?? this.#older.get(key) ?? 0;
  }

  #raise(key: number): number {
    const count = this.#count(key) + 1;
    this.#counts.set(key, count);
    if (this.#counts.size >= MOST_COUNTS) {
      this.#older = this.#counts;
      this.#counts = new Map();
    }
    return count;
  }

  #logOf(file: string): number {
    if (file === this.#file) return this.#log;
    const name = logName(file);
    let log = this.#logs.get(name);
    if (log === undefined) {
      log = Math.min(this.#logs.size, MOST_LOGS - 1);
      this.#logs.set(name, log);
    }
    this.#file = file;
    this.#log = log;
    return log;
  }
}

/** Two mainlogs, of two hosts or two days, hold no copies of each other. A name that tells nothing stands for itself. */
function logName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /main|reject|panic/.exec(name)?.[0] ?? file;
}

/** FNV-1a over 49 bits, in two lanes: times 16 it is still exact. */
function hash(text: string, seed: number): number {
  let low = (0x811c9dc5 ^ seed) >>> 0;
  let high = (0x01000193 ^ (seed / 4096)) >>> 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return (high & 0x1ffff) * 0x100000000 + low;
}
