import { formatCount, formatPlural } from '../../format/number.ts';
import type { Page, Section } from './page.ts';
import { table } from './table.ts';

/** Addresses that fail most. */
export const clients: Section = (page, { auth }) => {
  page.title('TOP CLIENTS');
  if (auth.clients.length === 0) {
    page.line(' Nobody tried to log in.');
    return;
  }
  table(
    page,
    [
      { title: 'failed', right: true },
      { title: 'let in', right: true },
      { title: 'accounts', right: true },
      { title: 'client', most: 39 },
      { title: 'from, to' },
    ],
    auth.clients.map((row) => [
      formatCount(row.failed),
      formatCount(row.succeeded),
      formatCount(row.accounts),
      row.client,
      spanText(page, row.first, row.last),
    ]),
  );
  folded(page, auth.folded.clients);
};

/** Accounts that fail most. */
export const accounts: Section = (page, { auth }) => {
  page.title('TOP ACCOUNTS');
  if (auth.accounts.length === 0) {
    page.line(' No account was named.');
    return;
  }
  table(
    page,
    [
      { title: 'failed', right: true },
      { title: 'let in', right: true },
      { title: 'clients', right: true },
      { title: 'account', most: 36 },
      { title: 'from, to' },
    ],
    auth.accounts.map((row) => [
      formatCount(row.failed),
      formatCount(row.succeeded),
      formatCount(row.clients),
      row.account,
      spanText(page, row.first, row.last),
    ]),
  );
  folded(page, auth.folded.accounts);
};

function spanText(page: Page, first: string | null, last: string | null): string {
  const [from, to] = [page.time(first), page.time(last)];
  return from === to ? from : `${from}, ${to}`;
}

function folded(page: Page, count: number): void {
  if (count > 0) page.line(`  and ${formatPlural(count, 'attempt')} of others that came once or twice`);
}
