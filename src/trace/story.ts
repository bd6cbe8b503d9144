// A mail with the lines that tell of it.
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import type { TracedLine } from './line-reader.ts';
import { messageIdOf } from './follow.ts';
import { sessionLines } from './session.ts';

export interface Story {
  readonly message: Message;
  /** In time order. */
  readonly lines: readonly TracedLine[];
  /** The query itself matches it; otherwise it is tied to one that does. */
  readonly matched: boolean;
}

/** One story for each mail that has one of the `ids`. */
export function storiesOf(
  lines: readonly TracedLine[],
  messages: readonly Message[],
  ids: ReadonlySet<string>,
  matched: ReadonlySet<string>,
): Story[] {
  const known = messages.filter((message) => idsOf(message).some((id) => ids.has(id)));
  const all = [...known, ...unknown(lines, known, ids)];
  const byId = new Map<string, Message[]>();
  for (const message of all) {
    for (const id of idsOf(message)) byId.set(id, [...(byId.get(id) ?? []), message]);
  }
  const own = new Map<Message, TracedLine[]>(all.map((message) => [message, []]));
  for (const line of lines) {
    const message = ownerOf(line.event, byId.get(line.event.queueId ?? '') ?? []);
    if (message !== null) own.get(message)?.push(line);
  }
  return all.map((message) => {
    const named = own.get(message) ?? [];
    const told = new Set(named);
    for (const line of named) {
      if (line.event.kind !== 'arrival') continue;
      for (const other of sessionLines(line, lines)) told.add(other);
    }
    for (const line of beside(named, lines)) told.add(line);
    return {
      message,
      lines: inOrder([...told]),
      matched: idsOf(message).some((id) => matched.has(id)),
    };
  });
}

export function idsOf({ queueId, alsoQueueIds }: Message): string[] {
  return [queueId, ...alsoQueueIds];
}

export function inOrder(lines: readonly TracedLine[]): TracedLine[] {
  return [...lines].sort(
    (a, b) => (a.event.time ?? 0) - (b.event.time ?? 0) || a.file - b.file || a.offset - b.offset,
  );
}

/** Stamps of several daemons differ by a little. */
const SLACK_MS = 2000;

/** Short ids are used again: the line is about the latest mail that had begun by then. */
function ownerOf({ host, time }: MailEvent, candidates: readonly Message[]): Message | null {
  const here = candidates.filter((message) => message.host === host);
  const [first, ...others] = here.sort((a, b) => (a.arrived ?? 0) - (b.arrived ?? 0));
  if (first === undefined) return null;
  return others.findLast(({ arrived }) => (arrived ?? 0) <= (time ?? 0) + SLACK_MS) ?? first;
}

/** Lines of programs that know the mail by its Message-ID alone: mailbox servers, filters. */
function beside(named: readonly TracedLine[], lines: readonly TracedLine[]): TracedLine[] {
  const messageIds = new Set(named.map(({ event }) => messageIdOf(event)));
  messageIds.delete(null);
  if (messageIds.size === 0) return [];
  return lines.filter(({ event }) => event.queueId === null && messageIds.has(messageIdOf(event)));
}

/** Ids whose lines make no mail: probes, single warnings. */
function unknown(
  lines: readonly TracedLine[],
  known: readonly Message[],
  ids: ReadonlySet<string>,
): Message[] {
  const told = new Set(known.flatMap((message) => idsOf(message).map((id) => `${message.host} ${id}`)));
  const others = new Map<string, Message>();
  for (const { event } of lines) {
    const { queueId, host } = event;
    if (queueId === null || !ids.has(queueId)) continue;
    const key = `${host} ${queueId}`;
    if (!told.has(key) && !others.has(key)) others.set(key, bare(queueId, event));
  }
  return [...others.values()];
}

function bare(queueId: string, { host, mta, time }: MailEvent): Message {
  return {
    queueId,
    alsoQueueIds: [],
    host,
    mta,
    messageId: null,
    arrived: time,
    ended: null,
    origin: null,
    clientIp: null,
    account: null,
    sender: null,
    size: null,
    recipients: [],
    outcome: 'open',
    rejectedClass: null,
  };
}
