// Messages that are one mail: a content filter gave it back, an alias forwarded it, postsuper requeued it.
import type { Message, Recipient } from '../model/message.ts';
import type { Link, OpenMessage } from './open-message.ts';
import { outcomeOf } from './outcome.ts';

/** Makes `child` a part of the mail that `parent` belongs to. False if it is none and would tie a knot. */
export function adopt(parent: OpenMessage, child: OpenMessage, link: Link): boolean {
  if (child.parent !== null) return child.parent === parent;
  if (rootOf(parent) === child) return false;
  child.parent = parent;
  child.link = link;
  (parent.children ??= []).push(child);
  return true;
}

/** postsuper put the mail back under a new id: who was waiting in the old message waits in the new one. */
export function moveWaiting(from: OpenMessage, to: OpenMessage): void {
  const waiting = from.recipients.filter((recipient) => recipient.outcome === 'deferred');
  to.recipients.push(...waiting);
  const rest = from.recipients.filter((recipient) => recipient.outcome !== 'deferred');
  from.recipients.splice(0, from.recipients.length, ...rest);
  from.index = null;
}

export function rootOf(message: OpenMessage): OpenMessage {
  let root = message;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Whether all parts are over, so that the mail can be counted. */
export function isOver(root: OpenMessage): boolean {
  if (root.children === null) return root.over;
  for (const member of members(root)) if (!member.over) return false;
  return true;
}

/** The mail as one message: how it came in is the root's, what became of it the last parts'. */
export function mergeChain(root: OpenMessage): Message {
  const parts = root.children === null ? [root] : [...members(root)];
  const ended = parts.reduce<number | null>((latest, part) => laterOf(latest, part.ended), root.ended);
  const recipients =
    parts.length === 1 ? withoutHops(root) : parts.flatMap((part) => sinceArrival(part, root));
  const { queueId, host, mta, arrived, origin, clientIp, account, sender, size, rejectedClass } = root;
  return {
    queueId,
    alsoQueueIds: parts.slice(1).map((part) => part.queueId),
    host,
    mta,
    messageId: root.messageId ?? root.children?.[0]?.messageId ?? null,
    arrived,
    ended,
    origin,
    clientIp,
    account,
    sender,
    size,
    recipients,
    rejectedClass,
    outcome: outcomeOf(parts, recipients, ended !== null),
  };
}

/** Null: one of the two has not ended. */
function laterOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}

/** Every message of the mail, parents first. */
function* members(root: OpenMessage): Generator<OpenMessage> {
  yield root;
  for (const child of root.children ?? []) yield* members(child);
}

/** Without those who were only handed on within the mail system. */
function withoutHops({ recipients }: OpenMessage): Recipient[] {
  return recipients.filter((recipient) => recipient.outcome !== 'filtered');
}

/** Each part counts the delay from its own beginning, the mail from its arrival. */
function sinceArrival(part: OpenMessage, root: OpenMessage): Recipient[] {
  const recipients = withoutHops(part);
  const { arrived } = root;
  if (part === root || arrived === null) return recipients;
  const settled =
    // Who is waiting still when a requeued message is gone got another address on the way.
    part.link === 'requeued' && part.ended !== null
      ? recipients.filter((recipient) => recipient.outcome !== 'deferred')
      : recipients;
  return settled.map((recipient) => {
    const { last, delay } = recipient;
    return last === null ? recipient : { ...recipient, delay: Math.max(delay ?? 0, (last - arrived) / 1000) };
  });
}
