// `mailtop report`: reads once, reports once.
import { Analysis } from '../../pipeline.ts';
import { comparisonOf } from '../compare.ts';
import { EXIT } from '../exit-code.ts';
import { failOn } from '../fail-on.ts';
import { checkOutput, defaultTop, formatOf, writeOutput } from '../output.ts';
import type { CommandLine } from '../parse.ts';
import { readInput } from '../read-input.ts';
import { renderOptions } from '../render-options.ts';
import { runOptions } from '../run-options.ts';
import { printNote } from '../stderr.ts';

export async function report(line: CommandLine): Promise<number> {
  const format = formatOf(line);
  checkOutput(line);
  const options = runOptions(line, defaultTop(format.name));
  const comparison = await comparisonOf(line);
  const analysis = new Analysis(
    options,
    comparison === null ? {} : { events: (events) => events.forEach((event) => comparison.add(event)) },
  );
  const conditions = failOn(line, analysis.snapshot());
  const status = await readInput(line, analysis);
  if (status === EXIT.usage) return status;
  const snapshot = analysis.snapshot();
  if (comparison !== null) snapshot.compare = comparison.view(snapshot);
  await writeOutput(line, format.render(snapshot, renderOptions(line, options)));
  const held = conditions.filter((condition) => condition.holds(snapshot));
  for (const condition of held) printNote(`--fail-on ${condition.text} holds`);
  return held.length > 0 ? EXIT.incomplete : status;
}
