// The way to other servers: TLS, DNS, connections; loops, and mail that was given up.
import { clean } from '../format/clean.ts';
import { formatPlural, formatTimes } from '../format/number.ts';
import type { Reason } from '../model/reason.ts';
import type { Finding, FindingSeverity, PeerRow, Snapshot } from '../model/snapshot.ts';
import { spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { shownName } from './shown-name.ts';

interface Trouble {
  readonly area: Finding['area'];
  readonly reasons: readonly Reason[];
  /** What happens, to whom: "TLS failed with" + peers. */
  readonly title: string;
  readonly owner: string;
  readonly summary: string;
  readonly steps: (peer: string) => string[];
  readonly severity: (count: number, peers: number) => FindingSeverity;
}

/** So many peers at once: rather our end than theirs. */
const MANY_PEERS = 5;
const MANY = 10;

export const tls: FindingRule = (snapshot) => troubles(snapshot, TLS);
export const infrastructure: FindingRule = (snapshot) => troubles(snapshot, INFRASTRUCTURE);

const TLS: readonly Trouble[] = [
  {
    area: 'tls',
    reasons: ['tls-failed'],
    title: 'TLS failed with',
    owner: 'admin',
    summary:
      'The handshake or the certificate failed. Mail waits, or went unencrypted where the policy allows it.',
    steps: (peer) => [
      `openssl s_client -starttls smtp -connect ${peer}:25 (the host from the log)`,
      'postconf smtp_tls_security_level smtp_tls_policy_maps, or tls_* and hosts_require_tls of Exim',
    ],
    severity: (count, peers) => (count >= MANY || peers >= MANY_PEERS ? 'warning' : 'notice'),
  },
  {
    area: 'tls',
    reasons: ['tls-required'],
    title: 'Only encrypted mail is taken by',
    owner: 'admin',
    summary: 'The other server wants TLS and we did not use it.',
    steps: () => ['postconf smtp_tls_security_level (may, or stricter), or hosts_avoid_tls of Exim'],
    severity: () => 'warning',
  },
];

const INFRASTRUCTURE: readonly Trouble[] = [
  {
    area: 'delivery',
    reasons: ['loop'],
    title: 'Mail goes round in circles with',
    owner: 'admin',
    summary:
      'A message passed too many hops or came back: a forward, an alias or an MX record points back to us.',
    steps: () => ['mailtop events --reason loop (which address), then its aliases, forwards and MX records'],
    severity: () => 'warning',
  },
  {
    area: 'delivery',
    reasons: ['dns'],
    title: 'DNS lookups fail for',
    owner: 'admin',
    summary: 'No route was found yet. For many domains at once it is our resolver.',
    steps: (peer) => [
      `dig MX ${peer}`,
      'cat /etc/resolv.conf, and ask that server itself: dig @SERVER MX example.com',
    ],
    severity: (_count, peers) => (peers >= MANY_PEERS ? 'warning' : 'notice'),
  },
  {
    area: 'delivery',
    reasons: ['network'],
    title: 'Connections fail to',
    owner: 'admin',
    summary:
      'Refused, timed out or broken off. For many servers at once it is our network, firewall or port 25.',
    steps: (peer) => [`nc -vz ${peer} 25 (the host from the log)`, 'ip route; nft list ruleset | grep -w 25'],
    severity: (count, peers) => (peers >= MANY_PEERS && count >= MANY ? 'warning' : 'notice'),
  },
  {
    area: 'delivery',
    reasons: ['expired'],
    title: 'Given up after days of trying:',
    owner: 'sender',
    summary: 'The queue lifetime ran out and the sender got it back. The last real error stands before it.',
    steps: () => ['mailtop events --reason expired, then mailtop events --queue-id ID'],
    severity: () => 'notice',
  },
];

function troubles({ peers }: Snapshot, kinds: readonly Trouble[]): Finding[] {
  const findings: Finding[] = [];
  for (const kind of kinds) {
    const rows = peers.rows.filter(
      (row) => row.direction === 'outbound' && kind.reasons.includes(row.reason),
    );
    if (rows.length > 0) findings.push(finding(kind, rows));
  }
  return findings;
}

function finding(kind: Trouble, rows: readonly PeerRow[]): Finding {
  const count = sumOf(rows);
  const [first] = rows;
  const peer = shownName(first?.peer ?? '-');
  const reason = kind.reasons.join(',');
  return {
    id: reason,
    area: kind.area,
    severity: kind.severity(count, rows.length),
    title: `${kind.title} ${peer}${rows.length > 1 ? ` and ${formatPlural(rows.length - 1, 'other')}` : ''}, ${formatTimes(count)}`,
    evidence: clean(first?.example ?? ''),
    ...spanOf(rows),
    count,
    hint: {
      owner: kind.owner,
      summary: kind.summary,
      steps: kind.steps(/^\w[\w.:-]*$/.test(peer) ? peer : 'HOST'),
    },
    query: `mailtop events --reason ${reason}`,
  };
}
