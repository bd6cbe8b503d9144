// saslauthd, which checks passwords for Cyrus SASL.
import type { AuthFacts, MailEvent } from '../../model/event.ts';
import { textBetween } from './text-between.ts';

/** "do_auth         : auth failure: [user=admin] [service=smtp] [realm=] [mech=pam] [reason=PAM auth error]" */
export function readSaslauthd(event: MailEvent, text: string): boolean {
  const failure = text.indexOf(': auth failure: [user=');
  if (failure === -1) return false;
  // The name is the client's; the words behind it are saslauthd's.
  const start = failure + ': auth failure: [user='.length;
  const end = text.lastIndexOf('] [service=');
  const user = end < start ? null : text.substring(start, end);
  const realm = end < start ? null : textBetween(text, '[realm=', ']', end);
  event.kind = 'auth';
  event.replyText = end < start ? null : textBetween(text, '[reason=', ']', end);
  event.auth = failed(user === '' ? null : user, realm);
  return true;
}

/** `[mech=pam]` is how the password was looked up, not the mechanism of the client. */
function failed(user: string | null, realm: string | null): AuthFacts {
  return {
    mechanism: null,
    username: user === null || realm === null || realm === '' ? user : `${user}@${realm}`,
    outcome: 'failure',
    clientIp: null,
    challengesMin: 0,
    challengesTypical: 0,
    attempts: 1,
    // The MTA that asked logs the same failure, with its client.
    counts: false,
  };
}
