// postscreen: tests clients before they may talk to smtpd. All its lines share one process; `[address]:port` is the session.
import type { EventKind, MailEvent } from '../../model/event.ts';
import { readAction } from './action.ts';
import { readDialogue } from './dialogue.ts';
import type { LineParser } from './line-parser.ts';
import { readScreenedClient } from './peer.ts';
import { readQueueId } from './queued.ts';
import { stageOfCommand } from './stage.ts';

export const readPostscreen: LineParser = (event, text, start, sessions) => {
  if (start > 0) return readWarning(event, text, start);
  const first = text.charCodeAt(0);
  event.direction = 'inbound';
  if (readTest(event, text)) return true;
  if (first === LESS || first === MORE) return readDialogue(event, text, sessions);
  if (readRefusal(event, text, readQueueId(event, text, start))) return true;
  event.direction = null;
  return readState(event, text);
};

const LESS = 60;
const MORE = 62;

function readTest(event: MailEvent, text: string): boolean {
  for (const test of TESTS) {
    if (!text.startsWith(test.begins)) continue;
    let at = test.begins.length;
    if (test.from) {
      at = text.indexOf(' from [', at - 1);
      if (at === -1) return false;
      at += ' from '.length;
    } else if (test.begins === 'DNSBL rank ') {
      // "DNSBL rank 5 for [198.51.100.100]:45200"
      at = text.indexOf(' for ', at) + ' for '.length;
    }
    const end = readScreenedClient(event, text, at);
    if (end === -1) return false;
    event.kind = test.kind;
    // "COMMAND PIPELINING from [198.51.100.106]:40008 after EHLO: MAIL FROM:<x@example.com>\r\n…"
    if (test.kind === 'protocol' && text.startsWith(' after ', end)) {
      const where = end + ' after '.length;
      const colon = text.indexOf(':', where);
      event.stage = stageOfCommand(text.substring(where, colon === -1 ? text.length : colon));
    }
    return true;
  }
  return false;
}

/** `from`: the client stands behind a measure or a reason. */
const TESTS: readonly { begins: string; kind: EventKind; from: boolean }[] = [
  // "CONNECT from [198.51.100.100]:45200 to [192.0.2.1]:25"
  { begins: 'CONNECT from ', kind: 'connect', from: false },
  // "PASS NEW [203.0.113.90]:40000"
  { begins: 'PASS NEW ', kind: 'filter', from: false },
  { begins: 'PASS OLD ', kind: 'filter', from: false },
  { begins: 'DISCONNECT ', kind: 'disconnect', from: false },
  // "PREGREET 22 after 0.05 from [198.51.100.100]:45200: EHLO ylmf-pc\r\n"
  { begins: 'PREGREET ', kind: 'protocol', from: true },
  { begins: 'DNSBL rank ', kind: 'filter', from: false },
  // "HANGUP after 4.5 from [198.51.100.100]:45200 in tests after SMTP handshake"
  { begins: 'HANGUP after ', kind: 'lost', from: true },
  { begins: 'ALLOWLISTED ', kind: 'filter', from: false },
  { begins: 'DENYLISTED ', kind: 'filter', from: false },
  { begins: 'ALLOWLIST VETO ', kind: 'filter', from: false },
  // before 3.6, or respectful_logging = no
  { begins: 'WHITELISTED ', kind: 'filter', from: false },
  { begins: 'BLACKLISTED ', kind: 'filter', from: false },
  { begins: 'WHITELIST VETO ', kind: 'filter', from: false },
  { begins: 'BARE NEWLINE ', kind: 'protocol', from: true },
  { begins: 'COMMAND PIPELINING ', kind: 'protocol', from: true },
  { begins: 'NON-SMTP COMMAND ', kind: 'protocol', from: true },
  { begins: 'COMMAND TIME LIMIT ', kind: 'protocol', from: true },
  { begins: 'COMMAND COUNT LIMIT ', kind: 'protocol', from: true },
  { begins: 'COMMAND LENGTH LIMIT ', kind: 'protocol', from: true },
  { begins: 'DATA without valid RCPT ', kind: 'protocol', from: true },
  { begins: 'BDAT without valid RCPT ', kind: 'protocol', from: true },
];

/**
 * "NOQUEUE: reject: RCPT from [198.51.100.100]:45200: 550 5.7.1 Service unavailable; client […] blocked using …; from=<…>, …",
 * "NOQUEUE: reject: CONNECT from [198.51.100.103]:40005: too many connections": no code is printed, 421 was sent
 */
function readRefusal(event: MailEvent, text: string, at: number): boolean {
  if (!readAction(event, text, at)) return false;
  if (event.kind === 'reject' && event.replyCode === null && event.stage === 'connect') {
    event.impliedCode = 421;
    event.status = 'temp-rejected';
  }
  return true;
}

function readState(event: MailEvent, text: string): boolean {
  // "cache btree:/var/lib/postfix/postscreen_cache full cleanup: retained=452 dropped=35 entries"
  if (text.startsWith('cache ') && text.indexOf(' cleanup: retained=') !== -1) event.kind = 'statistics';
  // "entering STRESS mode with 90 connections"
  else if (text.startsWith('entering STRESS mode') || text.startsWith('leaving STRESS mode'))
    event.kind = 'notice';
  else return false;
  return true;
}

/** "warning: dnsblog reply timeout 10s for zen.dnsbl.example.net" */
function readWarning(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('dnsblog reply timeout ', at)) return false;
  event.kind = 'dns';
  return true;
}
