// What servers elsewhere answer. Wordings as they are seen in the wild; the recipient stands for {rcpt}.
import { choice } from './random.mjs';

/** After the end of the data. */
export const ACCEPTED = choice([
  ['250 2.0.0 Ok: queued as {hex}', 40],
  ['250 2.0.0 OK  {epoch} {letters}.{epoch} - gsmtp', 25],
  [
    '250 2.6.0 <{letters}@{domain}> [InternalId={epoch}, Hostname=EX01.{domain}] {size} bytes in 0.118, 75.9 KB/sec Queued mail for delivery',
    12,
  ],
  ['250 OK id=1{letters}-0000{letters}-0C', 12],
  ['250 ok {epoch} qp 12345', 6],
  ['250 Message accepted for delivery', 5],
]);

/**
 * Later, please. `stage` is the command that was answered.
 * @typedef {{ stage: 'connect' | 'helo' | 'mail' | 'rcpt' | 'data' | 'eod', text: string, reason: string }} Refusal
 */
export const TEMPORARY = choice([
  [
    {
      stage: 'rcpt',
      reason: 'greylisted',
      text: '450 4.2.0 <{rcpt}>: Recipient address rejected: Greylisted, see http://postgrey.example/help/{domain}.html',
    },
    30,
  ],
  [
    { stage: 'rcpt', reason: 'greylisted', text: '451 4.7.1 Greylisting in action, please come back later' },
    12,
  ],
  [
    {
      stage: 'rcpt',
      reason: 'mailbox',
      text: "452-4.2.2 The recipient's inbox is out of storage space. Please direct the 452-4.2.2 recipient to https://support.example/mail/?p=OverQuotaTemp {letters} - gsmtp",
    },
    8,
  ],
  [{ stage: 'rcpt', reason: 'mailbox', text: '452 4.2.2 <{rcpt}>: user is overquota' }, 5],
  [{ stage: 'eod', reason: 'mailbox', text: '452 4.2.2 <{rcpt}> Mailbox full' }, 6],
  [{ stage: 'mail', reason: 'system', text: '452 4.3.1 Insufficient system storage' }, 6],
  [
    {
      stage: 'mail',
      reason: 'system',
      text: '452 4.3.1 Insufficient system resources (UsedDiskSpace[D:\\Exchange\\Queue])',
    },
    3,
  ],
  [{ stage: 'eod', reason: 'system', text: '451 4.3.0 Error: queue file write error' }, 2],
  [{ stage: 'connect', reason: 'rate', text: '421 4.7.0 {mx} Error: too many connections from {us}' }, 8],
  [{ stage: 'mail', reason: 'rate', text: '450 4.7.1 Error: too much mail from {us}' }, 5],
  [
    {
      stage: 'eod',
      reason: 'rate',
      text: '421-4.7.28 Our system has detected an unusual rate of unsolicited mail. To protect our users from spam, mail has been temporarily 421-4.7.28 rate limited. 421 4.7.28 https://support.example/mail/?p=UnsolicitedRateLimitError {letters} - gsmtp',
    },
    4,
  ],
  [
    { stage: 'rcpt', reason: 'dns', text: '450 4.1.8 <{sender}>: Sender address rejected: Domain not found' },
    4,
  ],
  [{ stage: 'rcpt', reason: 'error', text: '451 4.3.0 <{rcpt}>: Temporary lookup failure' }, 5],
  [{ stage: 'rcpt', reason: 'error', text: '451 Temporary local problem - please try later' }, 5],
  [{ stage: 'eod', reason: 'error', text: '451 4.7.1 Service unavailable - try again later' }, 4],
]);

export const PERMANENT = choice([
  [
    {
      stage: 'rcpt',
      reason: 'user',
      text: '550 5.1.1 <{rcpt}>: Recipient address rejected: User unknown in virtual mailbox table',
    },
    30,
  ],
  [
    {
      stage: 'rcpt',
      reason: 'user',
      text: "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos. 550 5.1.1 https://support.example/mail/?p=NoSuchUser {letters} - gsmtp",
    },
    15,
  ],
  [
    {
      stage: 'rcpt',
      reason: 'user',
      text: '550 5.4.1 Recipient address rejected: Access denied. [{letters}.prod.protection.example]',
    },
    8,
  ],
  [
    {
      stage: 'rcpt',
      reason: 'user',
      text: '554 delivery error: dd This user does not have a mail account ({rcpt}) [0] - mta{size}.mail.example',
    },
    5,
  ],
  [{ stage: 'rcpt', reason: 'mailbox', text: '552 5.2.2 <{rcpt}>: user is over quota' }, 6],
  [
    {
      stage: 'eod',
      reason: 'mailbox',
      text: '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
    },
    4,
  ],
  [{ stage: 'mail', reason: 'size', text: '552 5.3.4 Message size exceeds fixed limit' }, 3],
  [
    {
      stage: 'rcpt',
      reason: 'reputation',
      text: '550 5.7.1 Service unavailable, Client host [{us}] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.example/query/ip/{us} (AS3130)',
    },
    8,
  ],
  [
    {
      stage: 'eod',
      reason: 'policy',
      text: '550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 DKIM = did not pass 550-5.7.26 SPF [{domain}] with ip: [{us}] = did not pass 550 5.7.26 https://support.example/mail/answer/81126#authentication {letters} - gsmtp',
    },
    6,
  ],
  [{ stage: 'eod', reason: 'spam', text: '554 5.7.1 Message rejected as spam by content filtering.' }, 5],
  [{ stage: 'rcpt', reason: 'relay', text: '554 5.7.1 <{rcpt}>: Relay access denied' }, 4],
  [
    {
      stage: 'rcpt',
      reason: 'disabled',
      text: '550 5.2.1 The email account that you tried to reach is disabled.',
    },
    4,
  ],
]);

/** Fills the gaps of a text. */
export function filled(text, random, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    if (name in values) return values[name];
    if (name === 'hex') return random.letters(10, '0123456789ABCDEF');
    if (name === 'letters') return random.letters(12, 'abcdefghijklmnopqrstuvwxyz0123456789');
    if (name === 'size') return String(random.between(900, 90000));
    return '';
  });
}
