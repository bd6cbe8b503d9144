import { formatBytes, formatPlural, formatShare } from '../../format/number.ts';
import type { Section } from './page.ts';

const MOST_HOSTS = 4;

/** Which servers, which time, how much of it was read and understood. */
export const heading: Section = (page, { input, range }) => {
  const hosts = input.hosts.slice(0, MOST_HOSTS).join(', ');
  const more = input.hosts.length > MOST_HOSTS ? ` +${input.hosts.length - MOST_HOSTS}` : '';
  page.line(hosts === '' ? 'mailtop report' : `mailtop report for ${hosts}${more}`);
  page.line(
    range.from === null || range.to === null
      ? 'No line has a time.'
      : `${page.clock.full(range.from)} to ${page.clock.full(range.to)} (${page.clock.offset(range.to)})`,
  );
  const { files, bytes, lines, events, unrecognized } = input;
  const unread =
    unrecognized === 0 ? 'all understood' : `${formatShare(unrecognized, events, 2)} not understood`;
  page.line(
    `${formatPlural(files.length, 'file')}, ${formatBytes(bytes)}, ${formatPlural(lines, 'line')}, ` +
      (events === 0 ? 'none of a mail program' : unread),
  );
};
