// Greylisting daemons: postgrey. smtpd logs the 450 itself.
import type { MailEvent } from '../../model/event.ts';
import { leadingQueueId } from './queue-id.ts';
import { textBetween } from './text-between.ts';

/**
 * "action=greylist, reason=new, client_name=mail.example.com, client_address=192.0.2.30, sender=a@example.com,
 * recipient=bob@example.org", a queue id may stand in front.
 */
export function readGreylist(event: MailEvent, text: string): boolean {
  const action = text.indexOf('action=');
  if (action === -1) return false;
  if (action > 0) event.queueId = leadingQueueId(text);
  const host = textBetween(text, ', client_name=', ', client_address=', action);
  event.clientHost = host === 'unknown' ? null : host;
  event.clientIp = textBetween(text, ', client_address=', ', ', action);
  // The sender's address may hold anything but cannot come after the recipient's.
  const recipient = text.lastIndexOf(', recipient=');
  const sender = text.indexOf(', sender=', action);
  if (recipient !== -1) event.recipient = text.substring(recipient + ', recipient='.length);
  if (sender !== -1 && sender < recipient)
    event.sender = text.substring(sender + ', sender='.length, recipient);
  return true;
}
