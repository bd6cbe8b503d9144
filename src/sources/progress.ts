// How far the reading is, on a terminal: one line that is written over and wiped away at the end.
//
//   reading 41 %  881 MiB of 2.1 GiB  118 MiB/s  10 s left
import { formatDuration } from '../format/duration.ts';
import { formatBytes } from '../format/number.ts';

/** Shorter work shows nothing. */
const QUIET_MILLISECONDS = 500;
const LINE_EVERY_MILLISECONDS = 100;
/** For logs (`--progress`): whole lines, rarely. */
const PLAIN_EVERY_MILLISECONDS = 10_000;
/** The speed is that of the last seconds: a disk and a cache differ. */
const SPEED_OVER_MILLISECONDS = 5000;
/** Before that, the time left would be a guess. */
const FORECAST_AFTER_MILLISECONDS = 2000;

export interface ProgressOptions {
  /** `line`: on a terminal. `plain`: a line every ten seconds. `none`: nothing at all. */
  style: 'line' | 'plain' | 'none';
  /** Stored bytes of all sources; null when one of them is a pipe. */
  total: number | null;
  write: (text: string) => void;
  /** Columns of the terminal: a longer line would wrap and could not be wiped away. */
  columns?: number;
  now?: () => number;
}

export class Progress {
  readonly #style: ProgressOptions['style'];
  readonly #total: number | null;
  readonly #write: (text: string) => void;
  readonly #columns: number;
  readonly #now: () => number;
  readonly #begun: number;
  readonly #every: number;
  #bytes = 0;
  #shownAt: number;
  #onScreen = false;
  /** The speed is measured from here. */
  #mark: { time: number; bytes: number };
  #nextMark: { time: number; bytes: number };

  constructor({ style, total, write, columns = 80, now = () => performance.now() }: ProgressOptions) {
    this.#style = style;
    this.#total = total;
    this.#write = write;
    this.#columns = columns;
    this.#now = now;
    this.#begun = now();
    // As if shown so long ago that the quiet time is over when it is due again.
    this.#every = style === 'line' ? LINE_EVERY_MILLISECONDS : PLAIN_EVERY_MILLISECONDS;
    this.#shownAt = this.#begun + Math.max(0, QUIET_MILLISECONDS - this.#every);
    this.#mark = { time: this.#begun, bytes: 0 };
    this.#nextMark = this.#mark;
  }

  /** For one source: takes what its `chunks` tells. Cheap enough to be called for every chunk. */
  follow(): (bytes: number) => void {
    let before = 0;
    return (bytes) => {
      this.#bytes += bytes - before;
      before = bytes;
      this.#show();
    };
  }

  /** Wipes the line away. Call it before anything else is written to the terminal, and at the end. */
  clear(): void {
    if (!this.#onScreen) return;
    this.#write(WIPE);
    this.#onScreen = false;
  }

  #show(): void {
    if (this.#style === 'none') return;
    const time = this.#now();
    if (time - this.#shownAt < this.#every) return;
    this.#shownAt = time;
    const text = this.#text(time);
    this.#write(this.#style === 'line' ? WIPE + text.slice(0, this.#columns - 1) : `mailtop: ${text}\n`);
    this.#onScreen = this.#style === 'line';
  }

  #text(time: number): string {
    const speed = this.#speed(time);
    const parts: string[] = [];
    if (this.#total === null) {
      parts.push(`reading  ${formatBytes(this.#bytes)}`);
    } else {
      // A log that grows while it is read is never more than wholly read.
      const total = Math.max(this.#total, this.#bytes);
      const percent = total === 0 ? 100 : Math.floor((this.#bytes / total) * 100);
      parts.push(`reading ${percent} %`, `${formatBytes(this.#bytes)} of ${formatBytes(total)}`);
    }
    parts.push(`${formatBytes(Math.round(speed))}/s`);
    if (this.#total === null) parts.push('size unknown');
    else if (time - this.#begun >= FORECAST_AFTER_MILLISECONDS && speed > 0) {
      const seconds = Math.ceil(Math.max(0, this.#total - this.#bytes) / speed);
      parts.push(`${formatDuration(seconds)} left`);
    }
    return parts.join('  ');
  }

  /** Bytes per second, over five to ten seconds back. */
  #speed(time: number): number {
    if (time - this.#nextMark.time >= SPEED_OVER_MILLISECONDS) {
      this.#mark = this.#nextMark;
      this.#nextMark = { time, bytes: this.#bytes };
    }
    const elapsed = time - this.#mark.time;
    return elapsed > 0 ? ((this.#bytes - this.#mark.bytes) / elapsed) * 1000 : 0;
  }
}

/** Back to the first column, and erase to the end of the line. */
const WIPE = '\r\u001b[K';
