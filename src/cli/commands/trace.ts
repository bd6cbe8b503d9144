// `mailtop trace`: the whole story of the mails that match a queue id, Message-ID, address, domain, IP or account.
import { Clock } from '../../format/time.ts';
import { MailtopError, UsageError } from '../../model/errors.ts';
import type { RunOptions } from '../../model/run.ts';
import { openSources } from '../../sources/index.ts';
import { traceJson } from '../../trace/json.ts';
import { numberLines } from '../../trace/line-numbers.ts';
import { readQuery, type Query } from '../../trace/query.ts';
import { tracePage } from '../../trace/text/page.ts';
import { trace as traceMail, type Trace } from '../../trace/trace.ts';
import { EXIT } from '../exit-code.ts';
import { checkOutput, writeOutput } from '../output.ts';
import type { CommandLine } from '../parse.ts';
import { operandsOf } from '../read-input.ts';
import { renderOptions } from '../render-options.ts';
import { runOptions } from '../run-options.ts';
import { spool } from '../spool.ts';
import { printError } from '../stderr.ts';
import { textOrJson } from '../text-or-json.ts';

/** Mails told of, unless `--top` says otherwise. */
const MAILS = 20;

export async function trace(line: CommandLine): Promise<number> {
  const format = textOrJson(line);
  checkOutput(line);
  const query = queryAsked(line);
  const options = runOptions(line, MAILS);
  const verbose = line.values.has('verbose');
  const { sources: opened, problems } = await openSources(
    await operandsOf({ ...line, operands: line.operands.slice(1) }),
  );
  let incomplete = false;
  const report = (error: unknown): void => {
    if (!(error instanceof MailtopError)) throw error;
    printError(error, verbose);
    incomplete = true;
  };
  problems.forEach(report);

  const { sources, remove } = await spool(opened, report);
  if (sources.length === 0) return EXIT.usage;
  try {
    const traced = await traceMail(query, sources, options, report);
    if (traced.span === null && sources.every(({ size }) => size !== 0) && incomplete) return EXIT.usage;
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
    remove();
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
  let hint = 'name the older files of the log too; queue ids: upper and lower case count';
  if (from !== null || to !== null) hint = 'look in a longer time: leave out --from and --to';
  if (span === null) hint = 'is it the mail log? mailtop reads those of Postfix, Exim and Dovecot';
  return new MailtopError('no-match', `${text}: not in these files${range}`, hint);
}
