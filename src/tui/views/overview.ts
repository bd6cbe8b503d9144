import { auth } from '../panels/auth.ts';
import { contrast } from '../panels/contrast.ts';
import { findings } from '../panels/findings.ts';
import { messages } from '../panels/messages.ts';
import { reasons } from '../panels/reasons.ts';
import { replies } from '../panels/replies.ts';
import { storage } from '../panels/storage.ts';
import { shareRows } from '../draw/share-rows.ts';
import type { Size } from '../draw/line.ts';
import type { PanelName } from '../panels/panel.ts';
import type { Placement, View } from './view.ts';

/** The contrast: failed logins against storage that ran out, and what else stands out. */
export const overview: View = {
  name: 'overview',
  key: '1',
  panels: [contrast, auth, storage, replies, reasons, messages, findings],
  firstFocus: 'findings',
  place(size) {
    if (size.columns >= 160 && size.rows >= 37) return wide(size);
    return size.columns >= 100 && size.rows >= 27 ? normal(size) : compact(size);
  },
};

/** 80x24: chart, both sides, findings. With more rows the counts, too. */
function compact(size: Size): Placement[] {
  const [chart = 0, sides = 0, list = 0, counts = 0] = shareRows(size.rows, [
    { least: 5, wish: 7, most: 13 },
    { least: 5, wish: 9, most: 10 },
    { least: 3, wish: 5, most: 40 },
    { least: 6, wish: 6, most: 11, optional: true },
  ]);
  return [
    ...row(0, 0, chart, [['contrast', size.columns]]),
    ...row(0, chart, sides, halves('auth', 'storage', size.columns)),
    ...row(0, chart + sides, counts, thirds(['replies', 'reasons', 'messages'], size.columns)),
    ...row(0, chart + sides + counts, list, [['findings', size.columns]]),
  ];
}

/** 140x40: the counts and the findings side by side below. */
function normal(size: Size): Placement[] {
  const [chart = 0, sides = 0, counts = 0] = shareRows(size.rows, [
    { least: 7, wish: 11, most: 17 },
    { least: 9, wish: 14, most: 26 },
    { least: 8, wish: 12, most: 26 },
  ]);
  const below: PanelName[] =
    size.columns >= 120 ? ['replies', 'reasons', 'messages'] : ['replies', 'reasons'];
  const width = Math.min(WIDEST_COUNTS, Math.floor(size.columns / (below.length + 1)));
  const rest = size.columns - width * below.length;
  return [
    ...row(0, 0, chart, [['contrast', size.columns]]),
    ...row(0, chart, sides, halves('auth', 'storage', size.columns)),
    ...row(0, chart + sides, counts, [
      ...below.map((name): [PanelName, number] => [name, width]),
      ['findings', rest],
    ]),
  ];
}

/** What the counts need; the findings have more to say. */
const WIDEST_COUNTS = 32;

/** 200x60: the findings in a column of their own, all with their hints. */
function wide(size: Size): Placement[] {
  const main = Math.max(108, Math.floor(size.columns * 0.68));
  const [chart = 0, sides = 0, counts = 0] = shareRows(size.rows, [
    { least: 9, wish: 15, most: 21 },
    { least: 14, wish: 18, most: 40 },
    { least: 10, wish: 13, most: 20 },
  ]);
  return [
    ...row(0, 0, chart, [['contrast', main]]),
    ...row(0, chart, sides, halves('auth', 'storage', main)),
    ...row(0, chart + sides, counts, thirds(['replies', 'reasons', 'messages'], main)),
    ...row(main, 0, size.rows, [['findings', size.columns - main]]),
  ];
}

function halves(first: PanelName, second: PanelName, width: number): [PanelName, number][] {
  const half = Math.floor(width / 2);
  return [
    [first, half],
    [second, width - half],
  ];
}

function thirds(names: [PanelName, PanelName, PanelName], width: number): [PanelName, number][] {
  const third = Math.floor(width / 3);
  return [
    [names[0], third],
    [names[1], third],
    [names[2], width - 2 * third],
  ];
}

/** Panels side by side from `x`. */
function row(
  x: number,
  y: number,
  rows: number,
  panels: readonly (readonly [PanelName, number])[],
): Placement[] {
  if (rows === 0) return [];
  let at = x;
  return panels.map(([panel, columns]) => {
    const placement = { panel, x: at, y, size: { columns, rows } };
    at += columns;
    return placement;
  });
}
