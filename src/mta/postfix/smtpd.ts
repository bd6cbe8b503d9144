// smtpd (and qmqpd): our side of the dialogue with clients. Warnings are in smtpd-warning.ts.
import type { MailEvent } from '../../model/event.ts';
import { readAction } from './action.ts';
import { readDialogue } from './dialogue.ts';
import { readCounters } from './disconnect.ts';
import type { LineParser } from './line-parser.ts';
import { readLogin } from './login.ts';
import { readClient } from './peer.ts';
import { readProxyVerdict } from './proxy.ts';
import { readQueueId } from './queued.ts';
import { readReply } from './reply.ts';
import type { Sessions } from './sessions.ts';
import { readSmtpdWarning } from './smtpd-warning.ts';
import { stageOfCommand } from './stage.ts';
import { readTlsEstablished, readTlsTrouble } from './tls.ts';

export const readSmtpd: LineParser = (event, text, start, sessions) => {
  event.direction = 'inbound';
  if (start > 0) return readSmtpdWarning(event, text, start, sessions);
  // "NOQUEUE: lost connection …" since Postfix 3.10, "lost connection …" before.
  const at = readQueueId(event, text, start);
  switch (text.charCodeAt(at)) {
    case LOWER_C:
      if (text.startsWith('connect from ', at)) return readConnect(event, text, at, sessions);
      if (text.startsWith('client=', at)) return readArrival(event, text, at, sessions);
      break;
    case LOWER_D:
      if (text.startsWith('disconnect from ', at)) return readDisconnect(event, text, at, sessions);
      break;
    case LOWER_R:
      if (text.startsWith('reply filter ', at)) return readReplyFilter(event, text, at);
      break;
    case LOWER_A:
      if (text.startsWith('abort: TLS from ', at)) return readTlsAbort(event, text, at);
      break;
    case LOWER_P:
      if (text.startsWith('proxy-', at)) return readProxyVerdict(event, text, at);
      break;
    case UPPER_A:
    case UPPER_T:
    case UPPER_U:
    case UPPER_V:
      // "Anonymous TLS connection established from …", a line in fourteen; Trusted, Untrusted, Verified
      if (readTlsEstablished(event, text, at)) return true;
      break;
    case LESS:
    case MORE:
      return readDialogue(event, text, sessions);
  }
  return (
    readBroken(event, text, at) ||
    readAction(event, text, at) ||
    readTlsEstablished(event, text, at) ||
    readTlsTrouble(event, text, at)
  );
};

/** "connect from mail-a.example.net[192.0.2.10]" */
function readConnect(event: MailEvent, text: string, at: number, sessions: Sessions): boolean {
  if (readClient(event, text, at + 'connect from '.length) === -1) return false;
  event.kind = 'connect';
  sessions.close(event);
  return true;
}

/** "disconnect from unknown[198.51.100.23] ehlo=2 starttls=1 auth=0/1 commands=3/4" */
function readDisconnect(event: MailEvent, text: string, at: number, sessions: Sessions): boolean {
  const peerEnd = readClient(event, text, at + 'disconnect from '.length);
  if (peerEnd === -1) return false;
  event.kind = 'disconnect';
  readCounters(event, text, peerEnd);
  sessions.close(event);
  return true;
}

/**
 * "4jYCDB01rCz9rvZ: client=laptop.example.net[203.0.113.77], sasl_method=PLAIN, sasl_username=dave@example.org",
 * "4jYCrx0SPqz9s0Y: client=localhost[127.0.0.1], orig_queue_id=4jYCrJ000bz9ryv, orig_client=mail.example.com[192.0.2.30]"
 */
