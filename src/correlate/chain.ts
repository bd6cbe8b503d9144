// Messages that are one mail: a content filter gave it back, an alias forwarded it, postsuper requeued it.
import type { Message, Recipient } from '../model/message.ts';
import type { Link, OpenMessage } from './open-message.ts';
import { outcomeOf } from './outcome.ts';

/** Makes `child` a part of the mail that `parent` belongs to. Does nothing if it would tie a knot. */
export function adopt(
  parent: OpenMessage,
  child: OpenMessage,
  link: Link,
  recipientAddress: string | null,
): void {
  if (child.parent !== null || rootOf(parent) === child) return;
  child.parent = parent;
  child.link = link;
  (parent.children ??= []).push(child);
  if (link === 'requeued') return;
  const handed = parent.recipients.find(
    (each) => each.address === recipientAddress && each.outcome === 'delivered',
  );
  if (handed !== undefined) handed.outcome = link === 'forwarded' ? 'forwarded' : 'filtered';
}

export function rootOf(message: OpenMessage): OpenMessage {
  let root = message;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Every message of the mail, parents first. */
export function* members(root: OpenMessage): Generator<OpenMessage> {
  yield root;
  for (const child of root.children ?? []) yield* members(child);
}

/** Whether all parts are over, so that the mail can be counted. */
export function isOver(root: OpenMessage): boolean {
  if (root.children === null) return root.over;
  for (const member of members(root)) if (!member.over) return false;
  return true;
}

/** The mail as one message: how it came in is the root's, what became of it the last parts'. */
export function mergeChain(root: OpenMessage): Message {
  // Nearly every mail has one id only, and is then its own sum.
  if (root.children === null) {
    root.outcome = outcomeOf(root, root.recipients, root.ended !== null);
    return root;
  }
  const recipients: Recipient[] = [];
  const alsoQueueIds: string[] = [];
  let ended: number | null = root.ended;
  for (const member of members(root)) {
    if (member !== root) alsoQueueIds.push(member.queueId);
    if (member.ended === null) ended = null;
    else if (ended !== null && member.ended > ended) ended = member.ended;
    for (const recipient of member.recipients)
      if (recipient.outcome !== 'filtered') recipients.push(recipient);
  }
  const { queueId, host, mta, messageId, arrived, origin, clientIp, account, sender, size, rejectedClass } =
    root;
  return {
    queueId,
    alsoQueueIds,
    host,
    mta,
    messageId: messageId ?? root.children?.[0]?.messageId ?? null,
    arrived,
    ended,
    origin,
    clientIp,
    account,
    sender,
    size,
    recipients,
    rejectedClass,
    outcome: outcomeOf(root, recipients, ended !== null),
  };
}
