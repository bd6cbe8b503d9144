import type { MailEvent } from '../../../src/model/event.ts';
import { newEvent } from '../../../src/model/new-event.ts';
import { neighbours } from '../../../src/mta/neighbours/index.ts';

/** The event of a text without its header. */
export function read(program: string, text: string): MailEvent {
  const line = {
    file: 'mail.log',
    line: 1,
    time: 0,
    host: 'mx1',
    program,
    pid: 1,
    text,
    style: 'rfc3164' as const,
    priority: null,
    repeat: 1,
  };
  const event = newEvent(line, 'neighbour');
  if (!neighbours.reader().read(line, event)) throw new Error(`not understood: ${text}`);
  return event;
}
