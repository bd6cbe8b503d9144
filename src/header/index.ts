// Takes the header off a line: time, host, program, pid. Styles may change from line to line.
// To add a style: its file, and a line in `#style`.
import type { LogLine } from '../model/line.ts';
import { newLine } from '../model/new-line.ts';
import { keep } from '../model/keep.ts';
import { fillFromJson, JsonReader } from './json.ts';
import { RepeatReader } from './repeat.ts';
import { readRfc5424 } from './rfc5424.ts';
import { digit, monthAt, StampReader } from './stamp.ts';
import { TagReader } from './tag.ts';
import { stripColours, wrapperEnd } from './wrapper.ts';
import { yearFromMessage, YearTracker } from './year.ts';
import { createZone, fixedOffset, type Zone } from './zone.ts';

export interface HeaderOptions {
  timezone: string | null;
  year: number | null;
  /** When the message of a log text was made, out of its id (epoch milliseconds); null when the text has none. */
  messageTime: (text: string) => number | null;
}

/** `partial`: the line goes on in the next one. `marker`: not a log line (`-- Boot … --`). */
export type HeaderResult = 'line' | 'blank' | 'partial' | 'marker';

/** Reads the headers of one file after the other. The result stands in `line`, which is reused. */
export class HeaderReader {
  readonly line: LogLine = newLine();
  readonly #options: HeaderOptions;
  readonly #zone: Zone;
  readonly #tags = new TagReader();
  readonly #repeats = new RepeatReader();
  #json: JsonReader | null = null;
  #stamps: StampReader;
  #partial = '';

  constructor(options: HeaderOptions) {
    this.#options = options;
    this.#zone = createZone(options.timezone);
    this.#stamps = new StampReader(this.#zone, new YearTracker(0, options.year));
  }

  /**
   * Begins a file. `sample` is the text of its first lines: message ids in it tell the year.
   * @param modified when it was last written, epoch milliseconds.
   */
  open(file: string, modified: number, sample: string): void {
    const year = this.#options.year ?? yearOfSample(sample, this.#options.messageTime);
    this.#stamps = new StampReader(this.#zone, new YearTracker(modified, year));
    this.#partial = '';
    this.line.file = file;
    this.line.line = 0;
    this.line.time = null;
    this.line.host = null;
  }

  /** Reads the line that stands in `text` from `start` to `end` (exclusive). */
  read(text: string, start = 0, end: number = text.length): HeaderResult {
    const line = this.line;
    line.line++;
    line.repeat = 1;
    line.priority = null;
    if (this.#partial === '' && this.#usual(text, start, end)) {
      this.#repeats.resolve(line);
      return 'line';
    }
    return this.#unusual(cleanStart(text.substring(start, end)));
  }

