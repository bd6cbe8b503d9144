// Virus scanners beside an MTA: clamav-milter, clamsmtp, clamd.
import type { MailEvent } from '../../model/event.ts';
import { queueIdOrNull } from './queue-id.ts';
import { textBetween, wordAfter } from './text-between.ts';

export function readAntivirus(event: MailEvent, text: string): boolean {
  // clamav-milter: "Message 4jYDch3CGkz9s24 from <a@example.com> to <bob@example.org> with subject … infected by Eicar"
  if (text.startsWith('Message ')) {
    const id = wordAfter(text, 'Message ');
    event.queueId = id === null ? null : queueIdOrNull(id);
    event.sender = textBetween(text, ' from <', '>');
    event.recipient = textBetween(text, '> to <', '>');
    return true;
  }
  // clamsmtpd: "100001: from=a@example.com, to=bob@example.org, status=VIRUS:Eicar-Test-Signature"
  const status = text.lastIndexOf(', status=');
  const recipient = text.lastIndexOf(', to=', status);
  const sender = text.indexOf(': from=');
  if (status === -1 || recipient === -1 || sender === -1 || sender > recipient)
    return text.endsWith(' FOUND');
  event.sender = text.substring(sender + ': from='.length, recipient);
  event.recipient = text.substring(recipient + ', to='.length, status);
  return true;
}
