// Lines that are JSON objects: journald's export, Docker's json-file, and what collectors make of syslog.
import { Buffer } from 'node:buffer';
import ndjson from 'ndjson';
import type { LogLine } from '../model/line.ts';

/** What a JSON line holds: the text, perhaps with a header of its own inside, and what stands beside it. */
export interface JsonLine {
  text: string;
  /** Epoch milliseconds, exact. */
  time: number | null;
  host: string | null;
  program: string | null;
  pid: number | null;
  /** False: the text continues in the next line of this input (Docker splits at 16 KiB). */
  complete: boolean;
}

type Json = Record<string, unknown>;

/** Parses one line after the other. `ndjson` skips what is not JSON, and answers before `write` returns. */
export class JsonReader {
  #object: Json | null = null;
  readonly #parser = ndjson.parse({ strict: false }).on('data', (value: unknown) => {
    this.#object =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  });

  /** The line's content, or null when it is not a JSON object with a text in it. */
  read(text: string): JsonLine | null {
    this.#object = null;
    this.#parser.write(text + '\n');
    const object = this.#object as Json | null;
    if (object === null) return null;
    const message = textOf(first(object, ['MESSAGE', 'message', 'msg', 'log']));
    if (message === null) return null;
    const complete = !('stream' in object && 'log' in object) || message.endsWith('\n');
    return {
      text: message.trimEnd(),
      time: timeOf(object),
      host: textOf(first(object, ['_HOSTNAME', 'host', 'hostname', 'HOSTNAME'])),
      program: textOf(first(object, ['SYSLOG_IDENTIFIER', 'appname', 'program', 'ident', 'tag'])),
      pid: numberOf(first(object, ['SYSLOG_PID', 'procid', 'pid', '_PID'])),
      complete,
    };
  }
}

/** Puts into `line` what the object says, where its text had no header to say it. */
export function fillFromJson(line: LogLine, json: JsonLine, textHasHeader: boolean): void {
  if (json.time !== null) line.time = json.time;
  if (!textHasHeader) {
    line.host = json.host;
    line.program = json.program;
    line.pid = json.pid;
    line.text = json.text;
  }
  line.style = 'json';
}

function first(object: Json, keys: readonly string[]): unknown {
  for (const key of keys) if (object[key] !== undefined && object[key] !== null) return object[key];
  return null;
}

/** journald writes a MESSAGE that is not UTF-8 as an array of byte values. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return Buffer.from(value.map(Number)).toString('utf8');
  return null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isInteger(number) && number >= 0 ? number : null;
}

function timeOf(object: Json): number | null {
  const micros = Number(object['__REALTIME_TIMESTAMP'] ?? object['_SOURCE_REALTIME_TIMESTAMP'] ?? NaN);
  if (Number.isFinite(micros)) return possible(Math.floor(micros / 1000));
  const written = first(object, ['time', 'timestamp', '@timestamp', 'ts']);
  return typeof written === 'string' ? possible(Date.parse(written)) : null;
}

/** A damaged number may name a time that no date can hold, and would stretch the report's range to it. */
function possible(time: number): number | null {
  return time >= 0 && time < YEAR_10000 ? time : null;
}

const YEAR_10000 = Date.UTC(10_000, 0);
