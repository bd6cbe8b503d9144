// Many addresses at one account. Somebody who logs in here is worth a warning, a name that nobody has is not.
import { formatCount, formatPlural } from '../format/number.ts';
import type { AccountRow, Finding } from '../model/snapshot.ts';
import type { FindingRule } from './finding-rule.ts';
import { shellWord } from './shell-word.ts';
import { shownName } from './shown-name.ts';

/** A travelling person comes from two to four networks a day. */
const MANY_ADDRESSES = 8;
/** Whoever fails less often than this for each good login is the owner with too many devices. */
const OWNERS_SHARE = 3;
const MOST_NAMED = 5;

export const besiegedAccounts: FindingRule = ({ auth }) =>
  auth.accounts
    .filter(
      (row) =>
        row.clients >= MANY_ADDRESSES && row.failed >= Math.max(MANY_ADDRESSES, row.succeeded * OWNERS_SHARE),
    )
    .slice(0, MOST_NAMED)
    .map(guessedFromEverywhere);

function guessedFromEverywhere(row: AccountRow): Finding {
  const account = shownName(row.account);
  return {
    id: `distributed-guessing:${account}`,
    area: 'auth',
    severity: row.succeeded > 0 ? 'warning' : 'notice',
    title: `${formatPlural(row.clients, 'address', 'addresses')} try the password of ${account}`,
    evidence: `${formatCount(row.failed)} failed, ${formatCount(row.succeeded)} let in`,
    from: row.first,
    to: row.last,
    count: row.failed,
    hint: {
      owner: 'admin',
      summary:
        'Bans do not help against many addresses: the account needs a strong password or a second factor.',
      steps: [
        `mailtop events --account ${shellWord(row.account)} (which logins were the owner's?)`,
        'no AUTH on port 25; app passwords or OAuth for this account',
      ],
    },
    query: `mailtop events --account ${shellWord(row.account)}`,
  };
}
