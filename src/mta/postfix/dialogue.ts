// One line of an SMTP dialogue, from verbose logging (`debug_peer_list`, `smtpd -v`): `> N[A]: 334 …`, `< N[A]: AUTH LOGIN`.
// The lines do not name the command that a reply answers, so the session remembers what was asked.
import type { MailEvent, Stage } from '../../model/event.ts';
import { readAuthCommand, readAuthReply } from './auth-dialogue.ts';
import { readClient, readScreenedClient, readServer } from './peer.ts';
import { readReply, replyCodeAt } from './reply.ts';
import type { Session, Sessions } from './sessions.ts';
import { stageOfCommand } from './stage.ts';

/** `event.direction` says who we are: the server's lines are `>` in smtpd, `<` in smtp. */
export function readDialogue(event: MailEvent, text: string, sessions: Sessions): boolean {
  const isSent = text.charCodeAt(0) === MORE;
  if (text.charCodeAt(1) !== SPACE) return false;
  const inbound = event.direction === 'inbound';
  const peerEnd = readPeer(event, text, inbound);
  if (peerEnd === -1 || text.charCodeAt(peerEnd) !== COLON) return false;
  event.kind = 'dialogue';
  const at = Math.min(peerEnd + 2, text.length);
  // One postscreen process talks to all clients at once.
  const session = event.session === null ? sessions.open(event) : null;
  if (isSent === inbound) {
    readServerLine(event, text, at, session, inbound);
    // A greeting is one by its code. Other lines do not name a stage, and a trace that begins in the middle would make
    // it a guess: it serves the session, and is not told.
    if (event.replyCode !== 220 || event.stage !== 'connect') event.stage = null;
  } else readClientLine(event, text, at, session, inbound);
  return true;
}

const SPACE = 32;
const HYPHEN = 45;
const COLON = 58;
const MORE = 62;
const OPEN = 91;
/** Commands sent ahead of their replies that are remembered; Postfix itself sends far fewer. */
const MOST_PENDING = 1000;

function readPeer(event: MailEvent, text: string, inbound: boolean): number {
  if (!inbound) return readServer(event, text, 2);
  return text.charCodeAt(2) === OPEN ? readScreenedClient(event, text, 2) : readClient(event, text, 2);
}

function readServerLine(
  event: MailEvent,
  text: string,
  at: number,
  session: Session | null,
  inbound: boolean,
): void {
  const code = replyCodeAt(text, at, text.length);
  if (code === 0) return;
  readReply(event, text, at, text.length);
  const continued = text.charCodeAt(at + 3) === HYPHEN;
  event.stage = session === null ? unaskedStage(code) : stageOfReply(session, code, continued, inbound);
  readAuthReply(event, text, at, session);
  // One reply per dialogue step: its last line.
  if (continued || (!inbound && isReported(event, session))) event.replyRole = 'repeated';
  if (session === null || continued) return;
  session.challenged = code === 334;
  if (event.stage === 'mail') session.recipientAccepted = false;
  else if (event.stage === 'rcpt' && code < 300) session.recipientAccepted = true;
}

/** The stage of the command that this reply answers; the last line of a reply settles the command. */
function stageOfReply(session: Session, code: number, continued: boolean, inbound: boolean): Stage | null {
  const { pending } = session;
  const asked = pending[0];
  // A greeting: nothing was asked, or only the QUIT whose reply smtp does not wait for.
  if (asked === undefined || (asked === 'quit' && !inbound && code !== 221)) {
    if (!continued) pending.length = 0;
    if (session.last === null || asked === 'quit') return unaskedStage(code) ?? (inbound ? null : 'connect');
    // LMTP answers the end of the data once per recipient; a server may say 421 at any time.
    return code === 421 || session.last === 'eod' ? session.last : unaskedStage(code);
  }
  if (continued || code === 334) return asked;
  pending.shift();
  session.last = asked;
  // smtpd does not log the message, nor its final dot.
  if (inbound && code === 354) pending.push('eod');
  return asked;
}

/** What the code alone tells: the log may begin within a session. */
function unaskedStage(code: number): Stage | null {
  if (code === 220) return 'connect';
  return code === 334 || code === 235 || code === 535 ? 'auth' : null;
}

/** Whether smtp writes the same reply in a delivery line or in that of a failed host. */
function isReported(event: MailEvent, session: Session | null): boolean {
  const code = event.replyCode ?? 0;
  if (code < 400) return event.stage === 'eod';
  switch (event.stage) {
    case 'connect':
    case 'auth':
    case 'mail':
    case 'rcpt':
    case 'eod':
      return true;
    case 'data':
      // "554 5.5.1 No valid recipients", when all recipients were refused before
      return session !== null && session.recipientAccepted;
    default:
      return false;
  }
}

function readClientLine(
  event: MailEvent,
  text: string,
  at: number,
  session: Session | null,
  inbound: boolean,
): void {
  if (session !== null && session.challenged) {
    // The answer to a 334: a name or a password.
    session.challenged = false;
    event.text = text.substring(0, at) + REDACTED;
    return;
  }
  const blank = text.indexOf(' ', at);
  const wordEnd = blank === -1 ? text.length : blank;
  const command = text.substring(at, wordEnd).toUpperCase();
  if (isSecret(command, blank)) {
    // The log began, or lost lines, within a login.
    event.text = text.substring(0, at) + REDACTED;
  } else {
    event.stage = stageOfCommand(command);
    if (command === 'AUTH') readAuthCommand(event, text, wordEnd, session);
  }
  if (session === null) return;
  // A server answers one command before it reads the next; a client may send many ahead.
  if (inbound) session.pending.length = 0;
  if (session.pending.length < MOST_PENDING) session.pending.push(event.stage);
}

/** A line that is one word of what base64 is made of (in upper case here), and no command. */
function isSecret(command: string, blank: number): boolean {
  return blank === -1 && command.length % 4 === 0 && BASE64.test(command) && !KNOWN.has(command);
}

const BASE64 = /^[A-Z0-9+/]+={0,2}$/;
const REDACTED = '[redacted]';
const KNOWN: ReadonlySet<string> = new Set([
  'HELO',
  'EHLO',
  'LHLO',
  'MAIL',
  'RCPT',
  'DATA',
  'BDAT',
  'RSET',
  'NOOP',
  'VRFY',
  'EXPN',
  'ETRN',
  'QUIT',
  'HELP',
  'AUTH',
  'STARTTLS',
  'XCLIENT',
  'XFORWARD',
  'TURN',
  'SEND',
  'SOML',
  'SAML',
  'GET',
  'POST',
  'CONNECT',
  'OPTIONS',
]);
