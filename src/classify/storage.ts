import type { Direction, MailEvent, StorageKind } from '../model/event.ts';
import type { Classification } from '../model/reason.ts';
import { hasWords } from './parse-reply.ts';

/**
 * What ran full, or null. A disk that another server speaks of is `remote-system`, also when that server is a filter on this
 * host (`isOurs`). A code alone proves little: a 4.3.1 without a word of disks
 * may be memory, and a 452 or 552 that goes on to say something else is no storage failure; a bare one is what the RFC says.
 */
export function storageOf(
  found: Classification,
  text: string,
  direction: Direction | null,
): StorageKind | null {
  switch (found.reason) {
    case 'storage-mailbox-full':
      return isStated(found, text) ? 'mailbox-quota' : null;
    case 'storage-system-full':
      return isStated(found, text) ? (direction === 'outbound' ? 'remote-system' : 'queue-disk') : null;
    case 'message-too-big':
      return isStated(found, text) ? 'message-size' : null;
    default:
      return null;
  }
}

/**
 * Whether the storage that an event speaks of is this mail system's: our server's replies, deliveries on this host, and the
 * back ends that delivery hands over to (LMTP, a content filter on the loopback address).
 */
export function isOurs(event: MailEvent): boolean {
  if (event.direction === 'outbound') return isBackEnd(event);
  // We pass on what another server told us when we asked it about the address.
  return !(event.replyText !== null && event.replyText.includes(' said: '));
}

function isStated({ rule }: Classification, text: string): boolean {
  if (rule.startsWith('reply:') || rule.startsWith('class:')) return !hasWords(text);
  return !RESOURCE_CODES.includes(rule);
}

function isBackEnd({ relay, relayIp, program, text }: MailEvent): boolean {
  // Not the whole of 127/8: tunnels and test servers of others are reached there.
  if (relayIp === '127.0.0.1' || relayIp === '::1') return true;
  if (relay !== null && (relay === 'localhost' || relay.startsWith('private/') || relay.startsWith('/')))
    return true;
  return (program !== null && program.endsWith('/lmtp')) || LMTP_TRANSPORT.test(text);
}

/** Dovecot's LMTP proxy; Exim names no daemon: the transport and the error tell; nor does Postfix in RFC 5424: the port. */
const LMTP_TRANSPORT = /^lmtp\(| T=\S*lmtp|LMTP error | relay=[^ ,]+\]:24,/;
/** Mail system full, by the registry; used for any shortage. */
const RESOURCE_CODES: readonly string[] = ['enhanced:4.3.1', 'enhanced:5.3.1'];
