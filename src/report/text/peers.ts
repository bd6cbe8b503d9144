import { formatCount } from '../../format/number.ts';
import type { Section } from './page.ts';
import { table } from './table.ts';

/** Other servers that mail to them failed at, with or without a reply. */
export const peers: Section = (page, { peers: view }) => {
  const rows = view.rows.filter(({ direction }) => direction === 'outbound');
  page.title('OTHER SERVERS');
  if (rows.length === 0) {
    page.line(' No other server made trouble.');
    return;
  }
  table(
    page,
    [
      { title: 'count', right: true },
      { title: 'final', right: true },
      { title: 'reason' },
      { title: 'last', most: 17 },
      { title: 'server' },
    ],
    rows.map((row) => [
      formatCount(row.count),
      formatCount(row.permanent),
      row.reason,
      page.time(row.last),
      row.peer,
    ]),
  );
};
