import { displayWidth, fit, fitLeft } from '../../format/width.ts';
import { span } from '../draw/line.ts';
import { inRole, spread } from '../draw/row.ts';
import { visibleRows } from '../draw/table.ts';
import type { Line, Size } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';
import type { Finding, Snapshot } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/** What stands out, and the first thing to do about it. */
export const findings: Panel = {
  name: 'findings',
  title(snapshot, { look }) {
    const { length } = snapshot.findings;
    return { text: look.words.panels.findings, note: length === 0 ? '' : String(length) };
  },
  draw(snapshot, scene, size) {
    const all = snapshot.findings;
    if (all.length === 0) return [[span(` ${scene.look.words.findings.empty}`, 'quiet')]];
    const perRow = linesPerFinding(size);
    const cursor = findingCursor(snapshot, scene);
    const [from, to] = visibleRows(all.length, cursor, Math.max(1, Math.floor(size.rows / perRow)));
    return all.slice(from, to).flatMap((finding, index) => {
      const isCursor = from + index === cursor;
      const lines =
        perRow === 2 ? twoLines(finding, scene, isCursor, size) : [oneLine(finding, scene, isCursor, size)];
      // Reverse video shows where the keys work; the sign stays when they work elsewhere.
      const selected = isCursor && scene.ui.focus === 'findings';
      return selected ? lines.map((line) => inRole(line, 'selected')) : lines;
    });
  },
  rows: (snapshot) => snapshot.findings.map(({ id }) => id),
};

function findingCursor(snapshot: Snapshot, scene: Scene): number {
  return Math.max(
    0,
    snapshot.findings.findIndex(({ id }) => id === scene.ui.cursor.findings),
  );
}

/** Narrow or high: the hint below its finding. Wide and low: beside it. */
function linesPerFinding(size: Size): 1 | 2 {
  return size.rows >= 8 || (size.columns < 70 && size.rows >= 4) ? 2 : 1;
}

function oneLine(finding: Finding, scene: Scene, isCursor: boolean, size: Size): Line {
  const { ellipsis } = scene.look.glyphs.sign;
  const { clean } = scene.look;
  const hint = clean(finding.hint.summary);
  const title = clean(finding.title);
  const room = size.columns - SIGN_WIDTH - 1;
  // The finding first, but some of the hint always.
  const titleWidth = Math.min(
    displayWidth(title),
    Math.max(Math.floor(room * 0.55), room - displayWidth(hint) - 2),
  );
  const hintWidth = room - titleWidth - 2;
  const shownHint = hintWidth < SHORTEST_HINT ? '' : fit(hint, hintWidth, ellipsis);
  const start = [...sign(finding, scene, isCursor), span(fit(title, titleWidth, ellipsis))];
  return spread(start, [span(`${shownHint} `, 'quiet')], size.columns, ellipsis);
}

function twoLines(finding: Finding, scene: Scene, isCursor: boolean, size: Size): Line[] {
  const { ellipsis } = scene.look.glyphs.sign;
  const room = size.columns - SIGN_WIDTH;
  const title = fitLeft(scene.look.clean(finding.title), room, ellipsis);
  const hint = fitLeft(scene.look.clean(finding.hint.summary), room, ellipsis);
  return [
    [...sign(finding, scene, isCursor), span(title)],
    [span(' '.repeat(SIGN_WIDTH)), span(hint, 'quiet')],
  ];
}

function sign(finding: Finding, scene: Scene, isCursor: boolean): Line {
  const { glyphs } = scene.look;
  return [
    span(isCursor ? glyphs.sign.selected : ' '),
    span(`${glyphs.sign[finding.severity]} `, finding.severity),
  ];
}

/** Cursor, severity, blank. */
const SIGN_WIDTH = 3;
const SHORTEST_HINT = 12;
