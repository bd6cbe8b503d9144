// Others want us to send slower: rate limits by provider, greylisting.
import { clean } from '../format/clean.ts';
import { formatPlural, formatTimes } from '../format/number.ts';
import type { Finding, PeerRow, Snapshot } from '../model/snapshot.ts';
import { runs, spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { shownName } from './shown-name.ts';

/** Below it retries take care of it unnoticed. */
const MANY = 50;
const WORTH_A_LINE = 10;
const MOST_NAMED = 3;

export const rateLimits: FindingRule = (snapshot) =>
  snapshot.peers.rows
    .filter(({ direction, reason }) => direction === 'outbound' && reason === 'rate-limited')
    .slice(0, MOST_NAMED)
    .map((row) => limitedBy(snapshot, row));

export const greylisting: FindingRule = ({ peers }) => {
  const rows = peers.rows.filter(
    ({ direction, reason }) => direction === 'outbound' && reason === 'greylisted',
  );
  const count = sumOf(rows);
  if (count < WORTH_A_LINE) return [];
  return [
    {
      id: 'greylisting',
      area: 'delivery',
      severity: 'notice',
      title: `${formatPlural(rows.length, 'server')} greylisted us ${formatTimes(count)}`,
      evidence: clean(rows[0]?.example ?? ''),
      ...spanOf(rows),
      count,
      hint: {
        owner: 'nobody',
        summary:
          'First contact is put off on purpose; the next try from the same address passes, mostly in minutes.',
        steps: [
          'if the same mail is greylisted for hours, retries come from changing addresses: mailtop events --reason greylisted',
        ],
      },
      query: 'mailtop events --reason greylisted',
    },
  ];
};

function limitedBy(snapshot: Snapshot, row: PeerRow): Finding {
  const name = shownName(row.peer);
  return {
    id: `rate-limited:${name}`,
    area: 'delivery',
    severity: row.count >= MANY || row.permanent > 0 ? 'warning' : 'notice',
    title: `${name} finds us too fast: ${formatPlural(row.count, 'refusal')}`,
    evidence: clean(row.example),
    from: row.first,
    to: row.last,
    count: row.count,
    hint: {
      owner: 'sender',
      summary: 'Too many connections, messages or recipients in a time. Mail waits and goes out more slowly.',
      steps: [
        ...(runs(snapshot, 'postfix')
          ? [
              `a transport of its own for ${name}: postconf smtp_destination_concurrency_limit smtp_destination_rate_delay`,
            ]
          : []),
        ...(runs(snapshot, 'exim') ? ['exim -bP remote_max_parallel queue_run_max'] : []),
        'mailtop report (does one account or one list send it all?)',
      ],
    },
    query: 'mailtop events --reason rate-limited',
  };
}
