// Output of `exim -d`, `-v`, `-bh` and `-bs`: SMTP dialogues line by line, log lines among them, and debug text.
import type { MailEvent, Stage } from '../../model/event.ts';
import { DASH, isDigit, SPACE } from './ascii.ts';
import { readEntry } from './entry.ts';
import { readServer } from './host-phrase.ts';
import { redact } from './redact.ts';
import { replyCodeAt } from './reply.ts';
import { Dialogue } from './trace-dialogue.ts';
import { tracePrefix, type TracePrefix } from './trace-prefix.ts';

/** What one process says: as a server, and as a client of deliveries and callouts. */
interface Process {
  server: Dialogue;
  client: Dialogue;
  /** Whose reply the next line may go on with. */
  last: Dialogue | null;
  logFollows: boolean;
}

export class Trace {
  readonly #processes = new Map<number, Process>();
  /** Codes of remote servers that the trace has shown. */
  readonly #remoteCodes = new Set<number>();
  #active = false;
  #simulated = false;
  #refusedStage: Stage | null = null;

  /** A line with a header came: the file is no trace, or no longer. */
  end(): void {
    this.#active = false;
    this.#simulated = false;
    this.#processes.clear();
    this.#remoteCodes.clear();
  }

  /** Reads a line of a trace; false when it is none. Within a trace every line without a header is its own. */
  read(text: string, event: MailEvent): boolean {
    const prefix = tracePrefix(text);
    if (!this.#active && !isTrace(text.substring(prefix.start), prefix)) return false;
    this.#active = true;
    if (prefix.simulated) this.#simulated = true;
    if (prefix.pid > 0) event.pid = prefix.pid;
    event.kind = 'notice';
    this.#line(text, prefix, event);
    return true;
  }

  #line(text: string, prefix: TracePrefix, event: MailEvent): void {
    const process = this.#process(prefix.pid);
    const at = prefix.start;
    if (process.logFollows && text.startsWith('  ', at)) {
      process.logFollows = false;
      return this.#logEntry(text, at + 2, event, process);
    }
    process.logFollows = false;
    if (text.startsWith('LOG: ', at)) {
      process.logFollows = SELECTORS.test(text.substring(at + 'LOG: '.length));
      if (!process.logFollows) this.#logEntry(text, at + 'LOG: '.length, event, process);
      return;
    }
    if (text.startsWith('SMTP', at))
      return this.#serverLine(text, at + 'SMTP'.length, event, process, prefix);
    if (text.startsWith('  SMTP', at))
      return this.#clientLine(text, at + '  SMTP'.length, event, process, prefix);
    if (process.last?.hasOpenReply === true && this.#replyGoesOn(text, at, event, process, prefix)) return;
    process.last = null;
    this.#otherLine(text, at, event, process, prefix);
  }

  /** `SMTP>> 250 text`, `SMTP>| 221 text` (more follows), `SMTP<< EHLO x`, `SMTP(close)>>` */
  #serverLine(text: string, at: number, event: MailEvent, process: Process, prefix: TracePrefix): void {
    if (text.startsWith('<< ', at) || text.startsWith('<<', at)) {
      process.server.command(text, Math.min(at + '<< '.length, text.length), event);
    } else if (text.startsWith('>> ', at) || text.startsWith('>| ', at)) {
      process.last = process.server;
      process.server.reply(text, at + '>> '.length, event, prefix.nested);
    }
  }

