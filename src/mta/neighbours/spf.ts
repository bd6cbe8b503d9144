// SPF policy daemons: policyd-spf in Python, policy-spf in Perl.
import type { MailEvent } from '../../model/event.ts';
import { wordAfter } from './text-between.ts';

/**
 * "prepend Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.30; helo=mail.example.com; …". Also
 * "550 5.7.23 Message rejected due to: SPF fail - not authorized. …": what smtpd is to say, not what was said.
 */
export function readSpf(event: MailEvent, text: string): boolean {
  const result = text.indexOf('identity=');
  if (result !== -1)
    event.clientIp = wordAfter(text, '; client-ip=', result) ?? wordAfter(text, ' client-ip=', result);
  return true;
}
