import type { StorageKind } from '../model/event.ts';
import type { Family, Reason } from '../model/reason.ts';
import type { ReplyClass } from '../model/snapshot.ts';
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import { createClassifier } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { parseReply, replyStart } from './parse-reply.ts';
import { storageOf } from './storage.ts';

/** What one reply text means, as `mailtop classify` prints it. */
export interface ReplyExplanation {
  text: string;
  reply_code: number | null;
  enhanced_code: string | null;
  class: ReplyClass | null;
  reason: Reason;
  family: Family;
  /** Who has to act. */
  owner: string;
  /** Of the side that spoke: a reply is taken as another server's, a text without a code as ours. */
  storage: StorageKind | null;
  provider: string | null;
  /** `layer:rule-id` */
  rule: string;
}

/** Explains one reply text, its codes included: `452 4.2.2 Mailbox full`. */
export function explainReply(text: string): ReplyExplanation {
  classifier ??= createClassifier();
  return explainReplyBy(classifier, text);
}

export function explainReplyBy(by: Classifier, text: string): ReplyExplanation {
  const reply = text.slice(replyStart(text));
  const { replyCode, enhancedCode } = parseReply(reply);
  const found = by.classify(replyCode, enhancedCode, reply);
  const { family, owner } = REASON_FACTS[found.reason];
  return {
    text,
    reply_code: replyCode,
    enhanced_code: enhancedCode,
    class: replyCode === null ? null : CLASSES[Math.floor(replyCode / 100)]!,
    reason: found.reason,
    family,
    owner,
    storage: storageOf(found, reply, replyCode === null ? 'local' : 'outbound'),
    provider: found.provider,
    rule: found.rule,
  };
}

let classifier: Classifier | null = null;

const CLASSES: Readonly<Record<number, ReplyClass>> = { 2: '2xx', 3: '3xx', 4: '4xx', 5: '5xx' };
