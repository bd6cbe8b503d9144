import { formatCount, formatShare } from '../../format/number.ts';
import { bar } from '../draw/bar.ts';
import { figureRow, mostImportant } from '../draw/figure-row.ts';
import { span } from '../draw/line.ts';
import { wrap } from '../draw/wrap.ts';
import type { Ranked } from '../draw/figure-row.ts';
import type { Role } from '../draw/theme.ts';
import type { ReplyClass } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/** How many replies of each class were said, and by whom. */
export const replies: Panel = {
  name: 'replies',
  title: (snapshot, { look }) => ({
    text: look.words.panels.replies,
    note: formatCount(snapshot.replies.total),
  }),
  draw(snapshot, scene, size) {
    const { words, glyphs } = scene.look;
    const view = snapshot.replies;
    const columns = { label: 4, value: 10 };
    const barWidth = size.columns - columns.label - columns.value - 13;
    const lines: Ranked[] = REPLY_CLASSES.map(([name, role], index) => ({
      rank: index + 1,
      line: figureRow(
        {
          label: span(name, role),
          value: formatCount(view.by_class[name]),
          note: [
            span(formatShare(view.by_class[name], view.total).padStart(7)),
            span(`  ${bar(view.by_class[name] / Math.max(1, view.total), barWidth, glyphs)}`, role),
          ],
        },
        columns,
        glyphs,
      ),
    }));
    const { inbound, outbound } = view.by_direction;
    const directions = `${words.replies.inbound} ${formatCount(inbound)}  ${words.replies.outbound} ${formatCount(outbound)}`;
    const codes = LOGIN_CODES.filter((code) => (view.implied.by_code[code] ?? 0) > 0).map(
      (code) => `${code} ${formatCount(view.implied.by_code[code] ?? 0)}`,
    );
    const implied = codes.length === 0 ? '' : `${words.replies.implied}: ${codes.join('  ')}`;
    for (const [index, text] of [directions, implied].entries()) {
      if (text === '') continue;
      for (const line of wrap(text, size.columns - 2))
        lines.push({ rank: 5 + index, line: [span(` ${line}`)] });
    }
    return mostImportant(lines, size.rows);
  },
  rows: () => [],
};

/** The answers to a login: rarely printed, always said. How often was asked (334) is an estimate, and stands with the logins. */
const LOGIN_CODES = ['235', '535'];

/** The classes in order, and the role of each. */
export const REPLY_CLASSES: readonly (readonly [ReplyClass, Role])[] = [
  ['2xx', 'ok'],
  ['3xx', 'asks'],
  ['4xx', 'later'],
  ['5xx', 'no'],
];
