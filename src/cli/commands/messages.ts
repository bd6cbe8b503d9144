// `mailtop messages`: NDJSON, one object for every mail, each followed through all its queue ids.
import { Analysis } from '../../pipeline.ts';
import { messageRow } from '../../sinks/message-row.ts';
import { NdjsonWriter } from '../../sinks/ndjson.ts';
import type { CommandLine } from '../parse.ts';
import { readInput } from '../read-input.ts';
import { runOptions } from '../run-options.ts';

export async function messages(line: CommandLine): Promise<number> {
  const writer = new NdjsonWriter(process.stdout);
  const analysis = new Analysis(runOptions(line, 1), {
    messages: (mails) => writer.write(mails.map(messageRow)),
  });
  const status = await readInput(line, analysis);
  // What has not ended comes last, as far as it went.
  await writer.write([...analysis.open()].map(messageRow));
  return status;
}
