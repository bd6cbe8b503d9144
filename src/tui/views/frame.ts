import { box } from '../draw/box.ts';
import { span } from '../draw/line.ts';
import { fitLine } from '../draw/row.ts';
import { SMALLEST, sizeClass } from '../draw/scene.ts';
import { wrap } from '../draw/wrap.ts';
import { findingText } from './finding-text.ts';
import { footer } from './footer.ts';
import { helpText } from './help-text.ts';
import { viewNamed } from './index.ts';
import { statusLine } from './status-line.ts';
import { tabLine } from './tab-line.ts';
import type { BoxTitle } from '../draw/box.ts';
import type { Block, Line, Size } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';
import type { Panel } from '../panels/panel.ts';
import type { Ground } from '../state.ts';
import type { Placement } from './view.ts';

/** A whole screen: status, tabs, body, footer. The same scene always gives the same blocks. */
export function drawFrame(scene: Scene): Block[] {
  const { size } = scene;
  if (sizeClass(size) === 'refused') return [refusal(scene)];
  const oneLine = (name: string, y: number, line: Line): Block => ({
    name,
    x: 0,
    y,
    width: size.columns,
    lines: [fitLine(line, size.columns, scene.look.glyphs.sign.ellipsis)],
  });
  return [
    oneLine('status', 0, statusLine(scene)),
    oneLine('tabs', 1, tabLine(scene)),
    ...body(scene),
    oneLine('footer', size.rows - 1, footer(scene)),
  ];
}

/** What the keys can act upon in this scene. */
export function groundOf(scene: Scene): Omit<Ground, 'feed'> {
  const size = bodySize(scene.size);
  const placements = viewNamed(scene.ui.view).place(size, scene.snapshot);
  return {
    placed: placements.map(({ panel }) => panel),
    page: Math.max(1, size.rows - 3),
    lastScroll: lastScroll(scene),
  };
}

/** Between the first two rows and the footer. */
function bodySize(size: Size): Size {
  return { columns: size.columns, rows: size.rows - HEAD_ROWS - 1 };
}

/** How far the open text can be scrolled; 0 when none is open or all of it is shown. */
function lastScroll(scene: Scene): number {
  const text = openText(scene);
  return text === null ? 0 : Math.max(0, text.lines.length - (bodySize(scene.size).rows - 2));
}

const HEAD_ROWS = 2;

function body(scene: Scene): Block[] {
  const size = bodySize(scene.size);
  const text = openText(scene);
  if (text !== null) {
    const from = Math.min(scene.ui.scroll, lastScroll(scene));
    const lines = box(text.title, text.lines.slice(from), size, true, scene.look.glyphs);
    return [{ name: text.name, x: 0, y: HEAD_ROWS, width: size.columns, lines }];
  }
  const view = viewNamed(scene.ui.view);
  const placements: readonly Placement[] = scene.ui.zoomed
    ? [{ panel: scene.ui.focus, x: 0, y: 0, size }]
    : view.place(size, scene.snapshot);
  return placements.flatMap((placement) => {
    const panel = view.panels.find(({ name }) => name === placement.panel);
    return panel === undefined ? [] : [panelBlock(panel, placement, scene)];
  });
}

function panelBlock(panel: Panel, placement: Placement, scene: Scene): Block {
  const { size } = placement;
  const inner = { columns: size.columns - 2, rows: size.rows - 2 };
  const { words, glyphs } = scene.look;
  const focused = scene.ui.focus === panel.name;
  const { snapshot } = scene;
  const title =
    snapshot === null ? { text: words.panels[panel.name], note: '' } : panel.title(snapshot, scene, inner);
  const lines =
    snapshot === null ? [[span(` ${words.reading}`, 'quiet')]] : panel.draw(snapshot, scene, inner);
  return {
    name: panel.name,
    x: placement.x,
    y: HEAD_ROWS + placement.y,
    width: size.columns,
    lines: box(title, lines, size, focused, glyphs),
  };
}

interface OpenText {
  readonly name: string;
  readonly title: BoxTitle;
  readonly lines: readonly Line[];
}

/** The text that covers the panels, if there is one. */
function openText(scene: Scene): OpenText | null {
  const width = bodySize(scene.size).columns - 2;
  const { look, ui, snapshot } = scene;
  const { words, glyphs } = look;
  if (ui.help) {
    return {
      name: 'help',
      title: { text: words.help.title, note: words.help.note },
      lines: helpText(width, look),
    };
  }
  if (ui.openFinding !== null) {
    const finding = snapshot?.findings.find(({ id }) => id === ui.openFinding);
    const text = `${words.panels.findings} ${glyphs.sign.path} ${look.clean(finding?.title ?? ui.openFinding)}`;
    const lines =
      finding === undefined ? [[span(` ${words.findings.gone}`)]] : findingText(finding, width, look);
    return { name: 'finding', title: { text, note: '' }, lines };
  }
  const nothing = nothingToShow(scene, width);
  return nothing === null
    ? null
    : { name: 'nothing', title: { text: words.views[ui.view], note: '' }, lines: nothing };
}

/** Never a silent zero: an input without mail says so, and what it looks like. */
function nothingToShow({ snapshot, progress, problems, look }: Scene, width: number): Line[] | null {
  if (snapshot === null || !progress.done) return null;
  const { input } = snapshot;
  if (input.events > input.unrecognized) return null;
  const { words, clean } = look;
  const paths = input.files.map(({ path }) => path).join(', ');
  const lines =
    input.lines === 0
      ? wrap(clean(words.nothingIn(paths)), width - 2)
      : [words.nothingRecognised(input.lines)];
  const samples = input.unrecognized_samples.slice(0, MOST_SAMPLES).map(({ text }) => `  ${clean(text)}`);
  if (samples.length > 0) lines.push('', words.looksLike, ...samples);
  for (const { message, hint } of problems) {
    lines.push('', clean(message));
    if (hint !== null) lines.push(`  ${clean(hint)}`);
  }
  return lines.map((line) => [span(` ${line}`)]);
}

const MOST_SAMPLES = 3;

/** `The terminal is 59x15, mailtop needs 60x16.` */
function refusal({ size, look }: Scene): Block {
  const { words } = look;
  const has = `${size.columns}x${size.rows}`;
  const needs = `${SMALLEST.columns}x${SMALLEST.rows}`;
  const sentences = [words.tooSmall(has, needs), `q ${words.keys.quit.short}`, words.reportInstead];
  const texts = sentences.flatMap((sentence) => wrap(sentence, Math.max(1, size.columns)));
  const y = Math.max(0, Math.floor((size.rows - texts.length) / 2));
  const lines = texts.map((text) => [
    span(' '.repeat(Math.max(0, Math.floor((size.columns - text.length) / 2))) + text),
  ]);
  return { name: 'refusal', x: 0, y, width: size.columns, lines: lines.slice(0, Math.max(1, size.rows)) };
}
