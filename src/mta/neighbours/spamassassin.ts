// SpamAssassin: spampd (a proxy) and spamd.
import type { MailEvent } from '../../model/event.ts';
import { numberAfter, textBetween } from './text-between.ts';

/** "clean message <m@example.com> (1.20/5.00) from <a@example.com> for <bob@example.org> in 0.45s, 4520 bytes, with rules v1" */
export function readSpampd(event: MailEvent, text: string): boolean {
  if (text.startsWith('skipped large message ')) return true;
  if (!text.startsWith('clean message ') && !text.startsWith('identified spam ')) return false;
  // The Message-ID and both addresses are other people's text: the end of the line is spampd's own.
  const end = text.lastIndexOf('> in ');
  const recipient = end === -1 ? -1 : text.lastIndexOf('> for <', end);
  const sender = recipient === -1 ? -1 : text.lastIndexOf(') from <', recipient);
  if (sender === -1) return true;
  event.recipient = text.substring(recipient + '> for <'.length, end);
  event.sender = text.substring(sender + ') from <'.length, recipient);
  event.size = sizeOf(text, end);
  const idStart = text.indexOf('<') + 1;
  const idEnd = text.lastIndexOf('> (', sender);
  if (idEnd > idStart) event.messageId = text.substring(idStart, idEnd);
  return true;
}

/** "spamd: result: Y 15 - TESTS scantime=1.2,size=4520,user=filter,uid=1000,…,mid=<m@example.com>,…" */
export function readSpamd(event: MailEvent, text: string): boolean {
  const result = text.indexOf('spamd: result: ');
  if (result === -1) return text.startsWith('spamd: ');
  event.size = numberAfter(text, ',size=', result);
  event.messageId = textBetween(text, ',mid=<', '>', result);
  return true;
}

/** "… in 0.45s, 4520 bytes" */
function sizeOf(text: string, from: number): number | null {
  return text.includes(' bytes', from) ? numberAfter(text, 's, ', from) : null;
}
