import type { Relation } from '../model/event.ts';
import { idsOf, type Story } from './story.ts';

/** A notification, a copy or the next server's mail begins within this time of the line that names it. */
const LINKED_WITHIN_MS = 10 * 60_000;

/** The newest `top` of those that match, and what they are tied to, in the order in which they began. */
export function chosen(stories: readonly Story[], top: number): Story[] {
  const told = new Set(
    stories
      .filter(({ matched, lines }) => matched && lines.length > 0)
      .sort(byBegin)
      .slice(-top),
  );
  for (let before = -1; before !== told.size;) {
    before = told.size;
    for (const story of stories) {
      if (!told.has(story) && [...told].some((other) => names(story, other) || names(other, story)))
        told.add(story);
    }
  }
  return [...told].sort(byBegin);
}

/** A notification may begin within the second of its mail: then the lines tell which was first. */
function byBegin(a: Story, b: Story): number {
  const [one] = a.lines;
  const [other] = b.lines;
  const byPlace =
    one === undefined || other === undefined ? 0 : one.file - other.file || one.offset - other.offset;
  return begin(a) - begin(b) || byPlace;
}

export function begin({ message, lines }: Story): number {
  return message.arrived ?? lines[0]?.event.time ?? 0;
}

/** Whether a line of `story` names the mail of `other`, at the time when the younger of the two began. */
function names(story: Story, other: Story): boolean {
  const ids = idsOf(other.message);
  return story.lines.some(({ event: { queueId, relatedId, relation, time } }) => {
    if (relatedId === null || queueId === null || !ids.includes(relatedId)) return false;
    const younger = relation !== null && NAMES_THE_OLDER.has(relation) ? story.message : other.message;
    return isNear(time, younger.arrived);
  });
}

const NAMES_THE_OLDER: ReadonlySet<Relation> = new Set<Relation>(['bounce-of', 'original', 'requeued-from']);

function isNear(time: number | null, arrived: number | null): boolean {
  return time === null || arrived === null || Math.abs(arrived - time) <= LINKED_WITHIN_MS;
}