  /** `  SMTP<< 250 text`, `  SMTP>> MAIL …`, `  SMTP|> RCPT …` (pipelined), `  SMTP+> .`, `  SMTP(close)>>` */
  #clientLine(text: string, at: number, event: MailEvent, process: Process, prefix: TracePrefix): void {
    event.direction = 'outbound';
    if (text.startsWith('<< ', at)) {
      process.last = process.client;
      this.#remoteReply(text, at + '<< '.length, event, process, prefix);
    } else if (text.startsWith('>> ', at) || text.startsWith('|> ', at) || text.startsWith('+> ', at)) {
      process.client.command(text, at + '>> '.length, event);
    }
  }

  /** Seven blanks (ours) or nine (the remote's), then the next line of the reply. */
  #replyGoesOn(text: string, at: number, event: MailEvent, process: Process, prefix: TracePrefix): boolean {
    let start = at;
    while (text.charCodeAt(start) === SPACE) start++;
    if (start - at < INDENTATION || !isDigit(text.charCodeAt(start))) return false;
    if (process.last === process.client) return this.#remoteReply(text, start, event, process, prefix);
    return process.server.reply(text, start, event, prefix.nested);
  }

  #remoteReply(text: string, at: number, event: MailEvent, process: Process, prefix: TracePrefix): boolean {
    if (!process.client.reply(text, at, event, prefix.nested)) return false;
    if (event.replyCode !== null) this.#remoteCodes.add(event.replyCode);
    return true;
  }

  #otherLine(text: string, at: number, event: MailEvent, process: Process, prefix: TracePrefix): void {
    if (text.startsWith('Connecting to ', at)) {
      // `Connecting to mx.example.com [192.0.2.50]:25 ... connected`
      process.client = new Dialogue('outbound');
      event.direction = 'outbound';
      readServer(text, at + 'Connecting to '.length, event);
    } else if (text.startsWith('Process ', at) && text.includes(' is handling incoming connection', at)) {
      process.server = new Dialogue('inbound');
    } else if (text.startsWith('auth input decode: ', at)) {
      // `auth input decode: '' 'alice' 'secret'`
      redact(event, at + 'auth input decode: '.length, text.length);
    } else if (!prefix.any && this.#simulated && replyCodeAt(text, at, text.length) !== 0) {
      this.#bareReply(text, at, event, process);
    } else if (process.server.inLogin || process.client.inLogin) {
      // Debug text within a login prints what the client sent, in any form.
      redact(event, at, text.length);
    }
  }

  /** `-bh` without -d prints its replies without any mark. */
  #bareReply(text: string, at: number, event: MailEvent, process: Process): void {
    process.server.reply(text, at, event, false);
    event.stage = this.#refusedStage ?? event.stage;
    event.status = null;
    if (text.charCodeAt(at + 3) !== DASH) this.#refusedStage = null;
  }

  /** A log line among the dialogue repeats a reply that the trace shows too. */
  #logEntry(text: string, at: number, event: MailEvent, process: Process): void {
    if (!readEntry(text, at, event, true)) event.kind = 'notice';
    const isInbound = event.direction !== 'outbound';
    if (event.kind === 'reject' && isInbound) this.#refusedStage = event.stage;
    const isShown = isInbound
      ? process.server.began || this.#simulated
      : event.replyCode !== null && this.#remoteCodes.has(event.replyCode);
    if (!isShown) return;
    if (event.replyCode !== null || event.impliedCode !== null) event.replyRole = 'repeated';
    if (event.auth !== null) {
      event.auth.counts = false;
      event.auth.challengesMin = 0;
      event.auth.challengesTypical = 0;
    }
    if (event.kind === 'storage' && event.impliedCode !== null) event.storageCounts = false;
  }

  #process(pid: number): Process {
    let process = this.#processes.get(pid);
    if (process === undefined) {
      if (this.#processes.size >= MOST_PROCESSES) this.#processes.clear();
      process = {
        server: new Dialogue('inbound'),
        client: new Dialogue('outbound'),
        last: null,
        logFollows: false,
      };
      this.#processes.set(pid, process);
    }
    return process;
  }
}

const MOST_PROCESSES = 1000;
const INDENTATION = 7;
/** `LOG: smtp_connection MAIN REJECT`: the text follows on the next line. */
const SELECTORS = /^(?:[a-z_0-9]+ )*(?:MAIN|REJECT|PANIC)(?: (?:MAIN|REJECT|PANIC))*$/;
/** Whether a line can only be Exim's. Other programs' logs begin with a time of day or a number as well. */
function isTrace(text: string, prefix: TracePrefix): boolean {
  return MARKS.test(text) || (prefix.simulated && SIMULATION.test(text));
}

const MARKS =
  /^ {0,2}SMTP(?:>>|<<|>\||\|>|\+>|>-|\([A-Za-z ]+\)(?:>>|<<))|^LOG: (?:[a-z_]+ )*(?:MAIN|REJECT|PANIC)|^cmdlog: '|^auth input decode: |^Connecting to \S+ \[[0-9A-Fa-f:.]+\]:\d|^Exim version \d|^Process \d+ is (?:handling|ready)|^\*{4} SMTP testing session/;
const SIMULATION = /^(?:host in |using ACL |processing "|check |accept|deny|end of ACL )/;
