import { clean } from '../format/clean.ts';
import { formatPlural } from '../format/number.ts';
import { spanOf, sumOf, type FindingRule } from './finding-rule.ts';

/** Our server refuses for lack of memory, processes or an unnamed resource: it may be disk, and comes in waves. */
export const resourcePressure: FindingRule = ({ peers }) => {
  const rows = peers.rows.filter(
    ({ reason, direction }) => reason === 'resource-pressure' && direction === 'inbound',
  );
  const count = sumOf(rows);
  if (count === 0) return [];
  return [
    {
      id: 'resource-pressure',
      area: 'storage',
      severity: count >= 3 ? 'critical' : 'warning',
      title: `Our server was short of resources: ${formatPlural(count, 'refusal')}`,
      evidence: clean(rows[0]?.example ?? ''),
      ...spanOf(rows),
      count,
      hint: {
        owner: 'admin',
        summary:
          'Clients were told to come back later. Memory, processes or disk of the answering server are short.',
        steps: [
          'free -m; df -h; uptime',
          'mailtop events --reason resource-pressure (which server, in what rhythm)',
        ],
      },
      query: 'mailtop events --reason resource-pressure',
    },
  ];
};
