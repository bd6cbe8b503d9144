// Reads single lines as the header room hands them over.
import type { DialectReader, LogLine } from '../../../src/model/line.ts';
import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { exim } from '../../../src/mta/exim/index.ts';

export const ID = '1w1JvV-000000001H2-000A';

export function logLine(text: string, more: Partial<LogLine> = {}): LogLine {
  return {
    file: 'mainlog',
    line: 1,
    time: Date.UTC(2026, 2, 14, 8),
    host: null,
    program: 'exim',
    pid: null,
    text,
    style: 'exim-native',
    priority: null,
    repeat: 1,
    ...more,
  };
}

/** The event of one line of mainlog, without its stamp. */
export function readLine(text: string): MailEvent {
  return readWith(exim.reader(), logLine(text));
}

/** The event of one line about the message ID. */
export function readOf(text: string): MailEvent {
  return readLine(`${ID} ${text}`);
}

export function readWith(reader: DialectReader, line: LogLine): MailEvent {
  const event = newEvent(line, 'exim');
  const understood = line.program === null ? reader.readBare?.(line, event) : reader.read(line, event);
  if (understood !== true) event.kind = 'unrecognized';
  return event;
}

/** The events of lines without a header, in order. */
export function readBare(texts: readonly string[]): MailEvent[] {
  const reader = exim.reader();
  return texts.map((text, index) =>
    readWith(reader, logLine(text, { line: index + 1, program: null, style: 'none', time: null })),
  );
}
