import { formatPlural } from '../format/number.ts';
import { spanOf, type FindingRule } from './finding-rule.ts';
import { guessingKind } from './guessing-clients.ts';
import { MOST_NAMED } from './password-guessing.ts';

/** Too few to say anything. */
const TOO_FEW = 5;

/** The daily rain of bots: one line, however many there are. */
export const hopelessLogins: FindingRule = ({ auth }) => {
  let named = 0;
  const rest = auth.clients.filter((row) => {
    if (row.succeeded > 0 || row.failed === 0) return false;
    return guessingKind(row) !== 'guessing' || ++named > MOST_NAMED;
  });
  const count = rest.reduce((sum, row) => sum + row.failed, 0) + auth.folded.clients;
  if (count < TOO_FEW) return [];
  const more = auth.folded.clients > 0 ? 'more than ' : '';
  const other = named > 0 ? 'other ' : '';
  return [
    {
      id: 'hopeless-logins',
      area: 'auth',
      severity: 'notice',
      title: `${formatPlural(count, 'failed login')} from ${more}${formatPlural(rest.length, `${other}address`, `${other}addresses`)}, none let in`,
      evidence: 'a few tries from each, as on every server that is open to the internet',
      ...spanOf(rest),
      count,
      hint: {
        owner: 'nobody',
        summary: 'Nothing to do, unless one of them is a user who cannot log in.',
        steps: ['mailtop report --top 50 (the accounts that fail most)'],
      },
      query: 'mailtop events --reason auth-failed',
    },
  ];
};
