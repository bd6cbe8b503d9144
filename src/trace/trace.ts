// READ THIS FIRST. A trace: look for ids that match, follow them through the inputs, tell what became of each mail.
//
//   look      lines that may match, by a search over raw bytes     queue ids, lines that name none
//   follow    lines of these ids, and of those they lead to        ids of the same mails and of their notifications
//   session   lines of the processes that took them in             connect, TLS, login, disconnect
//   stories   all of them through the usual pipeline               mails with their lines
import { keep } from '../model/keep.ts';
import type { RunOptions } from '../model/run.ts';
import type { Source } from '../model/source.ts';
import { Evidence, type OnProblem } from './evidence.ts';
import { follow } from './follow.ts';
import type { TracedLine } from './line-reader.ts';
import type { Query } from './query.ts';
import { chosen } from './select.ts';
import { sessionSearch } from './session.ts';
import { SpanReader, type Span } from './span.ts';
import { inOrder, storiesOf, type Story } from './story.ts';

export interface Trace {
  readonly query: string;
  /** From when to when the inputs go. */
  readonly span: Span | null;
  /** In the order in which they began. */
  readonly stories: readonly Story[];
  /** Queue ids that match as well and are not told of. */
  readonly moreIds: number;
  /** The latest lines that match and are about no mail: logins, refusals before one was taken in. */
  readonly others: readonly TracedLine[];
  /** How many such lines there are before them. */
  readonly moreOthers: number;
}

/** @param options `top` mails are told at most, the newest. */
export async function trace(
  query: Query,
  sources: readonly Source[],
  options: RunOptions,
  onProblem: OnProblem,
): Promise<Trace> {
  const span = new SpanReader();
  const evidence = new Evidence(sources, options, span, onProblem);
  const found = (await findId(query, evidence)) ?? (await find(query, evidence, options.top));
  const newest = [...found.ids].slice(-options.top * IDS_PER_MAIL);
  const ids = found.followed ?? (await follow(evidence, newest));
  let { lines, messages } = await evidence.read();
  const session = sessionSearch(
    lines.filter(({ event }) => isArrival(event, ids)),
    sources,
  );
  if (session !== null) await evidence.pick(session.pattern, session.windows);
  for (const line of found.others) evidence.add(line);
  if (session !== null || found.others.length > 0) ({ lines, messages } = await evidence.read());

  const stories = chosen(storiesOf(lines, messages, ids, found.ids), options.top);
  const told = new Set(stories.flatMap((story) => story.lines.map(placeOf)));
  const others = found.others.map(placeOf);
  return {
    query: query.text,
    span: await span.read(options),
    stories,
    moreIds: countMore(found.ids, stories),
    others: inOrder(lines.filter((line) => others.includes(placeOf(line)) && !told.has(placeOf(line)))),
    moreOthers: found.otherCount - found.others.length,
  };
}

/** A mail may match under the id that a filter gave it, and under that of its notification. */
const IDS_PER_MAIL = 3;

interface Found {
  /** The one seen latest is the last. */
  readonly ids: ReadonlySet<string>;
  readonly others: readonly TracedLine[];
  readonly otherCount: number;
  /** What they lead to, where that is known already. */
  readonly followed: Set<string> | null;
}

/** One exact search, where the query looks like a queue id. Null: there is no such id. */
async function findId(query: Query, evidence: Evidence): Promise<Found | null> {
  if (!query.mayBeId) return null;
  const followed = await follow(evidence, [query.text]);
  const { lines } = await evidence.read();
  const isKnown = lines.some(({ event }) => event.queueId === query.text || event.relatedId === query.text);
  if (!isKnown) return null;
  return { ids: new Set([query.text]), others: [], otherCount: 0, followed };
}

async function find(query: Query, evidence: Evidence, top: number): Promise<Found> {
  const ids = new Set<string>();
  let others: TracedLine[] = [];
  let otherCount = 0;
  await evidence.look(query.pattern, (lines) => {
    for (const line of lines) {
      const { event } = line;
      if (!query.matches(event)) continue;
      if (event.queueId !== null) {
        const id = keep(event.queueId);
        ids.delete(id);
        ids.add(id);
      } else if (!SAYS_LITTLE.has(event.kind)) {
        otherCount++;
        others.push(line);
        if (others.length > top * 2) others = others.slice(-top);
      }
    }
  });
  return { ids, others: others.slice(-top), otherCount, followed: null };
}

/** Every connection has them. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  'connect',
  'disconnect',
  'tls',
  'statistics',
  'continuation',
]);

function isArrival({ kind, queueId }: TracedLine['event'], ids: ReadonlySet<string>): boolean {
  return kind === 'arrival' && queueId !== null && ids.has(queueId);
}

function placeOf({ file, offset }: TracedLine): string {
  return `${file} ${offset}`;
}

function countMore(ids: ReadonlySet<string>, stories: readonly Story[]): number {
  const told = new Set(stories.flatMap(({ message }) => [message.queueId, ...message.alsoQueueIds]));
  return [...ids].filter((id) => !told.has(id)).length;
}
