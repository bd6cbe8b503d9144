// The lines of a delivery that did not succeed: `**` for good, `==` for now.
import type { MailEvent } from '../../model/event.ts';
import { COLON, DASH, isDigit, SPACE } from './ascii.ts';
import { readDeliveryFields, type Routing } from './delivery-fields.ts';
import { isExpiry, isNotTried, readOutcome } from './outcome.ts';
import { readRecipient } from './recipient.ts';
import { numberAt } from './scan.ts';

/**
 * Reads behind `** `. Exim 4.99 puts a blank in front of the colon.
 *   w1@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.50]: SMTP error from … after RCPT TO:<…>: 550 5.1.1 …
 *   full@example.net: retry timeout exceeded
 */
export function readBounce(text: string, at: number, event: MailEvent): boolean {
  if (at >= text.length) return false;
  event.kind = 'delivery';
  event.status = 'bounced';
  const routing: Routing = { transport: null };
  const end = readDeliveryFields(text, readRecipient(text, at, event), event, routing);
  const message = messageStart(text, end);
  readOutcome(text, message, deliveryTimeStart(text, message), event, routing.transport, null);
  if (event.replyCode === null && isExpiry(event.replyText)) event.status = 'expired';
  return true;
}

/**
 * Reads behind `== `.
 *   u1@example.com R=dnslookup T=remote_smtp defer (-44) H=mx.example.com [192.0.2.50]: SMTP error from … : 452 4.2.2 full
 *   eq@example.net R=local_user T=mail_spool defer (122): Disk quota exceeded: mailbox is full
 *   v10@example.com routing defer (-52): retry time not reached
 */
export function readDefer(text: string, at: number, event: MailEvent): boolean {
  if (at >= text.length) return false;
  event.kind = 'delivery';
  event.status = 'deferred';
  const routing: Routing = { transport: null };
  let next = readDeliveryFields(text, readRecipient(text, at, event), event, routing);
  if (text.startsWith('routing ', next)) next += 'routing '.length;
  let errno: number | null = null;
  let systemText = '';
  if (text.startsWith('defer (', next)) {
    errno = errnoAt(text, next + 'defer ('.length);
    const close = text.indexOf(')', next);
    next = close === -1 ? text.length : close + 1;
    if (errno !== null && errno > 0 && text.charCodeAt(next) === COLON) {
      // A system error: `(110): Connection timed out H=mx.example.com [192.0.2.50]: SMTP timeout after end of data`.
      const end = systemTextEnd(text, next + 2);
      systemText = text.substring(next + 2, end);
      next = end;
    }
    if (text.charCodeAt(next) === SPACE) next = readDeliveryFields(text, next + 1, event, routing);
  }
  readOutcome(
    text,
    messageStart(text, next),
    deliveryTimeStart(text, next),
    event,
    routing.transport,
    errno,
    systemText,
  );
  // No server was asked and nothing new failed: every queue run writes these again.
  if (event.replyCode === null && isNotTried(event.replyText)) event.kind = 'notice';
  return true;
}

/** Behind `: ` or ` : `. */
function messageStart(text: string, at: number): number {
  let start = at;
  if (text.charCodeAt(start) === SPACE) start++;
  if (text.charCodeAt(start) !== COLON) return start;
  return text.charCodeAt(start + 1) === SPACE ? start + 2 : start + 1;
}

/** Before the ` DT=3s` that `+deliver_time` puts behind the remote's text, or the end. */
function deliveryTimeStart(text: string, at: number): number {
  if (!TIME_UNITS.includes(text.charAt(text.length - 1))) return text.length;
  const blank = text.lastIndexOf(' ');
  return blank >= at - 1 && text.startsWith(' DT=', blank) && isDigit(text.charCodeAt(blank + 4))
    ? blank
    : text.length;
}

/** The number in `defer (N)`: a system error, 0, or a negative one of Exim's. It tells the step, never a reply code. */
function errnoAt(text: string, at: number): number | null {
  const negative = text.charCodeAt(at) === DASH;
  const value = numberAt(text, negative ? at + 1 : at);
  return value === null || !negative ? value : -value;
}

function systemTextEnd(text: string, at: number): number {
  let end = text.length;
  for (const mark of BEHIND_SYSTEM_TEXT) {
    const found = text.indexOf(mark, at);
    if (found !== -1 && found < end) end = found;
  }
  return end;
}

const TIME_UNITS = 'smhdw';
const BEHIND_SYSTEM_TEXT: readonly string[] = [': ', ' H=', ' I=[', ' DT='];
