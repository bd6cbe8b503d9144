// Messages that the LMTP service hands on to another server, with that server's reply.
import type { MailEvent } from '../../model/event.ts';
import { isAddress, withoutPort } from './address.ts';
import { readReply } from './reply.ts';

/**
 * "Sent message to <judy@example.org> at 198.51.100.40:24: 250 2.0.0 <judy@example.org> abCdEfGh Saved (1/1 at 41 ms)",
 * "Failed to send message to <ken@example.org> at 198.51.100.40:24: 552 5.2.2 … (1/2 at 38 ms)".
 */
export function readLmtpProxy(text: string, event: MailEvent): boolean {
  const sent = text.startsWith('Sent message to <');
  if (!sent && !text.startsWith('Failed to send message to <')) return false;
  const start = text.indexOf('<') + 1;
  const at = text.indexOf('> at ', start);
  const server = at + '> at '.length;
  const colon = at === -1 ? -1 : text.indexOf(': ', server);
  if (colon === -1) return false;
  event.kind = 'delivery';
  event.direction = 'outbound';
  event.stage = 'eod';
  event.recipient = text.substring(start, at);
  setRelay(event, withoutPort(text.substring(server, colon)));
  const outcome = withoutCount(text.substring(colon + 2));
  if (readReply(outcome, event)) return true;
  // "Remote closed connection unexpectedly (1/1 at 452 ms)": no reply; the MTA is told 451 4.4.0, and logs it.
  event.replyText = outcome;
  event.replyRole = 'repeated';
  event.status = sent ? 'sent' : 'temp-rejected';
  event.impliedCode = sent ? 250 : 451;
  return true;
}

function setRelay(event: MailEvent, host: string): void {
  if (isAddress(host)) event.relayIp = host;
  else if (host !== '') event.relay = host;
}

/** Without "(2/2 at 39 ms)": recipients and time. */
function withoutCount(text: string): string {
  const open = text.lastIndexOf(' (');
  return open !== -1 && COUNT.test(text.substring(open)) ? text.substring(0, open) : text;
}

const COUNT = /^ \(\d+\/\d+ at \d+ ms\)$/;
