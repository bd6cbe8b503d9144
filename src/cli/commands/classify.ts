// `mailtop classify`: reply texts in, one a line; what each means out, as NDJSON.
import ndjson from 'ndjson';
import { pipeline } from 'node:stream/promises';
import { explainLines } from '../../classify/lines.ts';
import { LineSplitter } from '../../lines/line-splitter.ts';
import { harmless } from '../../sinks/ndjson.ts';
import { openSources } from '../../sources/index.ts';
import { EXIT } from '../exit-code.ts';
import type { CommandLine } from '../parse.ts';
import { printError } from '../stderr.ts';

export async function classify(line: CommandLine): Promise<number> {
  const { sources, problems } = await openSources(line.operands.length === 0 ? ['-'] : line.operands);
  for (const problem of problems) printError(problem, line.values.has('verbose'));
  if (sources.length === 0) return EXIT.usage;
  await pipeline(explainLines(texts(sources)), ndjson.stringify(), escapeRows, process.stdout, {
    end: false,
  });
  return problems.length === 0 ? EXIT.done : EXIT.incomplete;
}

type Sources = Awaited<ReturnType<typeof openSources>>['sources'];

async function* texts(sources: Sources): AsyncGenerator<string> {
  for (const source of sources) {
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
}

async function* escapeRows(chunks: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield harmless(String(chunk));
}
