import { formatBytes, formatCount, formatPlural, formatShare } from '../../format/number.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Page, Section } from './page.ts';

const MOST_HOSTS = 4;

/** Which servers, which time, how much of it was read and understood. */
export const heading: Section = (page, { input, range }) => {
  const hosts = input.hosts.slice(0, MOST_HOSTS).join(', ');
  const more = input.hosts.length > MOST_HOSTS ? ` +${input.hosts.length - MOST_HOSTS}` : '';
  page.line(hosts === '' ? 'mailtop report' : `mailtop report for ${hosts}${more}`);
  const { files, bytes, lines, events, unrecognized, outside_range: outside, truncated } = input;
  page.line(timesOf(page, range, outside));
  const unread =
    unrecognized === 0 ? 'all understood' : `${formatShare(unrecognized, events, 2)} not understood`;
  const parts = [
    formatPlural(files.length, 'file'),
    formatBytes(bytes),
    formatPlural(lines, 'line'),
    ...(outside.lines === 0 ? [] : [`${formatCount(outside.lines)} outside this time`]),
    ...(truncated === 0 ? [] : [`${formatCount(truncated)} too long and cut`]),
    ...(events > 0 ? [unread] : outside.lines > 0 ? [] : ['none of a mail program']),
  ];
  page.list('', parts, ', ');
};

function timesOf(page: Page, range: Snapshot['range'], outside: Snapshot['input']['outside_range']): string {
  if (range.from !== null && range.to !== null) return span(page, range.from, range.to);
  if (outside.from === null || outside.to === null) return 'No line has a time.';
  return `Nothing in this time. Lines: ${span(page, outside.from, outside.to)}`;
}

function span(page: Page, from: string, to: string): string {
  return `${page.clock.full(from)} to ${page.clock.full(to)} (${page.clock.offset(to)})`;
}
