// The lines of a delivery that ended well: `=>`, `->`, `>>`, `*>`.
import type { MailEvent } from '../../model/event.ts';
import { readDeliveryFields, type Routing } from './delivery-fields.ts';
import { readRecipient } from './recipient.ts';

/**
 * Reads behind `=> ` (first recipient of a copy), `-> ` (further one, same reply) or `>> ` (cut-through, before arrival).
 *   bob <bob@example.net> R=local_user T=mail_spool
 *   frank@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.50] C="250 2.0.0 Ok: queued as 4F1a"
 */
export function readDelivery(text: string, at: number, event: MailEvent): boolean {
  if (at >= text.length) return false;
  if (text.startsWith('blackhole (', at)) return readDiscardedMessage(text, at, event);
  event.kind = 'delivery';
  event.status = 'sent';
  const routing: Routing = { transport: null };
  readDeliveryFields(text, readRecipient(text, at, event), event, routing);
  if (event.relayIp !== null || event.replyCode !== null) {
    event.direction = 'outbound';
    event.stage = event.replyCode === null ? null : 'eod';
  } else {
    event.direction = 'local';
    if (isDiscarded(event.recipient, routing.transport)) event.status = 'discarded';
  }
  return true;
}

/** Reads behind `*> `: nothing was delivered (option -N), whatever `C=` says. */
export function readSuppressed(text: string, at: number, event: MailEvent): boolean {
  if (!readDelivery(text, at, event)) return false;
  event.status = 'suppressed';
  event.replyCode = null;
  event.enhancedCode = null;
  event.stage = null;
  event.replyRole = 'not-sent';
  return true;
}

/** `blackhole (DATA ACL discarded recipients): junk`: our client was told 250, and nobody gets the message. */
function readDiscardedMessage(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'discard';
  event.status = 'discarded';
  event.replyText = text.substring(at);
  if (text.startsWith('non-SMTP', at + 'blackhole ('.length)) {
    event.direction = 'local';
    return true;
  }
  event.direction = 'inbound';
  event.stage = 'eod';
  event.impliedCode = 250;
  return true;
}

function isDiscarded(recipient: string | null, transport: string | null): boolean {
  return transport === '**bypassed**' || recipient === ':blackhole:' || recipient === 'discarded';
}
