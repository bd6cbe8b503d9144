// Sends each line to the dialect that its syslog tag names, and makes the event.
import type { Dialect, DialectReader, LogLine } from '../model/line.ts';
import type { MailEvent, MtaName } from '../model/event.ts';
import { newEvent, resetEvent } from '../model/new-event.ts';
import { newLine } from '../model/new-line.ts';
import { isIgnoredProgram } from './ignored.ts';

interface Route {
  readonly dialect: Dialect;
  readonly reader: DialectReader;
}

/** `ignored`: another program's line, not about mail. */
type Destination = Route | 'ignored' | 'unknown';

/** Tags remembered at most; tags come from configuration, so more is damage. */
const MOST_TAGS = 4096;

export class Router {
  readonly #routes: readonly Route[];
  readonly #byProgram = new Map<string, Destination>();
  readonly #reused: MailEvent | null;
  readonly #wanted: readonly string[] | null;
  #lastProgram = '';
  #lastDestination: Destination = 'unknown';

  /**
   * @param reuse one event serves for all lines: for runs in which nobody keeps events.
   * @param wanted names of programs (MtaName); lines of others are ignored. Null: all.
   */
  constructor(dialects: readonly Dialect[], reuse: boolean, wanted: readonly string[] | null = null) {
    this.#wanted = wanted;
    this.#reused = reuse ? newEvent(newLine(), 'neighbour') : null;
    this.#routes = dialects.map((dialect) => ({ dialect, reader: dialect.reader() }));
  }

  /** The event of a line, `kind: 'unrecognized'` when nobody understood it; null when it is not about mail. */
  read(line: LogLine): MailEvent | null {
    if (line.program === null) return this.#bare(line);
    const destination = this.#destination(line.program);
    if (destination === 'ignored') return null;
    if (destination === 'unknown') return this.#event(line, 'neighbour');
    const event = this.#event(line, destination.dialect.name);
    if (!destination.reader.read(line, event)) event.kind = 'unrecognized';
    return event;
  }

  #event(line: LogLine, mta: MtaName): MailEvent {
    const event = this.#reused;
    if (event === null) return newEvent(line, mta);
    resetEvent(event, line, mta);
    return event;
  }

  #destination(program: string): Destination {
    // Tags are remembered strings (header/tag.ts), so that this compares addresses.
    if (program === this.#lastProgram) return this.#lastDestination;
    this.#lastProgram = program;
    this.#lastDestination = this.#lookUp(program);
    return this.#lastDestination;
  }

  #lookUp(program: string): Destination {
    const known = this.#byProgram.get(program);
    if (known !== undefined) return known;
    const route = this.#routes.find(({ dialect }) => dialect.claims(program));
    const destination = this.#isWanted(route?.dialect.name ?? 'neighbour')
      ? (route ?? (isIgnoredProgram(program) ? 'ignored' : 'unknown'))
      : 'ignored';
    if (this.#byProgram.size < MOST_TAGS) this.#byProgram.set(program, destination);
    return destination;
  }

  /** A line without a tag: a further physical line of an entry, a trace, or damage. */
  #bare(line: LogLine): MailEvent | null {
    for (const { dialect, reader } of this.#routes) {
      if (reader.readBare === undefined || !this.#isWanted(dialect.name)) continue;
      const event = this.#event(line, dialect.name);
      if (reader.readBare(line, event)) return event;
    }
    return this.#isWanted('neighbour') ? this.#event(line, 'neighbour') : null;
  }

  #isWanted(name: string): boolean {
    return this.#wanted === null || this.#wanted.includes(name);
  }
}
