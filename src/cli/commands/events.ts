// `mailtop events`: NDJSON, one object for every line of a mail program.
import { Analysis } from '../../pipeline.ts';
import { eventRow } from '../../sinks/event-row.ts';
import { NdjsonWriter } from '../../sinks/ndjson.ts';
import { eventFilter } from '../event-filter.ts';
import type { CommandLine } from '../parse.ts';
import { readInput } from '../read-input.ts';
import { runOptions } from '../run-options.ts';

export async function events(line: CommandLine): Promise<number> {
  const writer = new NdjsonWriter(process.stdout);
  const wanted = eventFilter(line);
  const analysis = new Analysis(runOptions(line, 1), {
    events: (batch) => writer.write(batch.filter(wanted).map(eventRow)),
  });
  return readInput(line, analysis);
}
