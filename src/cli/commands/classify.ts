// `mailtop classify`: reply texts in, one a line; what each means out, as NDJSON.
import ndjson from 'ndjson';
import { isatty } from 'node:tty';
import { Readable } from 'node:stream';
import { explainLines } from '../../classify/lines.ts';
import { LineSplitter } from '../../lines/line-splitter.ts';
import type { Source } from '../../model/source.ts';
import { MailtopError } from '../../model/errors.ts';
import { harmless } from '../../format/harmless-json.ts';
import { openSources } from '../../sources/index.ts';
import { EXIT } from '../exit-code.ts';
import type { CommandLine } from '../parse.ts';
import { nameOf, printError, printHint, printNote } from '../stderr.ts';

export async function classify(line: CommandLine): Promise<number> {
  const paths = line.operands.length === 0 ? ['-'] : line.operands;
  if (paths.includes('-') && isatty(0)) printHint('type reply texts, one a line; Ctrl-D ends');
  const { sources, problems } = await openSources(paths);
  let status: number = EXIT.done;
  const report = (problem: MailtopError): void => {
    status = EXIT.incomplete;
    printError(problem, line.values.has('verbose'));
  };
  problems.forEach(report);
  if (sources.length === 0) return EXIT.usage;

  let rows = 0;
  for await (const row of stringified(explainLines(texts(sources, report)))) {
    rows++;
    if (!process.stdout.write(harmless(row))) await drained();
  }
  if (rows > 0) return status;
  if (status === EXIT.done)
    printNote(`${sources.map(({ path }) => nameOf(path)).join(', ')}: no reply text in it`);
  return EXIT.incomplete;
}

/** `stream.pipeline` waits for ever for the end of streams as old as those of `ndjson`. */
async function* stringified(rows: AsyncIterable<object>): AsyncGenerator<string> {
  const source = Readable.from(rows);
  const lines = ndjson.stringify();
  source.on('error', (error) => lines.destroy(error));
  for await (const line of source.pipe(lines)) yield String(line);
}

async function* texts(
  sources: readonly Source[],
  report: (problem: MailtopError) => void,
): AsyncGenerator<string> {
  for (const source of sources) {
    try {
      yield* textsOf(source);
    } catch (error) {
      if (!(error instanceof MailtopError)) throw error;
      report(error);
    }
  }
}

async function* textsOf(source: Source): AsyncGenerator<string> {
  let lines: string[] = [];
  const splitter = new LineSplitter((text, start, end) => lines.push(text.substring(start, end)));
  for await (const chunk of source.chunks()) {
    splitter.push(chunk);
    yield* lines;
    lines = [];
  }
  splitter.end();
  yield* lines;
}

function drained(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.once('drain', resolve);
  });
}
