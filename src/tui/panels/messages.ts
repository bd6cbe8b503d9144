import { formatDuration } from '../../format/duration.ts';
import { formatCount } from '../../format/number.ts';
import { bar } from '../draw/bar.ts';
import { figureRow, mostImportant } from '../draw/figure-row.ts';
import { span } from '../draw/line.ts';
import { wrap } from '../draw/wrap.ts';
import type { Figure, Ranked } from '../draw/figure-row.ts';
import type { Line } from '../draw/line.ts';
import type { Role } from '../draw/theme.ts';
import type { Panel } from './panel.ts';

/** What became of the mail. */
export const messages: Panel = {
  name: 'messages',
  title: (_, { look }) => ({ text: look.words.panels.messages, note: '' }),
  draw(snapshot, scene, size) {
    const { words, glyphs } = scene.look;
    const view = snapshot.messages;
    const columns = { label: 10, value: 10 };
    const barWidth = size.columns - columns.label - columns.value - 4;
    const row = (rank: number, figure: Figure): Ranked => ({
      rank,
      line: figureRow(figure, columns, glyphs),
    });
    const rejected = view.rejected.temporary + view.rejected.permanent;
    const split = words.mail.rejectedSplit(view.rejected.temporary, view.rejected.permanent);
    const largest = Math.max(1, view.received, view.delivered);
    const part = (value: number, role: Role): Line => [span(bar(value / largest, barWidth, glyphs), role)];
    const lines: Ranked[] = [
      row(1, {
        label: span(words.mail.received),
        value: formatCount(view.received),
        note: part(view.received, 'plain'),
      }),
      row(2, {
        label: span(words.mail.delivered, 'ok'),
        value: formatCount(view.delivered),
        note: part(view.delivered, 'ok'),
      }),
      row(3, {
        label: span(words.mail.deferred, 'later'),
        value: formatCount(view.deferred),
        note: part(view.deferred, 'later'),
      }),
      row(4, {
        label: span(words.mail.bounced, 'no'),
        value: formatCount(view.bounced),
        note: part(view.bounced, 'no'),
      }),
      row(5, {
        label: span(words.mail.rejected, 'no'),
        value: formatCount(rejected),
        note: split.length <= barWidth ? [span(split)] : [],
      }),
      row(6, { label: span(words.mail.open), value: formatCount(view.open), note: [] }),
    ];
    const delay = view.delay_seconds;
    if (delay !== null) {
      const parts = [
        `p50 ${formatDuration(delay.p50)}`,
        `p90 ${formatDuration(delay.p90)}`,
        `p99 ${formatDuration(delay.p99)}`,
      ];
      const text = `${words.mail.delay}  ${parts.join('  ')}`;
      for (const line of wrap(text, size.columns - 2)) lines.push({ rank: 7, line: [span(` ${line}`)] });
    }
    return mostImportant(lines, size.rows);
  },
  rows: () => [],
};
