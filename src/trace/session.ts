// The other lines of the connection in which a mail came in: the same process of the same host, from its connect line to
// its disconnect line.
import type { Source } from '../model/source.ts';
import type { Windows } from './found-lines.ts';
import { wordPattern, type LinePattern } from './line-pattern.ts';
import type { TracedLine } from './line-reader.ts';

/** A connection's lines stand not further than this from the line that takes the mail in. */
const WINDOW_BYTES = 8 * 1024 * 1024;
/** Without a connect line in sight only what is this near may be the same connection. */
const NEAR_MS = 60_000;

/** Where to look for them; null when no line tells its process. */
export function sessionSearch(
  arrivals: readonly TracedLine[],
  sources: readonly Source[],
): { pattern: LinePattern; windows: Map<number, Windows> } | null {
  const words = new Set<string>();
  const windows = new Map<number, { from: number; to: number }[]>();
  for (const arrival of arrivals) {
    const word = processWord(arrival);
    if (word === null) continue;
    words.add(word);
    for (const { file, from, to } of windowsAround(arrival, sources)) {
      const parts = windows.get(file);
      if (parts === undefined) windows.set(file, [{ from, to }]);
      else parts.push({ from, to });
    }
  }
  return words.size === 0 ? null : { pattern: wordPattern([...words], 'exact'), windows };
}

/** A connection may have begun at the end of the file before, or end in the one that follows. */
function windowsAround(
  { file, offset }: TracedLine,
  sources: readonly Source[],
): { file: number; from: number; to: number }[] {
  const windows = [{ file, from: offset - WINDOW_BYTES, to: offset + WINDOW_BYTES }];
  const before = sources[file - 1];
  if (offset < WINDOW_BYTES && before !== undefined && before.size !== null && before.compression === null)
    windows.push({ file: file - 1, from: before.size - WINDOW_BYTES, to: before.size });
  if (file + 1 < sources.length) windows.push({ file: file + 1, from: 0, to: WINDOW_BYTES });
  return windows;
}

/** How the process is written in this log: `smtpd[4603]`, `[4603]`, ` 4603 `, `"4603"`. */
function processWord({ event: { pid }, raw }: TracedLine): string | null {
  if (pid === null) return null;
  const forms = [`[${pid}]`, ` ${pid} `, `"${pid}"`];
  return forms.find((form) => raw.includes(form)) ?? null;
}

/** The lines of the connection of `arrival`, without those that name a message. */
export function sessionLines(arrival: TracedLine, lines: readonly TracedLine[]): TracedLine[] {
  const same = lines.filter((line) => isSameProcess(line, arrival));
  const at = same.findIndex((line) => line.file === arrival.file && line.offset === arrival.offset);
  if (at === -1) return [];
  let from = at;
  while (from > 0 && same[from]?.event.kind !== 'connect' && same[from - 1]?.event.kind !== 'disconnect')
    from--;
  let to = at;
  while (
    to < same.length - 1 &&
    same[to]?.event.kind !== 'disconnect' &&
    same[to + 1]?.event.kind !== 'connect'
  )
    to++;
  const isWhole = same[from]?.event.kind === 'connect';
  return same
    .slice(from, to + 1)
    .filter(({ event }) => event.queueId === null && (isWhole || isNear(event.time, arrival.event.time)));
}

function isSameProcess({ event }: TracedLine, { event: other }: TracedLine): boolean {
  return event.pid === other.pid && event.host === other.host && event.program === other.program;
}

function isNear(time: number | null, other: number | null): boolean {
  return time === null || other === null || Math.abs(time - other) <= NEAR_MS;
}
