// The processes that serve the other ones: master, log, config, anvil, stats.
import type { MailEvent } from '../../model/event.ts';
import type { Prefix } from './prefix.ts';

/** "master: Dovecot v2.3.21 (47349e2482) starting up for imap, pop3, lmtp, submission, sieve" */
export function readServer(body: string, prefix: Prefix, event: MailEvent): boolean {
  if (prefix.severity !== 'info') return false;
  event.kind = prefix.process === 'master' || body.startsWith('Dovecot v') ? 'admin' : 'notice';
  return true;
}
