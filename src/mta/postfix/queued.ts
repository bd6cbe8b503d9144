// The queue id in front of a message: `4jYCBt2wTjz9rvQ: ` or `NOQUEUE: `.
import type { MailEvent } from '../../model/event.ts';
import { queueIdEnd } from './queue-id.ts';

/** Reads the id that begins at `start`, if one does; gives the position behind it. */
export function readQueueId(event: MailEvent, text: string, start: number): number {
  const end = queueIdEnd(text, start);
  if (end === -1)
    return text.charCodeAt(start) === UPPER_N && text.startsWith(NOQUEUE, start)
      ? start + NOQUEUE.length
      : start;
  event.queueId = text.substring(start, end);
  return end + 2;
}

const NOQUEUE = 'NOQUEUE: ';
const UPPER_N = 78;
