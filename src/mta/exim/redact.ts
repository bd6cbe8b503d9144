// Clients send passwords in base64, and some lines quote what they sent. It never gets beyond the parser.
import type { MailEvent } from '../../model/event.ts';

export const REDACTED = '[redacted]';

/** Takes what stands between `at` and `end` out of the event's text. */
export function redact(event: MailEvent, text: string, at: number, end: number): void {
  event.text = text.substring(0, at) + REDACTED + text.substring(end);
}
