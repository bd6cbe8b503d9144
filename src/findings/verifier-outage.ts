import { formatPlural } from '../format/number.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { runs, type FindingRule } from './finding-rule.ts';

/** So many attempts, or accounts, are more than one client's bad luck. */
const OUTAGE_ATTEMPTS = 3;
const OUTAGE_ACCOUNTS = 3;

/** Nobody could be judged, right password or wrong: the verifier was down. Never a reason to ban anybody. */
export const verifierOutage: FindingRule = (snapshot) => {
  const { temporary, outage } = snapshot.auth;
  if (temporary === 0) return [];
  const isOutage = temporary >= OUTAGE_ATTEMPTS || outage.accounts >= OUTAGE_ACCOUNTS;
  const whose = outage.accounts > 0 ? ` of ${formatPlural(outage.accounts, 'account')}` : '';
  return [
    {
      id: 'verifier-outage',
      area: 'auth',
      severity: isOutage ? (nobodyGotIn(snapshot) ? 'critical' : 'warning') : 'notice',
      title: `The login verifier was down: ${formatPlural(temporary, 'login')}${whose} could not be checked`,
      evidence: nobodyGotIn(snapshot)
        ? 'nobody got in during these hours'
        : 'others got in during the same hours',
      from: outage.first,
      to: outage.last,
      count: temporary,
      hint: {
        owner: 'admin',
        summary: 'The server answered 454 or 435: nothing was said about the passwords. Do not ban on this.',
        steps: [
          ...(runs(snapshot, 'dovecot') ? ['doveadm log errors | grep auth'] : []),
          ...(runs(snapshot, 'postfix')
            ? ['postconf smtpd_sasl_type smtpd_sasl_path (the socket must be there and belong to postfix)']
            : []),
          ...(runs(snapshot, 'exim') ? ['exim -bP authenticators (the server that they ask)'] : []),
          'look at the database, LDAP or PAM service behind it at that time',
        ],
      },
      query: 'mailtop events --reason auth-temp',
    },
  ];
};

/** In the hours of the outage. */
function nobodyGotIn({ auth }: Snapshot): boolean {
  return auth.timeline.every(({ temporary, succeeded }) => temporary === 0 || succeeded === 0);
}
