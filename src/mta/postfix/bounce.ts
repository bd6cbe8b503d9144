// bounce (also as defer and trace): messages that tell senders what became of theirs.
import type { MailEvent, Relation } from '../../model/event.ts';
import type { LineParser } from './line-parser.ts';
import { readQueueId } from './queued.ts';
import { readSubmissionFailure } from './storage.ts';

export const readBounce: LineParser = (event, text, start) => {
  const at = readQueueId(event, text, start);
  return start === 0 ? readNotification(event, text, at) : readFailure(event, text, at);
};

/** "4jYCBt2wTjz9rvQ: sender non-delivery notification: 4jYCBv0hDdz9rvT" */
function readNotification(event: MailEvent, text: string, at: number): boolean {
  const colon = text.indexOf(' notification: ', at);
  if (colon === -1) return false;
  const relation = RELATIONS.get(text.substring(at, colon));
  if (relation === undefined) return false;
  event.kind = 'notification';
  event.relation = relation;
  event.relatedId = text.substring(colon + ' notification: '.length);
  return true;
}

const RELATIONS: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['sender non-delivery', 'bounce'],
  ['sender delay', 'delay-notice'],
  ['sender delivery status', 'success-notice'],
  ['postmaster non-delivery', 'postmaster-notice'],
  ['postmaster delay', 'postmaster-notice'],
]);

function readFailure(event: MailEvent, text: string, at: number): boolean {
  // "warning: 4jYCs10WMgz9s0d: undeliverable postmaster notification discarded"
  if (text.startsWith('undeliverable postmaster notification discarded', at)) {
    event.kind = 'notice';
    return true;
  }
  // "warning: 4jYCs10WMgz9s0d: sender notification failed to a@example.com: queue file write error" (3.11 and later)
  if (text.indexOf(' notification failed to ', at) === -1) return false;
  if (!readSubmissionFailure(event, text)) event.kind = 'error';
  return true;
}
