import type { MailEvent } from '../../../src/model/event.ts';
import type { LogLine } from '../../../src/model/line.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { postfix } from '../../../src/mta/postfix/index.ts';

/** `[tag, text]`; the process id is 1 unless it is given. */
export type Line = readonly [tag: string, text: string, pid?: number];

/** The events of lines without their header, read in order by one reader. Null: not understood. */
export function readAll(lines: readonly Line[]): (MailEvent | null)[] {
  const reader = postfix.reader();
  return lines.map(([program, text, pid], at) => {
    const line: LogLine = {
      file: 'mail.log',
      line: at + 1,
      time: 0,
      host: 'mx1',
      program,
      pid: pid ?? 1,
      text,
      style: 'rfc3164',
      priority: null,
      repeat: 1,
    };
    const event = newEvent(line, 'postfix');
    return reader.read(line, event) ? event : null;
  });
}

/** The event of one line. Fails when it is not understood. */
export function read(program: string, text: string): MailEvent {
  const [event] = readAll([[program, text]]);
  if (event === undefined || event === null) throw new Error(`not understood: ${text}`);
  return event;
}
