// The words that Postfix has for the steps of an SMTP dialogue, as `Stage`.
import type { Stage } from '../../model/event.ts';

/** `RCPT`, `EHLO`, `END-OF-MESSAGE`; null for commands that belong to no step (NOOP, HELP, UNKNOWN). */
export function stageOfCommand(word: string): Stage | null {
  return COMMANDS.get(word) ?? null;
}

/** `(in reply to RCPT TO command)` at the end of an outcome text that ends before `end`; null when it was cut off. */
export function stageInReply(text: string, from: number, end: number): Stage | null {
  const at = replyTail(text, from, end);
  if (at === -1) return null;
  const command = text.substring(at + IN_REPLY_TO.length, end - COMMAND_TAIL.length);
  return REPLIED_TO.get(command) ?? (command.startsWith('XFORWARD') ? 'xforward' : null);
}

/** Where ` (in reply to … command)` begins in the outcome text that ends before `end`; -1 when it is not there. */
export function replyTail(text: string, from: number, end: number): number {
  if (!text.startsWith(COMMAND_TAIL, end - COMMAND_TAIL.length)) return -1;
  const at = text.lastIndexOf(IN_REPLY_TO, end);
  return at < from ? -1 : at;
}

/** `while sending RCPT TO`: what the client was doing when the connection broke. `at` stands behind `while `. */
export function stageOfDoing(text: string, at: number): Stage | null {
  for (const [doing, stage] of DOINGS) if (text.startsWith(doing, at)) return stage;
  return null;
}

const IN_REPLY_TO = ' (in reply to ';
const COMMAND_TAIL = ' command)';

const COMMANDS: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['CONNECT', 'connect'],
  ['HELO', 'helo'],
  ['EHLO', 'helo'],
  ['LHLO', 'helo'],
  ['STARTTLS', 'starttls'],
  ['AUTH', 'auth'],
  ['MAIL', 'mail'],
  ['RCPT', 'rcpt'],
  ['DATA', 'data'],
  ['BDAT', 'bdat'],
  ['END-OF-MESSAGE', 'eod'],
  ['.', 'eod'],
  ['RSET', 'rset'],
  ['VRFY', 'vrfy'],
  ['EXPN', 'expn'],
  ['ETRN', 'etrn'],
  ['XFORWARD', 'xforward'],
  ['QUIT', 'quit'],
]);

const REPLIED_TO: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['RCPT TO', 'rcpt'],
  ['end of DATA', 'eod'],
  ['MAIL FROM', 'mail'],
  ['DATA', 'data'],
  ['HELO', 'helo'],
  ['EHLO', 'helo'],
  ['LHLO', 'helo'],
  ['STARTTLS', 'starttls'],
  ['AUTH', 'auth'],
  ['RSET', 'rset'],
]);

const DOINGS: readonly (readonly [string, Stage])[] = [
  ['receiving the initial server greeting', 'connect'],
  ['performing the ', 'helo'],
  ['receiving the STARTTLS response', 'starttls'],
  ['sending MAIL FROM', 'mail'],
  ['sending RCPT TO', 'rcpt'],
  ['sending DATA command', 'data'],
  ['sending message body', 'data'],
  ['sending end of data', 'eod'],
  ['sending final RSET', 'rset'],
  ['sending RSET probe', 'rset'],
  ['sending QUIT', 'quit'],
  ['sending XFORWARD', 'xforward'],
];
