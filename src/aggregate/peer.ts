import type { MailEvent } from '../model/event.ts';

/**
 * The other side as an operator thinks of it: the domain of the server (`gmail-smtp-in.l.google.com` → `google.com`),
 * else of the recipient. `-` where nobody is on the other side, or any client.
 */
export function peerOf(event: MailEvent): string {
  return nameOf(event).slice(0, LONGEST_DOMAIN);
}

/** RFC 1035. Names of any length come from attackers, and rows are kept. */
const LONGEST_DOMAIN = 255;

function nameOf(event: MailEvent): string {
  if (event.direction !== 'outbound') return '-';
  const { relay, recipient } = event;
  if (relay !== null && relay !== '' && relay !== 'none') return ownDomain(relay.toLowerCase());
  const at = recipient === null ? -1 : recipient.lastIndexOf('@');
  return recipient === null || at === -1 ? '-' : recipient.slice(at + 1).toLowerCase();
}

/** The last two labels, or three where the last two are a public suffix (`co.uk`, `com.br`). Addresses stay whole. */
function ownDomain(host: string): string {
  const last = host.charCodeAt(host.length - 1);
  if (last < LOWER_A || last > LOWER_Z || host.includes(':')) return host;
  // The dots in front of the last label, the last two, the last three.
  const first = dotBefore(host, host.length);
  const second = dotBefore(host, first);
  const isSuffix = host.length - first === 3 && first - second <= 4;
  return host.substring((isSuffix ? dotBefore(host, second) : second) + 1);
}

const LOWER_A = 97;
const LOWER_Z = 122;

/** The last dot before `end`, or -1. */
function dotBefore(host: string, end: number): number {
  return end <= 0 ? -1 : host.lastIndexOf('.', end - 1);
}
