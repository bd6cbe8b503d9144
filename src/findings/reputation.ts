// Others do not trust us: blocklists, missing reverse names, SPF, DKIM, DMARC. What we refuse from others is our choice
// and no finding.
import { clean } from '../format/clean.ts';
import { formatPlural } from '../format/number.ts';
import type { Finding, PeerRow } from '../model/snapshot.ts';
import type { Reason } from '../model/reason.ts';
import { spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { shownName } from './shown-name.ts';

interface Distrust {
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly string[];
}

/** So many refusals are not one recipient's odd filter. */
const MANY = 3;

export const reputation: FindingRule = ({ peers }) => {
  const findings: Finding[] = [];
  for (const [reason, distrust] of DISTRUST) {
    const rows = peers.rows.filter((row) => row.direction === 'outbound' && row.reason === reason);
    if (rows.length > 0) findings.push(finding(reason, distrust, rows));
  }
  return findings;
};

const DISTRUST: ReadonlyMap<Reason, Distrust> = new Map<Reason, Distrust>([
  [
    'reputation-blocked',
    {
      title: 'Our address is blocked or has a bad name',
      summary:
        'The sending address, network or domain is on a blocklist, or sent what people complained about.',
      steps: [
        'read the reply: it names the list and mostly a page for delisting',
        'find what was sent before: mailtop report (accounts and clients that stand out)',
        'ask for delisting only when the cause is gone',
      ],
    },
  ],
  [
    'client-identity',
    {
      title: 'Our host name is not believed',
      summary: 'The address has no reverse name, or it does not lead back, or HELO says something else.',
      steps: [
        'dig -x ADDRESS (of the sending address), then dig the name that it gives',
        'postconf myhostname smtp_helo_name, or primary_hostname of Exim: the same name',
      ],
    },
  ],
  [
    'spf-dkim-dmarc',
    {
      title: 'Our mail fails SPF, DKIM or DMARC',
      summary: 'The sending domain does not vouch for this server, or the signature does not hold.',
      steps: [
        'dig +short TXT DOMAIN; dig +short TXT _dmarc.DOMAIN (of the sender)',
        'is every address we send from in the SPF record, and does the signer run?',
      ],
    },
  ],
]);

function finding(reason: Reason, distrust: Distrust, rows: readonly PeerRow[]): Finding {
  const count = sumOf(rows);
  return {
    id: reason,
    area: 'reputation',
    severity: count >= MANY ? 'warning' : 'notice',
    title: `${distrust.title}: ${formatPlural(count, 'refusal')} by ${names(rows)}`,
    evidence: clean(rows[0]?.example ?? ''),
    ...spanOf(rows),
    count,
    hint: { owner: 'admin', summary: distrust.summary, steps: [...distrust.steps] },
    query: `mailtop events --reason ${reason}`,
  };
}

/** `example.com, example.net and 3 others` */
function names(rows: readonly PeerRow[]): string {
  const shown = rows.slice(0, 2).map(({ peer }) => shownName(peer));
  const others = rows.length - shown.length;
  return others === 0 ? shown.join(' and ') : `${shown.join(', ')} and ${formatPlural(others, 'other')}`;
}