  /** The styles of nearly all logs, read where they stand. False: none of them, or not whole. */
  #usual(text: string, start: number, end: number): boolean {
    const line = this.line;
    const first = text.charCodeAt(start);
    if (first >= UPPER_A && first <= UPPER_Z) {
      const time = this.#stamps.short(text, start);
      const at = this.#stamps.end + 1;
      if (time === null || at >= end) return false;
      line.time = time;
      line.style = 'rfc3164';
      this.#tags.read(text, at, end, line);
      return true;
    }
    if (first < DIGIT_0 || first > DIGIT_9) return false;
    const time = this.#stamps.iso(text, start);
    const at = this.#stamps.end + 1;
    if (time === null || at >= end) return false;
    if (text.charCodeAt(start + 10) === SPACE && !isSyslogTag(text, at)) {
      line.time = time;
      this.#own(text, at, end);
      return true;
    }
    if (text.startsWith('stdout ', at) || text.startsWith('stderr ', at)) return false;
    line.time = time;
    line.style = 'iso8601';
    this.#tags.read(text, at, end, line);
    return true;
  }

  #unusual(text: string): HeaderResult {
    const line = this.line;
    if (text.length === 0) {
      line.program = null;
      line.text = '';
      return 'blank';
    }
    if (!this.#style(text, 0)) {
      if (text.startsWith('-- ')) return 'marker';
      line.style = 'none';
      line.program = null;
      line.pid = null;
      line.text = text;
      return 'line';
    }
    if (line.style === 'json' && this.#partial !== '') return 'partial';
    if (line.style === 'none') return 'partial';
    this.#repeats.resolve(line);
    return 'line';
  }

  /** Finds the style and fills `line`; false when nothing in front of the text is a header. */
  #style(text: string, depth: number): boolean {
    const first = text.charCodeAt(0);
    if (this.#usual(text, 0, text.length)) return true;
    if (first >= UPPER_A && first <= UPPER_Z) {
      if (this.#shortFull(text)) return true;
    } else if (first >= DIGIT_0 && first <= DIGIT_9) {
      if (this.#cri(text, depth) || this.#numeric(text)) return true;
    } else if (first === LESS) {
      return this.#priority(text);
    } else if (first === BRACE) {
      return this.#jsonLine(text, depth);
    }
    if (depth >= DEEPEST_WRAPPER) return false;
    const bare = stripColours(text);
    const end = wrapperEnd(bare);
    return (end > 0 || bare !== text) && this.#style(cleanStart(bare.substring(end)), depth + 1);
  }

  /** Exim's own stamp, `2026-11-23 18:11:02 [123] …`, and Dovecot's with `log_timestamp`. */
  #own(text: string, start: number, end: number): void {
    const line = this.line;
    let at = start;
    const first = text.charCodeAt(at);
    const dovecot =
      first >= LOWER_A && first <= LOWER_Z && DOVECOT_OWN.test(text.substring(at, Math.min(end, at + 60)));
    line.style = 'exim-native';
    line.host = null;
    line.program = dovecot ? 'dovecot' : 'exim';
    line.pid = null;
    if (first === OPEN_BRACKET) {
      const close = text.indexOf('] ', at);
      const pid = close === -1 || close > at + LONGEST_PID ? NaN : Number(text.substring(at + 1, close));
      if (Number.isInteger(pid)) {
        line.pid = pid;
        at = close + 2;
      }
    }
    line.text = text.substring(at, end);
  }

  /** Kubernetes: `…Z stdout F text`; `P` marks a part that the next line continues. */
  #cri(text: string, depth: number): boolean {
    const time = this.#stamps.iso(text, 0);
    const at = this.#stamps.end + 1;
    if (time === null || !(text.startsWith('stdout ', at) || text.startsWith('stderr ', at))) return false;
    const body = this.#partial + text.substring(at + 9);
    if (text[at + 7] === 'P') {
      this.#partial = body.slice(0, LONGEST_JOINED);
      this.line.style = 'none';
      return true;
    }
    this.#partial = '';
    if (depth >= DEEPEST_WRAPPER || !this.#style(body, depth + 1)) return false;
    this.line.time = time;
    return true;
  }

  /** `1795453862.123456 mx1 …`, `113 <22>1 …` (octet count), `2026 Nov 23 18:11:02.123 mx1 …` */
  #numeric(text: string): boolean {
    const blank = text.indexOf(' ');
    if (blank < 1 || blank > 20) return false;
    if (text.charCodeAt(blank + 1) === LESS) return this.#priority(text.substring(blank + 1));
    if (blank === 4 && monthAt(text, 5) !== 0) {
      const usual = `${text.substring(5, 11)} ${text.substring(0, 4)}${text.substring(11)}`;
      return this.#usual(usual, 0, usual.length);
    }
    if (blank < 10 || !/^\d{9,10}(?:\.\d+)? /.test(text)) return false;
    this.line.time = Math.floor(Number(text.substring(0, blank)) * 1000);
    this.line.style = 'iso8601';
    this.#tags.read(text, blank + 1, text.length, this.line);
    return true;
  }

  /** journalctl -o short-full: `Mon 2026-11-23 18:11:02 CET mx1 …` */
  #shortFull(text: string): boolean {
    if (text.charCodeAt(3) !== SPACE) return false;
    const local = this.#stamps.iso(text, 4);
    if (local === null) return false;
    const at = this.#stamps.end + 1;
    const zone = text.indexOf(' ', at);
    const offset = fixedOffset(text.substring(at, zone));
    this.line.time =
      offset === null ? local : Date.parse(`${text.substring(4, 14)}T${text.substring(15, 23)}Z`) - offset;
    this.line.style = 'iso8601';
    this.#tags.read(text, zone + 1, text.length, this.line);
    return true;
  }

  /** `<22>Nov 23 …`, `<22>2026-11-23T… …` or `<22>1 …` */
  #priority(text: string): boolean {
    const close = text.indexOf('>');
    if (close < 2 || close > 4) return false;
    const priority = Number(text.substring(1, close));
    if (!Number.isInteger(priority)) return false;
    this.line.priority = priority & 7;
    if (text.startsWith('1 ', close + 1)) return readRfc5424(text, close + 3, this.#stamps, this.line);
    return this.#style(text.substring(close + 1), DEEPEST_WRAPPER);
  }

  #jsonLine(text: string, depth: number): boolean {
    this.#json ??= new JsonReader();
    const json = this.#json.read(text);
    if (json === null || depth >= DEEPEST_WRAPPER) return false;
    if (!json.complete || this.#partial !== '') {
      json.text = (this.#partial + json.text).slice(0, LONGEST_JOINED);
      this.#partial = json.complete ? '' : json.text;
    }
    fillFromJson(this.line, json, this.#style(json.text, depth + 1));
    return true;
  }
}

