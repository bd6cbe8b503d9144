// `Q: to=<R>, relay=…, delay=…, dsn=…, status=sent (…)`: one recipient, one attempt. Written by all delivery agents.
import type { MailEvent, Status } from '../../model/event.ts';
import { unquotedFrom } from './address.ts';
import { decimalAt } from './number.ts';
import { readOutcome } from './outcome.ts';
import { readRelay } from './peer.ts';

/**
 * Reads the line behind its queue id. False: no `to=` line.
 * A line that was cut off gives what it still has.
 */
export function readDelivery(event: MailEvent, text: string, at: number): boolean {
  if (!text.startsWith('to=', at)) return false;
  const relayAt = readRecipients(event, text, at + 3);
  if (relayAt === -1) return false;
  event.kind = 'delivery';
  const relayEnd = text.indexOf(', ', relayAt);
  if (relayEnd === -1) return true;
  readRelay(event, text, relayAt + RELAY.length, relayEnd);
  // "delay=0.45, delays=0.3/0.02/0.03/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)", in this order, some left out.
  for (let field = relayEnd + 2; ;) {
    if (text.startsWith('status=', field)) {
      readStatus(event, text, field + 'status='.length);
      return true;
    }
    const end = text.indexOf(', ', field);
    if (end === -1) return true;
    if (text.startsWith('delay=', field)) event.delay = decimalAt(text, field + 'delay='.length);
    else if (text.startsWith('dsn=', field)) event.dsn = text.substring(field + 'dsn='.length, end);
    else if (text.startsWith('tls=', field)) event.tls = text.substring(field + 'tls='.length, end);
    field = end + 2;
  }
}

const RELAY = 'relay=';
const LESS = 60;

/** Reads `<bob@example.org>, orig_to=<root>, ` at `at`; gives where `relay=` begins, -1 when it does not. */
function readRecipients(event: MailEvent, text: string, at: number): number {
  if (text.charCodeAt(at) !== LESS) return readBareRecipients(event, text, at);
  // Before 3.5 the address is not quoted, and may look like the rest of the line: the first mark that is followed
  // by the fields that must come is the one.
  for (
    let end = text.indexOf('>, ', unquotedFrom(text, at + 1));
    end !== -1;
    end = text.indexOf('>, ', end + 1)
  ) {
    const next = end + 3;
    if (isRelay(text, next)) {
      event.recipient = text.substring(at + 1, end);
      return next;
    }
    if (text.startsWith('orig_to=<', next)) {
      const originalAt = next + 'orig_to=<'.length;
      let originalEnd = text.indexOf('>, ', unquotedFrom(text, originalAt));
      while (originalEnd !== -1 && !isRelay(text, originalEnd + 3))
        originalEnd = text.indexOf('>, ', originalEnd + 1);
      if (originalEnd === -1) continue;
      event.recipient = text.substring(at + 1, end);
      event.originalRecipient = text.substring(originalAt, originalEnd);
      return originalEnd + 3;
    }
  }
  return -1;
}

/** `relay=<value>, delay=` or `relay=<value>, conn_use=`; or the line was cut off within them. */
function isRelay(text: string, at: number): boolean {
  if (!text.startsWith(RELAY, at)) return false;
  const next = text.indexOf(', ', at);
  return (
    next === -1 ||
    next + 2 >= text.length ||
    text.startsWith('delay=', next + 2) ||
    text.startsWith('conn_use=', next + 2) ||
    'delay='.startsWith(text.substring(next + 2)) ||
    'conn_use='.startsWith(text.substring(next + 2))
  );
}

/** Web panels that take `<…>` for HTML drop the brackets: "to=carol@example.org, orig_to=root@example.org, relay=local". */
function readBareRecipients(event: MailEvent, text: string, at: number): number {
  const relay = text.indexOf(', relay=', at);
  if (relay === -1) return -1;
  const original = text.indexOf(', orig_to=', at);
  const hasOriginal = original !== -1 && original < relay;
  event.recipient = text.substring(at, hasOriginal ? original : relay);
  if (hasOriginal) event.originalRecipient = text.substring(original + ', orig_to='.length, relay);
  return relay + 2;
}

/** "deferred (host mx[203.0.113.25] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))" */
function readStatus(event: MailEvent, text: string, at: number): void {
  const open = text.indexOf(' (', at);
  // Cut off within the word: "undeliverable" may have been the beginning of "undeliverable-but-not-cached".
  if (open === -1) return;
  const status = STATUSES.get(text.substring(at, open));
  if (status === undefined) return;
  event.status = status;
  const last = text.length - 1;
  const close = text.charCodeAt(last) === CLOSE ? last : text.lastIndexOf(')');
  // A line without its parenthesis was cut off; one with another inside may end in the middle of it.
  readOutcome(event, text, open + 2, close > open && isWhole(text, close) ? close : text.length);
}

const CLOSE = 41;

const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['sent', 'sent'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['SOFTBOUNCE', 'softbounce'],
  ['softbounce', 'softbounce'],
  ['deliverable', 'deliverable'],
  ['undeliverable', 'undeliverable'],
  ['undeliverable-but-not-cached', 'undeliverable-but-not-cached'],
]);

/** Only blanks follow. */
function isWhole(text: string, close: number): boolean {
  for (let at = close + 1; at < text.length; at++) if (text.charCodeAt(at) > 32) return false;
  return true;
}
