// READ THIS FIRST. What happens to a log, in order:
//
//   sources         files, globs, gzip, stdin            bytes, in chunks
//      │
//   lines           cut at LF                            text
//      │
//   header          RFC 3164, RFC 5424, ISO, JSON, …     LogLine: time, host, program, pid, text
//      │
//   mta             postfix, exim, dovecot, neighbours   MailEvent, perhaps `unrecognized`
//      │
//   classify        text, enhanced code, code            event.reason, event.storage
//      │
//   tally           which of them count                  event.replyRole
//      │
//   correlate       events of one mail                   Message
//      │
//   aggregate       add, merge                           Snapshot ──► report, tui, library
//      └──────────► events of a chunk ─────────────────► sinks (ndjson)
import { Aggregates } from './aggregate/index.ts';
import { classifyEvent, createClassifier } from './classify/index.ts';
import { Correlator } from './correlate/correlator.ts';
import { WaitingMail } from './correlate/waiting.ts';
import { findFindings } from './findings/index.ts';
import { HeaderReader } from './header/index.ts';
import { LineSplitter } from './lines/line-splitter.ts';
import type { MailEvent } from './model/event.ts';
import type { Message } from './model/message.ts';
import type { RunHandlers, RunOptions } from './model/run.ts';
import type { InputView, Snapshot } from './model/snapshot.ts';
import type { Source } from './model/source.ts';
import { messageTime } from './mta/message-time.ts';
import { DIALECTS } from './mta/index.ts';
import { Router } from './mta/router.ts';
import { Tally } from './tally/index.ts';
import { VERSION } from './version.ts';

/** Bytes looked at before a file is read, for the year of its first stamp. */
const SAMPLE_BYTES = 256 * 1024;

/** One run over one or more inputs. Sources are read one after the other; `snapshot` may be asked for at any time. */
export class Analysis {
  readonly #options: RunOptions;
  readonly #handlers: RunHandlers;
  readonly #header: HeaderReader;
  readonly #router: Router;
  readonly #classifier = createClassifier();
  readonly #aggregates: Aggregates;
  readonly #tally: Tally;
  readonly #correlator: Correlator;
  #events: MailEvent[] = [];
  #messages: Message[] = [];

  constructor(options: RunOptions, handlers: RunHandlers = {}) {
    this.#options = options;
    this.#handlers = handlers;
    this.#header = new HeaderReader({ timezone: options.timezone, year: options.year, messageTime });
    this.#router = new Router(DIALECTS, handlers.events === undefined, options.mta);
    this.#aggregates = new Aggregates();
    this.#tally = new Tally((event) => this.#aggregates.add(event));
    this.#correlator = new Correlator((mail) => {
      this.#aggregates.messages.addMail(mail);
      if (handlers.messages !== undefined) this.#messages.push(mail);
    });
  }

  /** Tells what is going to be read, so that what only several files need is not done for one. May be left out. */
  expect(sources: readonly Source[]): void {
    this.#tally.expectFiles(sources.length);
  }

  /**
   * Reads one source to its end.
   * @param onStored told the stored bytes read so far, for progress.
   * Throws what the source throws; what came before stays counted.
   */
  async read(source: Source, onStored?: (bytes: number) => void): Promise<void> {
    const lines = new LineSplitter((text, start, end) => this.#line(text, start, end));
    const input = this.#aggregates.input;
    let opened = false;
    try {
      for await (const chunk of source.chunks(onStored)) {
        if (!opened) {
          opened = true;
          // Only now does a pipe know what it is packed with.
          input.open(source.path, source.compression);
          this.#header.open(source.path, source.modified ?? Date.now(), sampleText(chunk));
        }
        input.bytes(chunk.length);
        lines.push(chunk);
        await this.#flush();
      }
    } finally {
      if (!opened) input.open(source.path, source.compression);
      lines.end();
      input.truncated(lines.truncated);
      await this.#flush();
    }
  }

  /** What was read so far, without the work of a whole snapshot. */
  input(): InputView {
    return this.#aggregates.input.view(1);
  }

  /** Call once after the last source: what was held back is counted. */
  end(): void {
    this.#tally.end();
  }

  /** The mails that have not ended, as they stand. */
  open(): Iterable<Message> {
    return this.#correlator.open();
  }

  snapshot(): Snapshot {
    const open = [...this.open()];
    const waiting = new WaitingMail();
    for (const mail of open) waiting.add(mail);
    return this.#aggregates.snapshot({
      top: this.#options.top,
      version: VERSION,
      generatedAt: Date.now(),
      find: findFindings,
      open,
      waiting: (place) => waiting.of(place),
    });
  }

  #line(text: string, start: number, end: number): void {
    const input = this.#aggregates.input;
    input.line();
    const result = this.#header.read(text, start, end);
    if (result !== 'line') return;
    const line = this.#header.line;
    if (!this.#wanted(line.time)) return;
    const event = this.#router.read(line);
    if (event === null) {
      input.ignored();
      return;
    }
    classifyEvent(event, this.#classifier);
    if (this.#handlers.events !== undefined) this.#events.push(event);
    if (event.kind === 'unrecognized') input.unrecognized(event);
    if (this.#tally.add(event)) this.#correlator.add(event);
    else this.#aggregates.input.add(event);
  }

  #wanted(time: number | null): boolean {
    const { from, to } = this.#options;
    if (from === null && to === null) return true;
    if (time === null) return false;
    if ((from === null || time >= from) && (to === null || time < to)) return true;
    this.#aggregates.input.outsideRange(time);
    return false;
  }

  async #flush(): Promise<void> {
    const { events, messages } = this.#handlers;
    if (events !== undefined && this.#events.length > 0) {
      const batch = this.#events;
      this.#events = [];
      await events(batch);
    }
    if (messages !== undefined && this.#messages.length > 0) {
      const batch = this.#messages;
      this.#messages = [];
      await messages(batch);
    }
  }
}

function sampleText(chunk: Uint8Array): string {
  return Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, SAMPLE_BYTES)).toString('latin1');
}
