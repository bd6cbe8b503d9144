import { formatPlural } from '../../format/number.ts';
import type { Section } from './page.ts';

const MOST_LINES = 5;

/** Lines of mail programs that are in no figure. */
export const unrecognized: Section = (page, { input }) => {
  page.title(`NOT UNDERSTOOD  ${formatPlural(input.unrecognized, 'line')}`);
  if (input.unrecognized === 0) {
    page.line(' Every line of a mail program was understood.');
    return;
  }
  for (const sample of input.unrecognized_samples.slice(0, MOST_LINES)) {
    page.line(` ${sample.path}:${sample.line} ${sample.program ?? '-'}: ${sample.text}`);
  }
};
