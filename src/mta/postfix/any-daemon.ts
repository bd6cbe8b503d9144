// Lines whose tag does not tell the daemon: rsyslog's RFC 5424 format writes `postfix` for all of them, journalctl's
// with-unit `postfix@-.service`. The text tells it, nearly always.
import type { Direction, MailEvent } from '../../model/event.ts';
import { readMaster, readPostsuper } from './admin.ts';
import { readBounce } from './bounce.ts';
import { readCleanup } from './cleanup.ts';
import { readDelivery } from './delivery.ts';
import { readDialogue } from './dialogue.ts';
import type { LineParser } from './line-parser.ts';
import { readLocal } from './local.ts';
import { readPickup } from './pickup.ts';
import { readPostscreen } from './postscreen.ts';
import { readQmgr } from './qmgr.ts';
import { readQueueId } from './queued.ts';
import { replyCodeAt } from './reply.ts';
import { readDnsblog, readTlsproxy } from './screening-helpers.ts';
import type { Sessions } from './sessions.ts';
import { readSmtp } from './smtp.ts';
import { readSmtpd } from './smtpd.ts';
import { readStatistics } from './statistics.ts';
import { readSubmitter } from './submission.ts';

export const readAnyDaemon: LineParser = (event, text, start, sessions) => {
  if (start > 0) return tryEach(WARNING, event, text, start, sessions);
  if (readDeliveryOfAny(event, text, readQueueId(event, text, 0))) return true;
  const first = text.charCodeAt(0);
  if (first === LESS || first === MORE) return readDialogueOfAny(event, text, sessions);
  if (tryEach(NORMAL, event, text, start, sessions)) return true;
  // "starting the Postfix mail system"
  if (!text.includes(' the Postfix mail system')) return false;
  event.kind = 'admin';
  return true;
};

const LESS = 60;
const MORE = 62;

/** cleanup comes before smtpd: in its header checks a stranger's text may look like a line of smtpd. */
const NORMAL: readonly LineParser[] = [
  readQmgr,
  readCleanup,
  readSmtpd,
  readPickup,
  readBounce,
  readSmtp,
  readPostscreen,
  readDnsblog,
  readTlsproxy,
  readStatistics,
  readPostsuper,
  readMaster,
];
const WARNING: readonly LineParser[] = [
  readSmtpd,
  readCleanup,
  readSubmitter,
  readSmtp,
  readQmgr,
  readBounce,
  readLocal,
  readPickup,
  readPostscreen,
  readDnsblog,
  readMaster,
];

function tryEach(
  parsers: readonly LineParser[],
  event: MailEvent,
  text: string,
  start: number,
  sessions: Sessions,
): boolean {
  for (const parse of parsers) {
    event.direction = null;
    if (parse(event, text, start, sessions)) return true;
  }
  event.direction = null;
  return false;
}

function readDeliveryOfAny(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('to=', at)) return false;
  event.direction = directionOf(text, at);
  return readDelivery(event, text, at);
}

/** `relay=mx.example.com[203.0.113.25]:25` is smtp or lmtp, `relay=local` is not; `relay=none` may be either. */
function directionOf(text: string, at: number): Direction {
  const relay = text.indexOf(', relay=', at);
  const end = text.indexOf(', ', relay + 1);
  if (relay === -1 || end === -1) return 'outbound';
  if (!text.startsWith('none', relay + ', relay='.length)) {
    const bracket = text.indexOf('[', relay);
    return bracket !== -1 && bracket < end ? 'outbound' : 'local';
  }
  return text.includes(SUSPENDED, end) || !NO_RELAY.test(text.substring(end)) ? 'local' : 'outbound';
}

const SUSPENDED = '(delivery temporarily suspended: ';
/** What smtp says when it found nobody to talk to; error(8) and discard(8) have the text of a table. */
const NO_RELAY =
  /status=\S+ \((?:connect to |Host or domain |unable to (?:look up|find)|mail for |Domain |lost connection|Server configuration|[\w.-]+: host not found|host |TLS|SMTPUTF8)/;

/** Whose reply it is tells who wrote the line: `> N[A]: 250 …` was sent by smtpd, `< N[A]:25: 250 …` received by smtp. */
function readDialogueOfAny(event: MailEvent, text: string, sessions: Sessions): boolean {
  const bracket = text.indexOf(']');
  const body = text.indexOf(': ', bracket) + 2;
  const isReply = bracket !== -1 && replyCodeAt(text, body, text.length) !== 0;
  event.direction = (text.charCodeAt(0) === MORE) === isReply ? 'inbound' : 'outbound';
  return readDialogue(event, text, sessions);
}
