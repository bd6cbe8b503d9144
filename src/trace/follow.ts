// From some queue ids to all that are the same mail, or tell of it: filters, aliases, requeueing, notifications.
import type { MailEvent } from '../model/event.ts';
import type { Evidence } from './evidence.ts';
import { wordPattern } from './line-pattern.ts';
import { withoutBrackets } from './query.ts';

/** More than any mail leads to; what is beyond was tied together by accident. */
const MOST_LINKED = 500;
const MOST_MESSAGE_IDS = 200;
/** Shorter ones say nothing. */
const SHORTEST_MESSAGE_ID = 8;

/** Picks the lines of all of them. Gives the ids, the first ones included. */
export async function follow(evidence: Evidence, first: Iterable<string>): Promise<Set<string>> {
  const ids = new Set(first);
  const most = ids.size + MOST_LINKED;
  const messageIds = new Set<string>();
  let words: readonly string[] = [...ids];
  while (words.length > 0) {
    await evidence.pick(wordPattern(words, 'whole'));
    const { lines } = await evidence.read();
    const more = new Set<string>();
    for (const { event } of lines) {
      for (const id of linked(event, ids)) {
        if (ids.size >= most) break;
        ids.add(id);
        more.add(id);
      }
    }
    for (const { event } of lines) {
      const messageId = messageIdOf(event);
      if (messageId === null || event.queueId === null || !ids.has(event.queueId)) continue;
      if (messageIds.size >= MOST_MESSAGE_IDS || messageIds.has(messageId)) continue;
      messageIds.add(messageId);
      // Mailbox servers know a mail by nothing else.
      more.add(messageId);
    }
    words = [...more];
  }
  return ids;
}

/** The ids that a line ties to known ones. */
function linked({ queueId, relatedId }: MailEvent, ids: ReadonlySet<string>): string[] {
  if (queueId === null || relatedId === null || queueId === relatedId) return [];
  if (ids.has(queueId) && !ids.has(relatedId)) return [relatedId];
  return ids.has(relatedId) && !ids.has(queueId) ? [queueId] : [];
}

export function messageIdOf({ messageId }: MailEvent): string | null {
  if (messageId === null) return null;
  const bare = withoutBrackets(messageId);
  return bare.length < SHORTEST_MESSAGE_ID ? null : bare;
}
