// A server that we log in to refuses us: everything that goes that way waits.
import { clean } from '../format/clean.ts';
import { formatPlural } from '../format/number.ts';
import type { Reason } from '../model/reason.ts';
import { runs, type FindingRule } from './finding-rule.ts';
import { shownName } from './shown-name.ts';

const REFUSALS: ReadonlySet<Reason> = new Set<Reason>([
  'auth-failed',
  'auth-required',
  'auth-mechanism',
  'auth-blocked',
  'sender-not-allowed',
]);
const MANY = 10;

export const relayLogin: FindingRule = (snapshot) =>
  snapshot.peers.rows
    .filter(({ direction, reason }) => direction === 'outbound' && REFUSALS.has(reason))
    .map((row) => ({
      id: `relay-login:${shownName(row.peer)}:${row.reason}`,
      area: 'auth',
      severity: row.count >= MANY ? 'critical' : 'warning',
      title: `${shownName(row.peer)} refuses our login: ${formatPlural(row.count, 'delivery', 'deliveries')} affected`,
      evidence: clean(row.example),
      from: row.first,
      to: row.last,
      count: row.count,
      hint: {
        owner: 'admin',
        summary:
          'The smarthost does not take our user, password, method or sender. Mail waits until it does.',
        steps: [
          ...(runs(snapshot, 'postfix')
            ? ['postconf smtp_sasl_password_maps smtp_sasl_mechanism_filter relayhost']
            : []),
          ...(runs(snapshot, 'exim') ? ['exim -bP authenticators (client_send, client_name)'] : []),
          `mailtop explain ${row.reason}`,
        ],
      },
      query: `mailtop events --reason ${row.reason}`,
    }));
