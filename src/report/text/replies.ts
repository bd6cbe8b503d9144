import { formatCount, formatShare } from '../../format/number.ts';
import type { Section } from './page.ts';
import { table } from './table.ts';

/** Every code that was said, and what it meant. */
export const replies: Section = (page, { replies: view }) => {
  if (view.total === 0) {
    page.title('REPLIES');
    page.line(' No reply was logged in this range.');
  } else {
    const { inbound, outbound } = view.by_direction;
    page.title(
      `REPLIES  ${formatCount(view.total)}: ${formatCount(inbound)} by us, ${formatCount(outbound)} to us`,
    );
    const classes = Object.entries(view.by_class).map(
      ([name, count]) => `${name} ${formatCount(count)} (${formatShare(count, view.total)})`,
    );
    page.list(' ', classes);
  }
  const implied = Object.entries(view.implied.by_code).map(
    // Of the challenges only those that a line proves; the estimate stands with the logins.
    ([code, count]) => `${code} ${code === '334' ? 'at least ' : ''}${formatCount(count)}`,
  );
  if (implied.length > 0) page.list(' implied  ', implied);
  if (view.codes.length === 0) return;
  table(
    page,
    [
      { title: 'count', right: true },
      { title: 'code', most: 14 },
      { title: 'way' },
      { title: 'reason' },
      { title: 'example' },
    ],
    view.codes.map((row) => [
      formatCount(row.count),
      row.enhanced_code === null ? String(row.code) : `${row.code} ${row.enhanced_code}`,
      WAYS[row.direction],
      row.reason,
      withoutCode(row.example),
    ]),
  );
};

/** The codes stand in a column of their own. */
function withoutCode(reply: string): string {
  return reply.replace(/^[2-5]\d\d(?:[ -]|$)(?:[245]\.\d{1,3}\.\d{1,3} ?)?/, '');
}

const WAYS = { inbound: 'in', outbound: 'out', local: '-' } as const;
