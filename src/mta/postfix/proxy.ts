// A before-queue content filter (smtpd_proxy_filter): its verdicts, which the client gets to see, and its outages.
import type { MailEvent } from '../../model/event.ts';
import { statusOfReply } from './action.ts';
import { readQueuedAs } from './queued-as.ts';
import { readReply } from './reply.ts';
import { stageOfCommand } from './stage.ts';
import { readTail } from './tail.ts';

/** "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as 4jYCsF0hFCz9s0s; from=<…> to=<…> proto=ESMTP helo=<…>" */
export function readProxyVerdict(event: MailEvent, text: string, at: number): boolean {
  const accepted = text.startsWith('proxy-accept: ', at);
  if (!accepted && !text.startsWith('proxy-reject: ', at)) return false;
  const stageAt = at + 'proxy-accept: '.length;
  const colon = text.indexOf(': ', stageAt);
  if (colon === -1) return false;
  event.kind = accepted ? 'filter' : 'reject';
  event.stage = stageOfCommand(text.substring(stageAt, colon));
  const end = readTail(event, text, colon + 2);
  readReply(event, text, colon + 2, end);
  if (accepted) {
    event.status = 'accepted';
    readQueuedAs(event, text, colon + 2, end);
  } else {
    event.status = statusOfReply(event.replyCode);
  }
  return true;
}

/** Warnings; `at` stands behind the severity and the queue id. */
export function readProxyTrouble(event: MailEvent, text: string, at: number): boolean {
  // proxy 127.0.0.1:10024 rejected "MAIL FROM:<a@example.com>": "452 4.3.1 Insufficient system storage"
  if (text.startsWith('proxy ', at)) {
    const command = text.indexOf(' rejected "', at);
    const reply = text.lastIndexOf('": "');
    if (command === -1 || reply <= command) return false;
    const commandAt = command + ' rejected "'.length;
    event.kind = 'reject';
    event.stage = stageOfCommand(text.substring(commandAt, wordEnd(text, commandAt, reply)).toUpperCase());
    readReply(event, text, reply + 4, text.endsWith('"') ? text.length - 1 : text.length);
    event.status = statusOfReply(event.replyCode);
    return true;
  }
  // connect to proxy filter 127.0.0.1:10024: Connection refused. The client gets 451 "queue file write error".
  for (const phrase of OUTAGES) {
    if (!text.startsWith(phrase, at)) continue;
    event.kind = 'error';
    event.impliedCode = 451;
    event.status = 'temp-rejected';
    return true;
  }
  return false;
}

const OUTAGES = [
  'connect to proxy filter ',
  'connect to proxy service ',
  'lost connection with proxy ',
  'timeout talking to proxy ',
];

function wordEnd(text: string, at: number, end: number): number {
  for (let next = at; next < end; next++) {
    const code = text.charCodeAt(next);
    if (code === 32 || code === 58) return next;
  }
  return end;
}
