import { formatCount } from '../../format/number.ts';
import { table } from '../draw/table.ts';
import type { Column } from '../draw/table.ts';
import type { Role } from '../draw/theme.ts';
import type { Family } from '../../model/reason.ts';
import type { ReasonRow, Snapshot } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/** What the replies that ask for something to be done meant, most frequent first. */
export const reasons: Panel = {
  name: 'reasons',
  title: (_, { look }) => ({ text: look.words.panels.reasons, note: '' }),
  draw(snapshot, scene, size) {
    const { glyphs } = scene.look;
    const columns: Column<ReasonRow>[] = [
      {
        title: '',
        text: ({ reason }) => reason,
        role: ({ family }) => roleOf(family),
        align: 'left',
        rank: 1,
      },
      { title: '', text: (row) => formatCount(row.count), align: 'right', rank: 2 },
      { title: '4xx', text: (row) => formatCount(row.transient), align: 'right', rank: 4 },
      { title: '5xx', text: (row) => formatCount(row.permanent), align: 'right', rank: 3 },
    ];
    const { ui } = scene;
    const rows = telling(snapshot);
    const cursor = rows.findIndex(({ reason }) => reason === ui.cursor.reasons);
    const state = { cursor: Math.max(0, cursor), focused: ui.focus === 'reasons' };
    return table(columns, rows, state, size, glyphs);
  },
  rows: (snapshot) => telling(snapshot).map(({ reason }) => reason),
};

/** Without the replies that say that all is well. */
function telling(snapshot: Snapshot): readonly ReasonRow[] {
  return snapshot.replies.reasons.filter(({ transient, permanent }) => transient + permanent > 0);
}

function roleOf(family: Family): Role {
  if (family === 'storage') return 'later';
  return family === 'auth' ? 'asks' : 'plain';
}
