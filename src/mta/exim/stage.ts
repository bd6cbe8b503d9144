// Which command a reply answers, told from the command or from Exim's name for the step.
import type { Stage } from '../../model/event.ts';

/** The stage of a command as the client or Exim sent it (`MAIL FROM:<…>`, `ehlo x`, `.`), null for any other. */
export function stageOfCommand(text: string, at: number = 0): Stage | null {
  const match = COMMAND.exec(text.substring(at, at + LONGEST_COMMAND));
  if (match === null) return null;
  const verb = match[0].toUpperCase();
  // The reply to the last chunk is the reply to the message.
  if (verb === 'BDAT')
    return / last\b/i.test(text.substring(at, at + LONGEST_CHUNK_COMMAND)) ? 'eod' : 'bdat';
  return STAGES.get(verb) ?? null;
}

/** The stage of the words that Exim puts behind `after ` and `in response to `. */
export function stageOfStep(text: string, at: number): Stage | null {
  const start = text.startsWith(PIPELINED, at) ? at + PIPELINED.length : at;
  if (text.startsWith('initial connection', start)) return 'connect';
  // The server answered while the data was still being sent.
  if (text.startsWith('end of data', start) || text.startsWith('sending data block', start)) return 'eod';
  return stageOfCommand(text, start);
}

export const PIPELINED = 'pipelined ';
const COMMAND = /^(?:[A-Za-z]{4,8}|\.)(?=[ :\\"]|$)/;
const LONGEST_COMMAND = 12;
const LONGEST_CHUNK_COMMAND = 40;
const STAGES: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['HELO', 'helo'],
  ['EHLO', 'helo'],
  ['LHLO', 'helo'],
  ['STARTTLS', 'starttls'],
  ['AUTH', 'auth'],
  ['MAIL', 'mail'],
  ['RCPT', 'rcpt'],
  ['DATA', 'data'],
  ['.', 'eod'],
  ['VRFY', 'vrfy'],
  ['EXPN', 'expn'],
  ['ETRN', 'etrn'],
  ['ATRN', 'etrn'],
  ['QUIT', 'quit'],
]);
