// Exim: mainlog, rejectlog, paniclog, the same through syslog, and debug traces.
import type { Dialect, DialectReader, LogLine } from '../../model/line.ts';
import type { MailEvent } from '../../model/event.ts';
import { OpenEntry } from './continuation.ts';
import { readEntry } from './entry.ts';
import { Logins } from './logins.ts';
import { messageIdLength } from './message-id.ts';
import { SplitEntries } from './split-entries.ts';
import { innerHeaderEnd, splitPart } from './syslog-text.ts';
import { Trace } from './trace.ts';

export const exim: Dialect = {
  name: 'exim',
  // `syslog_processname` is free; Debian's binary is exim4.
  claims: (program) => program.startsWith('exim'),
  reader: () => new EximReader(),
};

class EximReader implements DialectReader {
  readonly #split = new SplitEntries();
  readonly #open = new OpenEntry();
  readonly #trace = new Trace();
  readonly #logins = new Logins();
  #file = '';
  #bareBefore = false;

  /** A line with a header. */
  read(line: LogLine, event: MailEvent): boolean {
    this.#file = line.file;
    if (this.#bareBefore) {
      this.#trace.end();
      this.#bareBefore = false;
    }
    const understood =
      line.style === 'exim-native' ? this.#entry(line.text, event) : this.#syslog(line, event);
    if (line.priority !== null && line.priority <= ALERT) event.severity = 'panic';
    this.#open.begin(event);
    return understood;
  }

  /** A line without one: a further line of the entry before it, or a trace. */
  readBare(line: LogLine, event: MailEvent): boolean {
    if (line.file !== this.#file) {
      this.#file = line.file;
      this.#open.close();
      this.#trace.end();
    }
    this.#bareBefore = true;
    if (line.text === '') {
      event.kind = 'continuation';
      return true;
    }
    return this.#open.read(line.text, event) || this.#trace.read(line.text, event);
  }

  #syslog(line: LogLine, event: MailEvent): boolean {
    const split = splitPart(line.text);
    if (split !== null && split.part > 1) {
      this.#split.continue(line, split, event);
      return true;
    }
    const start = innerHeaderEnd(line.text, split === null ? 0 : split.start, event);
    const text = start === 0 ? line.text : line.text.substring(start);
    event.text = text;
    const understood = this.#entry(text, event);
    if (split !== null) this.#split.open(line, split, event);
    return understood;
  }

  #entry(text: string, event: MailEvent): boolean {
    const length = messageIdLength(text, 0);
    if (length > 0) event.queueId = text.substring(0, length);
    const understood = readEntry(text, length === 0 ? 0 : length + 1, event, length > 0);
    if (event.auth !== null) this.#logins.settle(event);
    return understood;
  }
}

const ALERT = 1;
