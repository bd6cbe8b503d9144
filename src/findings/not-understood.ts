import { clean } from '../format/clean.ts';
import { formatPlural, formatShare } from '../format/number.ts';
import type { FindingRule } from './finding-rule.ts';

/** From here on the other figures may miss something. */
const SHARE_THAT_MATTERS = 0.01;
const COUNT_THAT_MATTERS = 20;

/** Lines of mail programs that no parser knows: said, so that silence elsewhere means something. */
export const notUnderstood: FindingRule = ({ input, range }) => {
  const { unrecognized, events } = input;
  if (unrecognized === 0) return [];
  const matters = unrecognized >= COUNT_THAT_MATTERS && unrecognized > events * SHARE_THAT_MATTERS;
  const [sample] = input.unrecognized_samples;
  return [
    {
      id: 'not-understood',
      area: 'input',
      severity: matters ? 'warning' : 'notice',
      title: `${formatPlural(unrecognized, 'line')} not understood, ${formatShare(unrecognized, events, 2)} of the mail lines`,
      evidence: sample === undefined ? '' : `${clean(sample.path)}:${sample.line} ${clean(sample.text)}`,
      from: range.from,
      to: range.to,
      count: unrecognized,
      hint: {
        owner: 'admin',
        summary: 'These lines are in no figure. An issue with some of them makes the next version read them.',
        steps: ['mailtop events --kind unrecognized'],
      },
      query: 'mailtop events --kind unrecognized',
    },
  ];
};
