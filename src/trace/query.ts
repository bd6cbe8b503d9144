// What is looked for: a queue id, a Message-ID, an address, a domain, an IP address, a host or an account.
import type { MailEvent } from '../model/event.ts';
import { wordPattern, type LinePattern } from './line-pattern.ts';

export interface Query {
  /** As it is shown to people: without the blanks and angle brackets around it. */
  readonly text: string;
  /** It may be a queue id, so that one exact search is worth a try. */
  readonly mayBeId: boolean;
  /** Which raw lines may match. */
  readonly pattern: LinePattern;
  readonly matches: (event: MailEvent) => boolean;
}

/** Null: there is nothing in it to look for. */
export function readQuery(words: string): Query | null {
  const text = words.trim().replace(/^<(.*)>$/s, '$1');
  if (text === '' || /[\r\n]/.test(text)) return null;
  const wanted = text.toLowerCase();
  // "@example.org" is the domain.
  const domain = wanted.startsWith('@') ? wanted.slice(1) : wanted;
  if (domain === '') return null;
  const isDomain = domain.includes('.') && !domain.includes('@') && !IP.test(domain);
  return {
    text,
    mayBeId: MAY_BE_ID.test(text),
    pattern: wordPattern([domain], 'any case'),
    matches: (event) => matches(event, text, wanted, isDomain ? domain : null),
  };
}

/** Exim: `1xSk8e-0000WN-00`, `1rIATC-000000005mJ-2BPV`; Postfix: `C0A0C101`, `4jSSfV5Lvfz1xm5`. */
const MAY_BE_ID =
  /^(?=.*\d)(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}|[0-9A-F]{5,}|[0-9A-Za-z]{10,})$/;
const IP = /^(?:[\d.]+|[\da-f:.]*:[\da-f:.]*)$/;

function matches(event: MailEvent, id: string, wanted: string, domain: string | null): boolean {
  if (event.queueId === id || event.relatedId === id) return true;
  const { sender, recipient, originalRecipient, account, auth } = event;
  if (isAddress(sender, wanted, domain) || isAddress(recipient, wanted, domain)) return true;
  if (isAddress(originalRecipient, wanted, domain)) return true;
  if (isAddress(account, wanted, domain)) return true;
  if (auth !== null && (isAddress(auth.username, wanted, domain) || is(auth.clientIp, wanted))) return true;
  if (is(event.clientIp, wanted) || is(event.relayIp, wanted)) return true;
  if (isHost(event.clientHost, wanted, domain) || isHost(event.relay, wanted, domain)) return true;
  return event.messageId !== null && withoutBrackets(event.messageId).toLowerCase() === wanted;
}

function is(value: string | null, wanted: string): boolean {
  return value !== null && value.toLowerCase() === wanted;
}

function isAddress(value: string | null, wanted: string, domain: string | null): boolean {
  if (value === null) return false;
  const address = value.toLowerCase();
  return address === wanted || (domain !== null && address.endsWith(`@${domain}`));
}

function isHost(value: string | null, wanted: string, domain: string | null): boolean {
  if (value === null) return false;
  const host = value.toLowerCase();
  return host === wanted || (domain !== null && (host === domain || host.endsWith(`.${domain}`)));
}

export function withoutBrackets(messageId: string): string {
  return messageId.startsWith('<') && messageId.endsWith('>') ? messageId.slice(1, -1) : messageId;
}
