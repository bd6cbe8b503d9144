import { messageIdTime } from './exim/message-id.ts';
import { queueIdTime } from './postfix/queue-id.ts';

/**
 * When the message was made that a log text begins with, out of its queue or message id: epoch milliseconds, or null
 * when the text has no id that holds a time (short Postfix ids do not).
 */
export function messageTime(text: string): number | null {
  const end = text.search(/[: ]/);
  if (end < SHORTEST_ID) return null;
  const id = text.substring(0, end);
  const time = text[end] === ':' ? queueIdTime(id) : messageIdTime(id);
  return time !== null && time > YEAR_2000 && time < Date.now() + DAY ? time : null;
}

const SHORTEST_ID = 12;
const DAY = 86_400_000;
const YEAR_2000 = Date.UTC(2000, 0);
