import { formatCount } from '../../format/number.ts';
import { displayWidth, fitLeft, fitRight } from '../../format/width.ts';
import type { CompareRow } from '../../model/compare.ts';
import type { Section } from './page.ts';

/** Another program's numbers beside ours, and why they differ. Numbers are whole, so that they can be looked up there. */
export const compare: Section = (page, { compare: view }) => {
  if (view === null) return;
  page.title(`BESIDE ${view.with.toUpperCase()}  counted by the rules of ${view.rules}`);
  for (const note of view.notes) page.wrap(' ', note);
  const cells = view.rows.map(({ what, theirs, ours }) => [what, whole(theirs), whole(ours)] as const);
  const names = Math.max(...cells.map(([what]) => displayWidth(what)));
  const numbers = Math.max(
    'theirs'.length,
    ...cells.flatMap(([, theirs, ours]) => [displayWidth(theirs), displayWidth(ours)]),
  );
  const head = (what: string, theirs: string, ours: string): string =>
    `  ${fitLeft(what, names)}  ${fitRight(theirs, numbers)}  ${fitRight(ours, numbers)}  `;
  page.line(`${head('', 'theirs', 'ours')}why`);
  for (const [index, [what, theirs, ours]] of cells.entries())
    page.wrap(head(what, theirs, ours), reason(view.rows[index]));
};

/** `formatCount` without its shortening of millions. */
function whole(count: number | null): string {
  if (count === null || count < MILLION) return formatCount(count);
  return `${formatCount(Math.floor(count / MILLION))},${grouped(count % MILLION)}`;
}

function reason(row: CompareRow | undefined): string {
  return row?.why ?? 'the same';
}

function grouped(rest: number): string {
  const digits = String(rest).padStart(6, '0');
  return `${digits.slice(0, 3)},${digits.slice(3)}`;
}

const MILLION = 1_000_000;