const SPACE = 32;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const LESS = 60;
const UPPER_A = 65;
const UPPER_Z = 90;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LOWER_A = 97;
const LOWER_Z = 122;
const BRACE = 123;
const LONGEST_PID = 12;
const NUL = 0;
const BOM = 0xfeff;
const DEEPEST_WRAPPER = 3;
const LONGEST_JOINED = 64 * 1024;
/** Dovecot with `log_timestamp = "%Y-%m-%d %H:%M:%S "`. */
const DOVECOT_OWN =
  /^[a-z][a-z-]*(?:\([^)]*\)(?:<\d+><[^>]*>)?)?: (?:Info|Warning|Error|Fatal|Panic|Debug): /;

/** After "2026-11-23 18:11:02 ": a host and a tag with a pid mean syslog with a blank in its stamp, not Exim. */
function isSyslogTag(text: string, start: number): boolean {
  const blank = text.indexOf(' ', start);
  if (blank <= start) return false;
  // The second word first: most lines of Exim's have a sign there, `<=`, behind a message id that might be a host.
  let at = blank + 1;
  while (isWord(text.charCodeAt(at))) at++;
  if (at === blank + 1 || text.charCodeAt(at) !== OPEN_BRACKET) return false;
  do at++;
  while (digit(text, at) >= 0);
  if (text.charCodeAt(at) !== CLOSE_BRACKET || !text.startsWith(': ', at + 1)) return false;
  at = start;
  while (isWord(text.charCodeAt(at))) at++;
  return at === blank;
}

/** Letters, digits, and `_ - . : / @`. */
function isWord(code: number): boolean {
  return (
    (code >= 45 && code <= 58) ||
    (code >= 64 && code <= UPPER_Z) ||
    code === 95 ||
    (code >= LOWER_A && code <= LOWER_Z)
  );
}

/** A byte order mark, and the NULs that a crash leaves at the end of a file, before the first line after it. */
function cleanStart(text: string): string {
  const first = text.charCodeAt(0);
  if (first !== NUL && first !== BOM) return text;
  let at = 1;
  while (text.charCodeAt(at) === NUL) at++;
  return text.substring(at);
}

/** The year of the first stamp in `sample`, out of the first message id that holds a time. */
function yearOfSample(sample: string, messageTime: (text: string) => number | null): number | null {
  let first: { month: number; day: number } | null = null;
  for (let start = 0, tries = 0; start < sample.length && tries < MOST_SAMPLE_LINES; tries++) {
    const next = sample.indexOf('\n', start);
    const end = next === -1 ? sample.length : next;
    const month = monthAt(sample, start);
    if (month !== 0) {
      const day = digit(sample, start + 5) + 10 * Math.max(0, digit(sample, start + 4));
      const text = sample.indexOf(': ', start);
      const made = text === -1 || text > end ? null : messageTime(keep(sample.substring(text + 2, end)));
      first ??= { month, day };
      if (made !== null) {
        // The id's line may stand after a New Year that the first stamp stands before.
        const year = yearFromMessage(month, day, made);
        return month * 31 + day < first.month * 31 + first.day ? year - 1 : year;
      }
    }
    start = end + 1;
  }
  return null;
}

const MOST_SAMPLE_LINES = 5000;
