import type { MailEvent, StorageKind } from '../model/event.ts';

/**
 * What is full: the mailbox, our server's disk, the other server. `-` when no line tells.
 * @param ours whether it is ours.
 */
export function storagePlace(event: MailEvent, kind: StorageKind, ours: boolean): string {
  return placeOf(event, kind, ours).slice(0, LONGEST_ADDRESS);
}

/** RFC 5321: 64 before the `@`, 255 behind it. Names of any length come from attackers, and rows are kept. */
const LONGEST_ADDRESS = 320;

function placeOf(event: MailEvent, kind: StorageKind, ours: boolean): string {
  if (kind === 'mailbox-quota') return mailboxOf(event) ?? serverOf(event) ?? event.host ?? '-';
  if (ours) return `${event.host ?? '-'} ${isMailStore(event) ? 'mail store' : 'spool'}`;
  return serverOf(event) ?? '-';
}

function mailboxOf(event: MailEvent): string | null {
  return event.recipient === null || event.recipient === '' ? event.account : lowerDomain(event.recipient);
}

function serverOf(event: MailEvent): string | null {
  const { relay, recipient } = event;
  if (relay !== null && relay !== '' && relay !== 'none') return relay.toLowerCase();
  const at = recipient === null ? -1 : recipient.lastIndexOf('@');
  return recipient === null || at === -1 ? event.relayIp : recipient.slice(at + 1).toLowerCase();
}

/** A message was accepted and could not be put into a mailbox: that file system may be another one than the spool's. */
function isMailStore(event: MailEvent): boolean {
  return event.direction === 'local' && event.recipient !== null;
}

/** The local part may mean something by its case, the domain never does. */
function lowerDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
