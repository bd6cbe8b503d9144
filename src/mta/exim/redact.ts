// Clients send passwords in base64, and some lines quote what they sent. It never gets beyond the parser.
import type { MailEvent } from '../../model/event.ts';

/** Takes what stands from `at` to `end` out of the event's text. Several pieces: the last one first. */
export function redact(event: MailEvent, at: number, end: number): void {
  event.text = event.text.substring(0, at) + REDACTED + event.text.substring(end);
}

const REDACTED = '[redacted]';
