// The id that the next system gave to the message, out of its reply: `250 2.0.0 Ok: queued as 7A1B2C3D4E`.
import type { MailEvent } from '../../model/event.ts';

/** Reads the last id in the reply between `from` and `end`: a content filter quotes the reply of its own next hop. */
export function readQueuedAs(event: MailEvent, text: string, from: number, end: number): void {
  let at = text.lastIndexOf(QUEUED_AS, end);
  if (at >= from) at += QUEUED_AS.length;
  // Exim: "250 OK id=1vN9ab-0001Kx-Q2"
  else if (text.startsWith(EXIM_ID, from)) at = from + EXIM_ID.length;
  else return;
  const idEnd = wordEnd(text, at, end);
  if (idEnd === at) return;
  event.relatedId = text.substring(at, idEnd);
  event.relation = 'queued-as';
}

const QUEUED_AS = 'queued as ';
const EXIM_ID = '250 OK id=';
const HYPHEN = 45;

/** Letters, digits and hyphens. */
function wordEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end) {
    const code = text.charCodeAt(next);
    const isWord =
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === HYPHEN;
    if (!isWord) break;
    next++;
  }
  return next;
}
