import { formatCount, formatPlural } from '../../format/number.ts';
import type { Section } from './page.ts';

const MOST_LINES = 5;
const LONGEST_NAME = 30;

/** Lines of mail programs that are in no figure: whose, how many, the first of them. */
export const unrecognized: Section = (page, { input }) => {
  page.title(`NOT UNDERSTOOD  ${formatPlural(input.unrecognized, 'line')}`);
  if (input.unrecognized === 0) {
    page.line(' Every line of a mail program was understood.');
    return;
  }
  page.list(
    ' ',
    input.unrecognized_programs
      .slice(0, MOST_LINES)
      .map(
        ({ program, count }) =>
          `${page.cut(page.plain(program ?? 'no program'), LONGEST_NAME)} ${formatCount(count)}`,
      ),
  );
  for (const sample of input.unrecognized_samples.slice(0, MOST_LINES)) {
    page.line(` ${sample.path}:${sample.line} ${sample.program ?? '-'}: ${sample.text}`);
  }
};
