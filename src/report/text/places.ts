import { formatCount } from '../../format/number.ts';
import type { Section } from './page.ts';
import { table } from './table.ts';

/** What is full, ours and theirs. */
export const places: Section = (page, { storage }) => {
  page.title('PLACES');
  if (storage.places.length === 0) {
    page.line(' Nothing was full.');
    return;
  }
  table(
    page,
    [
      { title: 'count', right: true },
      { title: 'waiting', right: true },
      { title: 'side' },
      { title: 'kind' },
      { title: 'last', most: 17 },
      { title: 'place' },
    ],
    storage.places.map((row) => [
      formatCount(row.count),
      formatCount(row.waiting),
      row.side,
      row.kind,
      page.time(row.last),
      row.place,
    ]),
  );
};
