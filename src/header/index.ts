// Takes the header off a line: time, host, program, pid. Styles may change from line to line.
// To add a style: its file, and a line in `#style`.
import type { LogLine } from '../model/line.ts';
import { newLine } from '../model/new-line.ts';
import { fillFromJson, JsonReader } from './json.ts';
import { RepeatReader } from './repeat.ts';
import { isSyslogTag, readOwnStamp } from './own-stamp.ts';
import { readRfc5424 } from './rfc5424.ts';
import { yearOfSample } from './sample-year.ts';
import { monthAt, StampReader } from './stamp.ts';
import { TagReader } from './tag.ts';
import { stripColours, wrapperEnd } from './wrapper.ts';
import { YearTracker } from './year.ts';
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
      readOwnStamp(text, at, end, this.line);
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
const BRACE = 123;
const NUL = 0;
const BOM = 0xfeff;
const DEEPEST_WRAPPER = 3;
const LONGEST_JOINED = 64 * 1024;
/** A byte order mark, and the NULs that a crash leaves at the end of a file, before the first line after it. */
function cleanStart(text: string): string {
  const first = text.charCodeAt(0);
  if (first !== NUL && first !== BOM) return text;
  let at = 1;
  while (text.charCodeAt(at) === NUL) at++;
  return text.substring(at);
}
