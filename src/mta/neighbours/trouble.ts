// What programs beside the MTA say of themselves: a full disk matters, the rest is a remark.
import type { MailEvent } from '../../model/event.ts';

/** "(00805-03) (!!)TROUBLE in process_request: Error writing to file /var/lib/amavis/tmp/…: No space left on device" */
export function readNeighbourTrouble(event: MailEvent, text: string): void {
  if (isDiskFull(text)) {
    event.kind = 'storage';
    event.severity = 'error';
    event.storage = 'queue-disk';
    event.storageOurs = true;
    event.replyText = text;
    return;
  }
  event.severity = severityOf(text);
  event.kind = event.severity === 'error' ? 'error' : 'notice';
}

/** The system's words behind a colon, not quoted from a message. */
function isDiskFull(text: string): boolean {
  const at = text.lastIndexOf('No space left on device');
  if (at < 2) return false;
  const before = text.substring(at - 2, at);
  return before === ': ' || before === ' (' || before === "('" || before === ' -';
}

function severityOf(text: string): 'info' | 'warning' | 'error' {
  const head = text.length > 80 ? text.substring(0, 80) : text;
  if (ERROR.test(head)) return 'error';
  return WARNING.test(head) ? 'warning' : 'info';
}

const ERROR = /^(?:fatal|error|panic)\b|^\S+ \(!!?\)|^\(!!?\)|\b(?:error|fatal): /i;
const WARNING = /^warn(?:ing)?\b|\bwarning: /i;
