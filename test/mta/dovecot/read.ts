import type { MailEvent } from '../../../src/model/event.ts';
import type { LogLine } from '../../../src/model/line.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { dovecot } from '../../../src/mta/dovecot/index.ts';

/** The events of texts without their header, read in order by one reader. Null: not understood. */
export function readAll(texts: readonly string[], program = 'dovecot'): (MailEvent | null)[] {
  const reader = dovecot.reader();
  return texts.map((text, at) => {
    const line: LogLine = {
      file: 'mail.log',
      line: at + 1,
      time: 0,
      host: 'mx1',
      program,
      pid: null,
      text,
      style: 'rfc3164',
      priority: null,
      repeat: 1,
    };
    const event = newEvent(line, 'dovecot');
    return reader.read(line, event) ? event : null;
  });
}

/** The event of one text. Fails when it is not understood. */
export function read(text: string, program = 'dovecot'): MailEvent {
  const [event] = readAll([text], program);
  if (event === undefined || event === null) throw new Error(`not understood: ${text}`);
  return event;
}
