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
  if (!/[a-z]$/.test(host) || host.includes(':')) return host;
  const labels = host.split('.');
  if (labels.length <= 2) return host;
  const country = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  return labels.slice(country.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}
