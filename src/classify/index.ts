import type { MailEvent } from '../model/event.ts';
import type { Classifier } from './classifier.ts';
import { eventMeaning } from './event-meaning.ts';
import { isOurs, storageOf } from './storage.ts';

export { createClassifier, type Classifier } from './classifier.ts';
export { parseReply, type ParsedReply } from './parse-reply.ts';

/** Writes what the line means: reason, rule and, unless the dialect knew it, storage. */
export function classifyEvent(event: MailEvent, classifier: Classifier): void {
  const found = eventMeaning(event, classifier);
  if (found === null) return;
  event.reason = found.reason;
  event.rule = found.rule;
  event.storage ??= storageOf(found, event.replyText ?? '', event.direction);
  if (event.storage !== null) event.storageOurs ??= isOurs(event);
}
