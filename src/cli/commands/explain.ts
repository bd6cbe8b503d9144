// `mailtop explain`: what codes, reasons and whole replies mean, how to fix them, and how they differ.
import { explain as explainWords } from '../../explain/explain.ts';
import { LANGUAGES, languageOf, languageOfLocale, type Language } from '../../explain/language.ts';
import { explanationPage } from '../../explain/page.ts';
import { harmless } from '../../format/harmless-json.ts';
import { MailtopError, UsageError } from '../../model/errors.ts';
import { EXIT } from '../exit-code.ts';
import { option, type CommandLine } from '../parse.ts';
import { printError } from '../stderr.ts';
import { textOrJson } from '../text-or-json.ts';

export async function explain(line: CommandLine): Promise<number> {
  const format = textOrJson(line);
  const language = languageAsked(line);
  if (line.operands.length === 0) {
    throw new UsageError('explain: no code given', 'for example: mailtop explain 334 452');
  }
  const explanation = await explainWords(line.operands, language);
  if (explanation.entries.length > 0 || format === 'json') {
    process.stdout.write(
      format === 'json'
        ? harmless(JSON.stringify(explanation, null, 2)) + '\n'
        : explanationPage(explanation),
    );
  }
  for (const { message, hint } of explanation.problems) {
    printError(new MailtopError('unknown-code', message, hint), line.values.has('verbose'));
  }
  if (explanation.problems.length === 0) return EXIT.done;
  return explanation.entries.length === 0 ? EXIT.usage : EXIT.incomplete;
}

function languageAsked(line: CommandLine): Language {
  const asked = option(line, 'lang');
  if (asked === null) return languageOfLocale(process.env);
  const language = languageOf(asked);
  if (language === null) {
    throw new UsageError(`--lang ${asked}: unknown language`, `one of ${LANGUAGES.join(', ')}`);
  }
  return language;
}
