import { Buffer } from 'node:buffer';
import type { TracedLine } from './line-reader.ts';

/** The line as it stands in the input; with what the parser took out of it as a secret taken out here as well. */
export function rawText({ event, raw }: TracedLine): string {
  const line = Buffer.from(raw, 'latin1').toString('utf8').replace(/\r$/, '');
  if (line.includes(event.text)) return line;
  const time = event.time === null ? '' : `${new Date(event.time).toISOString()} `;
  const pid = event.pid === null ? '' : `[${event.pid}]`;
  return `${time}${event.host ?? '-'} ${event.program ?? event.mta}${pid}: ${event.text}`;
}
