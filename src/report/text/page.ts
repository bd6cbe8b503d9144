// Lines of text that fit a width: every line of the report goes through here, so that none is too long, ends in blanks
// or carries what a log wrote for the terminal.
import { clean, cleanAscii } from '../../format/clean.ts';
import { Clock, type Instant } from '../../format/time.ts';
import { displayWidth, fit } from '../../format/width.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { RenderOptions } from '../report-format.ts';

/** Writes its part of the report; without data that is one sentence. */
export type Section = (page: Page, snapshot: Snapshot) => void;

export class Page {
  readonly columns: number;
  readonly utf8: boolean;
  readonly clock: Clock;
  /** What the times are relative to: the end of the report. */
  readonly #reference: Instant;
  readonly #lines: string[] = [];

  constructor(options: RenderOptions, reference: Instant) {
    this.columns = Math.max(NARROWEST, options.columns);
    this.utf8 = options.utf8;
    this.clock = new Clock(options.zone);
    this.#reference = reference;
  }

  /** Text from a log, harmless and in the characters that may be printed. */
  plain(text: string): string {
    return this.utf8 ? clean(text) : cleanAscii(text);
  }

  /** What text that was cut ends in. */
  get ellipsis(): string {
    return this.utf8 ? '…' : '...';
  }

  cut(text: string, width: number): string {
    return fit(text, width, this.ellipsis);
  }

  time(instant: Instant): string {
    return this.clock.short(instant, this.#reference);
  }

  line(text: string = ''): void {
    this.#lines.push(this.cut(this.plain(text), this.columns).trimEnd());
  }

  /** A heading, after an empty line. */
  title(text: string): void {
    this.line();
    this.line(text);
  }

  /** Words over as many lines as it takes; the first begins with `first`, the others with as many blanks. */
  wrap(first: string, text: string): void {
    this.list(first, this.plain(text).split(' '), ' ');
  }

  /** As `wrap`, never breaking inside of an item unless it is longer than a line. */
  list(first: string, items: readonly string[], gap: string = '   '): void {
    let prefix = first;
    for (const part of wrapped(
      items.map((item) => this.plain(item)),
      gap,
      this.columns - displayWidth(first),
    )) {
      this.line(prefix + part);
      prefix = ' '.repeat(displayWidth(first));
    }
  }

  text(): string {
    return this.#lines.join('\n') + '\n';
  }
}

const NARROWEST = 60;

/** Breaks between words, and words that are longer than a line anywhere. */
function wrapped(words: readonly string[], gap: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : line + gap + word;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      const piece = fit(line, width, '');
      lines.push(piece);
      line = line.slice(piece.length);
    }
  }
  lines.push(line);
  return lines;
}
