import type { MessageOutcome, Recipient } from '../model/message.ts';
import type { OpenMessage } from './open-message.ts';

/** One word for what became of a mail, out of what became of its recipients. */
export function outcomeOf(
  root: OpenMessage,
  recipients: readonly Recipient[],
  ended: boolean,
): MessageOutcome {
  if (root.rejectedClass !== null) return 'rejected';
  if (root.canceled) return 'canceled';
  if (recipients.length === 1 && recipients[0]?.outcome === 'delivered') return 'delivered';
  const count = (outcome: Recipient['outcome']): number =>
    recipients.reduce((sum, recipient) => sum + (recipient.outcome === outcome ? 1 : 0), 0);
  const delivered = count('delivered') + count('forwarded');
  if (delivered > 0)
    return delivered === recipients.length - count('discarded') ? 'delivered' : 'partly-delivered';
  if (count('deferred') > 0 && !ended) return 'deferred';
  if (count('expired') > 0) return 'expired';
  if (count('bounced') > 0) return 'bounced';
  if (count('discarded') > 0 || root.discarded) return 'discarded';
  if (root.held) return 'held';
  return 'open';
}
