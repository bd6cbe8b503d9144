import { formatPlural } from '../format/number.ts';
import { spanOf, type FindingRule } from './finding-rule.ts';

const WORTH_A_LINE = 5;

/** Messages over a size limit: nobody's disk. */
export const sizeLimits: FindingRule = ({ storage, replies }) => {
  const count = storage.by_kind['message-size'];
  if (count < WORTH_A_LINE) return [];
  const rows = replies.codes.filter(({ reason }) => reason === 'message-too-big');
  return [
    {
      id: 'message-size',
      area: 'delivery',
      severity: 'notice',
      title: `${formatPlural(count, 'message')} over a size limit`,
      evidence: 'a limit, not a full disk; counted apart from storage failures',
      ...spanOf(rows),
      count,
      hint: {
        owner: 'sender',
        summary: 'The sender has to send less, or a link.',
        steps: ['postconf message_size_limit, or message_size_limit of Exim, if it was ours'],
      },
      query: 'mailtop events --reason message-too-big',
    },
  ];
};
