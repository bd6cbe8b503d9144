// What was read, and how much of it was understood. The pipeline tells what no event knows: files, bytes, lines.
import type { MailEvent, MtaName } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { Compression, FileView, InputView, UnrecognizedSample } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { byText, heaviest } from './heaviest.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

const MOST_SAMPLES = 20;
const LONGEST_SAMPLE = 500;
const MOST_PROGRAMS = 1000;
const MOST_HOSTS = 1000;

export class Input implements Aggregate<InputView> {
  readonly files: FileView[] = [];
  events = 0;
  ignoredLines = 0;
  truncatedLines = 0;
  outsideLines = 0;
  readonly outside: Span = { first: null, last: null };
  readonly byMta: Map<MtaName, { count: number }> = new Map();
  readonly hosts: Set<string> = new Set();
  readonly samples: UnrecognizedSample[] = [];
  readonly programs: TopMap<string | null, { program: string | null; count: number }> = new TopMap(
    MOST_PROGRAMS,
  );
  #file: FileView = fileView('-', null);
  #host: string | null = null;
  /** Of the event before it: usually the same. */
  #mta: MtaName | null = null;
  #ofMta: { count: number } = { count: 0 };

  /** What follows comes from this file. Called again for the next part of a file that is read in parts. */
  open(path: string, compression: Compression | null): void {
    this.#file = this.#find(path, compression);
  }

  bytes(count: number): void {
    this.#file.bytes += count;
  }

  line(): void {
    this.#file.lines++;
  }

  /** Lines whose ends were too far away to be read. */
  truncated(count: number): void {
    this.truncatedLines += count;
  }

  /** A line of a time that was not asked for. */
  outsideRange(time: number): void {
    this.outsideLines++;
    widen(this.outside, time);
  }

  /** A line that is understood, but not about mail transport. */
  ignored(): void {
    this.ignoredLines++;
  }

  /** A mail program's line that no parser understood. */
  unrecognized(event: MailEvent): void {
    this.#file.unrecognized++;
    const known = this.programs.get(event.program);
    if (known === undefined) {
      const program = event.program === null ? null : keep(event.program);
      this.programs.put(program, { program, count: 1 });
    } else known.count++;
    if (this.samples.length >= MOST_SAMPLES) return;
    const { file: path, line } = event;
    const program = event.program === null ? null : keep(event.program);
    this.samples.push({ path, line, program, text: keep(event.text.slice(0, LONGEST_SAMPLE)) });
  }

  add(event: MailEvent): void {
    this.events++;
    if (event.mta !== this.#mta) {
      this.#mta = event.mta;
      this.#ofMta = this.#counterOf(event.mta);
    }
    this.#ofMta.count++;
    if (event.host === this.#host || event.host === null) return;
    this.#host = keep(event.host);
    if (this.hosts.size < MOST_HOSTS) this.hosts.add(this.#host);
  }

  merge(later: Input): void {
    for (const theirs of later.files) {
      const mine = this.#find(theirs.path, theirs.compression);
      mine.bytes += theirs.bytes;
      mine.lines += theirs.lines;
      mine.unrecognized += theirs.unrecognized;
    }
    this.events += later.events;
    this.ignoredLines += later.ignoredLines;
    this.truncatedLines += later.truncatedLines;
    this.outsideLines += later.outsideLines;
    joinSpan(this.outside, later.outside);
    for (const [mta, { count }] of later.byMta) this.#counterOf(mta).count += count;
    for (const host of later.hosts) if (this.hosts.size < MOST_HOSTS) this.hosts.add(host);
    this.samples.push(...later.samples.slice(0, MOST_SAMPLES - this.samples.length));
    this.programs.merge(
      later.programs,
      (mine, theirs) => (mine.count += theirs.count),
      (theirs) => ({ ...theirs }),
    );
  }

  view(rows: number): InputView {
    const { files } = this;
    return {
      files: files.map((file) => ({ ...file })),
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      lines: files.reduce((sum, file) => sum + file.lines, 0),
      events: this.events,
      ignored: this.ignoredLines,
      unrecognized: files.reduce((sum, file) => sum + file.unrecognized, 0),
      outside_range: {
        lines: this.outsideLines,
        from: isoTime(this.outside.first),
        to: isoTime(this.outside.last),
      },
      truncated: this.truncatedLines,
      unrecognized_samples: this.samples.slice(0, rows),
      unrecognized_programs: heaviest(
        this.programs.rows.values(),
        rows,
        (a, b) => b.count - a.count || byText(a.program ?? '', b.program ?? ''),
      ).map((row) => ({ ...row })),
      by_mta: Object.fromEntries(
        [...this.byMta].sort(([a], [b]) => byText(a, b)).map(([mta, { count }]) => [mta, count]),
      ),
      hosts: [...this.hosts].sort(byText),
    };
  }

  #counterOf(mta: MtaName): { count: number } {
    let counter = this.byMta.get(mta);
    if (counter === undefined) this.byMta.set(mta, (counter = { count: 0 }));
    return counter;
  }

  #find(path: string, compression: Compression | null): FileView {
    let file = this.files.find((each) => each.path === path);
    if (file === undefined) {
      file = fileView(path, compression);
      this.files.push(file);
    }
    return file;
  }
}

function fileView(path: string, compression: Compression | null): FileView {
  return { path, bytes: 0, lines: 0, unrecognized: 0, compression };
}
