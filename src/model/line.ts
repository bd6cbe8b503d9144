import type { MailEvent } from './event.ts';
import type { MtaName } from './event.ts';

/** How the header was written. */
export type HeaderStyle =
  | 'rfc3164'
  | 'rfc5424'
  | 'iso8601'
  | 'exim-native'
  | 'dovecot-file'
  | 'json'
  | 'none';

/** A physical line with its header taken off. One object is reused for all lines: copy what you keep. */
export interface LogLine {
  file: string;
  /** 1-based. */
  line: number;
  /** Epoch milliseconds; null when the line has no stamp and none came before it. */
  time: number | null;
  host: string | null;
  /** Syslog tag without pid; `exim` for Exim's own files, `dovecot` for Dovecot's; null without a tag. */
  program: string | null;
  pid: number | null;
  /** The message, from its first character. */
  text: string;
  style: HeaderStyle;
  /** Syslog severity 0 to 7 where the header prints it. */
  priority: number | null;
  /** 1, or N for `message repeated N times: [ text ]`. */
  repeat: number;
}

/**
 * A log dialect: the whole extension point for a new mail program.
 * `mta/postfix/pickup.ts` is the smallest line parser to copy from.
 */
export interface Dialect {
  readonly name: MtaName;
  /** Asked once per distinct syslog tag. */
  claims(program: string): boolean;
  /** A reader for one run over the input. It may keep state for what is open, with a stated bound. */
  reader(): DialectReader;
}

export interface DialectReader {
  /** Fills `event`, whose fields are all null before. False: not understood; the event counts as unrecognized. */
  read(line: LogLine, event: MailEvent): boolean;
  /**
   * A line without a header, offered to the dialects in turn (rejectlog blocks, debug traces, second physical
   * lines). False: not mine.
   */
  readBare?(line: LogLine, event: MailEvent): boolean;
}