function readArrival(event: MailEvent, text: string, at: number, sessions: Sessions): boolean {
  const peerEnd = readClient(event, text, at + 'client='.length);
  if (peerEnd === -1) return false;
  event.kind = 'arrival';
  if (peerEnd === text.length) return true;
  let end = text.length;
  // Read from the right: the user name is the only field that can hold anything.
  const originalClient = text.lastIndexOf(', orig_client=');
  if (originalClient >= peerEnd) end = originalClient;
  const original = text.lastIndexOf(', orig_queue_id=', end);
  if (original >= peerEnd) {
    event.relatedId = text.substring(original + ', orig_queue_id='.length, end);
    event.relation = 'original';
    end = original;
  }
  if (text.startsWith(', sasl_method=', peerEnd)) readLogin(event, text, peerEnd + 2, end, sessions);
  return true;
}

/** Sessions that went wrong: they name the last command, and some imply the reply that Postfix sent. */
function readBroken(event: MailEvent, text: string, at: number): boolean {
  for (const end of ENDS) {
    if (!text.startsWith(end.phrase, at)) continue;
    const whereAt = at + end.phrase.length;
    const from = text.indexOf(' from ', whereAt);
    if (from === -1 || readClient(event, text, from + ' from '.length) === -1) return false;
    // "DATA (45210 bytes)"
    const blank = text.indexOf(' ', whereAt);
    event.kind = end.kind;
    event.stage = stageOfCommand(text.substring(whereAt, Math.min(blank, from)));
    event.impliedCode = end.implied;
    if (end.kind === 'protocol' && event.stage === 'auth') hideWhatFollows(event, text, from);
    return true;
  }
  return false;
}

interface SessionEnd {
  readonly phrase: string;
  readonly kind: 'lost' | 'timeout' | 'protocol';
  readonly implied: number | null;
}

const ENDS: readonly SessionEnd[] = [
  // "lost connection after AUTH from unknown[198.51.100.23]": the client left, nothing was sent
  { phrase: 'lost connection after ', kind: 'lost', implied: null },
  // "timeout after END-OF-MESSAGE from mail.example.com[192.0.2.30]"
  { phrase: 'timeout after ', kind: 'timeout', implied: 421 },
  // "too many errors after RCPT from unknown[198.51.100.71]"
  { phrase: 'too many errors after ', kind: 'protocol', implied: 421 },
  // "improper command pipelining after EHLO from unknown[198.51.100.72]: QUIT\r\n"
  { phrase: 'improper command pipelining after ', kind: 'protocol', implied: null },
  // "bare <LF> received after EHLO from unknown[198.51.100.81]"
  { phrase: 'bare <LF> received after ', kind: 'protocol', implied: 521 },
];

/** What a client sends ahead after AUTH may be its password. */
function hideWhatFollows(event: MailEvent, text: string, from: number): void {
  const shown = text.indexOf(']: ', from);
  if (shown !== -1) event.text = text.substring(0, shown + 3) + '[redacted]';
}

/** "NOQUEUE: reply filter in: 550 5.1.1 …", then "NOQUEUE: reply filter out: 450 4.1.1 …": the second was sent. */
function readReplyFilter(event: MailEvent, text: string, at: number): boolean {
  const isIn = text.startsWith('in: ', at + 'reply filter '.length);
  const reply = text.indexOf(': ', at) + 2;
  if (!readReply(event, text, reply, text.length)) return false;
  event.kind = 'notice';
  if (isIn) event.replyRole = 'not-sent';
  return true;
}

/** "NOQUEUE: abort: TLS from unknown[198.51.100.83]: No client certificate presented" */
function readTlsAbort(event: MailEvent, text: string, at: number): boolean {
  const peerEnd = readClient(event, text, at + 'abort: TLS from '.length);
  if (peerEnd === -1) return false;
  event.kind = 'tls';
  event.stage = 'starttls';
  event.status = 'temp-rejected';
  event.impliedCode = 421;
  event.replyText = text.substring(Math.min(peerEnd + 2, text.length));
  return true;
}

const LOWER_A = 97;
const LOWER_C = 99;
const LOWER_D = 100;
const LOWER_P = 112;
const LOWER_R = 114;
const UPPER_A = 65;
const UPPER_T = 84;
const UPPER_U = 85;
const UPPER_V = 86;
const LESS = 60;
const MORE = 62;
