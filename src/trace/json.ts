// A trace for programs: `mailtop-trace/1`, mails and events as in `mailtop messages` and `mailtop events`.
import { eventRow } from '../sinks/event-row.ts';
import { messageRow } from '../sinks/message-row.ts';
import { harmless } from '../format/harmless-json.ts';
import type { TracedLine } from './line-reader.ts';
import { rawText } from './raw-text.ts';
import type { Trace } from './trace.ts';

/** @param withRaw every event has a field `raw` with the line as it stands in the file. */
export function traceJson(trace: Trace, indent: boolean, withRaw: boolean): string {
  const row = (line: TracedLine): object =>
    withRaw ? { ...eventRow(line.event), raw: rawText(line) } : eventRow(line.event);
  const { span } = trace;
  const document = {
    schema: 'mailtop-trace/1',
    query: trace.query,
    range: { from: isoTime(span?.from), to: isoTime(span?.to) },
    messages: trace.stories.map(({ message, matched, lines }) => ({
      ...messageRow(message),
      matched,
      events: lines.map(row),
    })),
    more_queue_ids: trace.moreIds,
    other_events: trace.others.map(row),
    more_other_events: trace.moreOthers,
  };
  return harmless(JSON.stringify(document, null, indent ? 2 : 0)) + '\n';
}

function isoTime(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
