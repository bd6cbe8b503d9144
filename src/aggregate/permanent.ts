import type { MailEvent } from '../model/event.ts';

/**
 * Whether it is over for this recipient or command: by what became of it, else by the code that was said, else by the
 * enhanced code. Without all of these nothing was refused for good (a disk warning).
 */
export function isPermanent(event: MailEvent): boolean {
  switch (event.status) {
    case 'bounced':
    case 'rejected':
    case 'expired':
    case 'force-expired':
    case 'undeliverable':
      return true;
    case 'deferred':
    case 'softbounce':
    case 'temp-rejected':
    case 'undeliverable-but-not-cached':
      return false;
    default: {
      const code = event.replyCode ?? event.impliedCode;
      if (code !== null) return code >= 500;
      return (event.enhancedCode ?? event.dsn ?? '').startsWith('5');
    }
  }
}
