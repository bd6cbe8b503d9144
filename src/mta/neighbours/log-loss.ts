// Lines that the logging system threw away: every count of the log is a lower bound then.
import type { MailEvent } from '../../model/event.ts';

/**
 * rsyslogd "imuxsock lost 452 messages from pid 2001 due to rate-limiting", systemd-journald "Suppressed 535 messages
 * from postfix@-.service".
 */
export function readLogLoss(event: MailEvent, text: string): boolean {
  if (!LOSS.test(text)) return false;
  event.kind = 'notice';
  event.severity = 'warning';
  return true;
}

const LOSS = /\blost \d+ messages\b|^Suppressed \d+ messages\b|\b\d+ messages lost due to rate-limiting\b/;
