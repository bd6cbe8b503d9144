// `mailtop trace`: the whole story of the mails that match a queue id, Message-ID, address, domain, IP or account.
import { Clock } from '../../format/time.ts';
import { nearest } from '../../format/nearest.ts';
import { MailtopError, UsageError } from '../../model/errors.ts';
import type { RunOptions } from '../../model/run.ts';
import { openSources } from '../../sources/index.ts';
import { traceJson } from '../../trace/json.ts';
import { numberLines } from '../../trace/line-numbers.ts';
import { readQuery, type Query } from '../../trace/query.ts';
import { tracePage } from '../../trace/text/page.ts';
import { trace as traceMail, type Trace } from '../../trace/trace.ts';
import { EXIT } from '../exit-code.ts';
import { writeOutput } from '../output.ts';
import { option, type CommandLine } from '../parse.ts';
import { operandsOf } from '../read-input.ts';
import { renderOptions } from '../render-options.ts';
import { runOptions } from '../run-options.ts';
import { spool } from '../spool.ts';
import { printError } from '../stderr.ts';

/** Mails told of, unless `--top` says otherwise. */
const MAILS = 20;

export async function trace(line: CommandLine): Promise<number> {
  const format = formatAsked(line);
  const query = queryAsked(line);
  const options = runOptions(line, MAILS);
  const verbose = line.values.has('verbose');
  const { sources: opened, problems } = await openSources(
    await operandsOf({ ...line, operands: line.operands.slice(1) }),
  );
  for (const problem of problems) printError(problem, verbose);
  if (opened.length === 0) return EXIT.usage;
  let incomplete = problems.length > 0;

  const { sources, remove } = await spool(opened);
  try {
    const traced = await traceMail(query, sources, options, (error) => {
      if (!(error instanceof MailtopError)) throw error;
      printError(error, verbose);
      incomplete = true;
    });
    const isFound = traced.stories.length > 0 || traced.others.length > 0;
    if (!isFound) printError(notFound(traced, query, options), verbose);
    const raw = line.values.has('raw');
    const render = renderOptions(line, options);
    if (format === 'json') {
      await numberLines(sources, [...traced.stories.flatMap(({ lines }) => lines), ...traced.others]);
      await writeOutput(line, traceJson(traced, render.indent, raw));
    } else if (isFound) {
      await writeOutput(line, tracePage(traced, render, raw ? 'raw' : 'words'));
    }
    return isFound && !incomplete ? EXIT.done : EXIT.incomplete;
  } finally {
    await remove();
  }
}

function queryAsked(line: CommandLine): Query {
  const words = line.operands[0];
  const query = words === undefined ? null : readQuery(words);
  if (query !== null) return query;
  throw new UsageError(
    'trace: nothing to look for',
    'mailtop trace QUERY [FILE...]: a queue id, Message-ID, address, domain, IP or account',
  );
}

function notFound({ span }: Trace, { text }: Query, { timezone, from, to }: RunOptions): MailtopError {
  const clock = new Clock(timezone);
  const range = span === null ? '' : ` (${clock.full(span.from)} to ${clock.full(span.to)})`;
  const hint =
    from !== null || to !== null
      ? 'look in a longer time: leave out --from and --to'
      : 'name the older files of the log too; queue ids: upper and lower case count';
  return new MailtopError('no-match', `${text}: not in these files${range}`, hint);
}

function formatAsked(line: CommandLine): 'text' | 'json' {
  const asked = option(line, 'format') ?? 'text';
  if (asked === 'text' || asked === 'json') return asked;
  const close = nearest(asked, ['text', 'json']);
  throw new UsageError(
    `--format ${asked}: unknown format`,
    close === null ? 'one of text, json' : `did you mean ${close}?`,
  );
}
