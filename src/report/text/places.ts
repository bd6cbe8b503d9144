import { formatCount } from '../../format/number.ts';
import type { Section } from './page.ts';
import { table } from './table.ts';

/** What is full, ours and theirs, and since when. Whether it still is shows in what waits. */
export const places: Section = (page, { storage }) => {
  page.title('WHAT IS FULL');
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
      { title: 'since', most: 17 },
      { title: 'place' },
    ],
    storage.places.map((row) => [
      formatCount(row.count),
      formatCount(row.waiting),
      row.side,
      row.kind,
      page.time(row.first),
      row.place,
    ]),
  );
};
