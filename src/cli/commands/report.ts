// `mailtop report`: reads once, reports once.
import { Analysis } from '../../pipeline.ts';
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
  const analysis = new Analysis(options);
  const conditions = failOn(line, analysis.snapshot());
  const status = await readInput(line, analysis);
  if (status === EXIT.usage) return status;
  const snapshot = analysis.snapshot();
  await writeOutput(line, format.render(snapshot, renderOptions(line, options)));
  const held = conditions.filter((condition) => condition.holds(snapshot));
  for (const condition of held) printNote(`--fail-on ${condition.text} holds`);
  return held.length > 0 ? EXIT.incomplete : status;
}
