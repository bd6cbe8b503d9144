import { viewNamed } from './views/index.ts';
import type { FeedState } from './feed.ts';
import type { PanelName } from './panels/panel.ts';
import type { ViewName } from './views/view.ts';

/** What the person did to the screen, and nothing else. */
export interface UiState {
  readonly view: ViewName;
  /** The panel that the keys work in. */
  readonly focus: PanelName;
  /** Identity of the row under the cursor, per panel: a row that moves keeps the cursor. */
  readonly cursor: Readonly<Partial<Record<PanelName, string>>>;
  /** The focused panel has the whole body. */
  readonly zoomed: boolean;
  /** The finding that is open, by its id. */
  readonly openFinding: string | null;
  readonly help: boolean;
  /** First line shown of what is open. */
  readonly scroll: number;
  /** What the screen stopped at; counting goes on. */
  readonly pausedAt: FeedState | null;
  /** The exit status, once the person wants to go. */
  readonly ended: number | null;
}

export type Action =
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'page'; readonly by: number }
  | { readonly type: 'edge'; readonly to: 'first' | 'last' }
  | { readonly type: 'panel'; readonly by: number }
  | { readonly type: 'open' }
  | { readonly type: 'back' }
  | { readonly type: 'zoom' }
  | { readonly type: 'pause' }
  | { readonly type: 'help' }
  | { readonly type: 'view'; readonly view: ViewName }
  | { readonly type: 'quit' }
  | { readonly type: 'interrupt'; readonly status: number };

/** What there is to act upon. */
export interface Ground {
  readonly feed: FeedState;
  /** The panels that the size leaves room for. */
  readonly placed: readonly PanelName[];
  /** Rows of a page. */
  readonly page: number;
  /** The last first line to which the open text can be scrolled. */
  readonly lastScroll: number;
}

export function initialUi(view: ViewName): UiState {
  return {
    view,
    focus: viewNamed(view).firstFocus,
    cursor: {},
    zoomed: false,
    openFinding: null,
    help: false,
    scroll: 0,
    pausedAt: null,
    ended: null,
  };
}

export function reduce(ui: UiState, action: Action, ground: Ground): UiState {
  switch (action.type) {
    case 'move':
      return moved(ui, action.by, ground);
    case 'page':
      return moved(ui, action.by * ground.page, ground);
    case 'edge':
      return moved(ui, action.to === 'first' ? -Infinity : Infinity, ground);
    case 'panel':
      return isReading(ui) ? ui : { ...ui, focus: nextPanel(ui, action.by, ground) };
    case 'open':
      return opened(ui, ground);
    case 'back':
      return back(ui, ground);
    case 'zoom':
      if (isReading(ui)) return ui;
      return ui.zoomed ? unzoomed(ui, ground) : { ...ui, zoomed: true };
    case 'pause':
      return { ...ui, pausedAt: ui.pausedAt === null ? ground.feed : null };
    case 'help':
      return { ...ui, help: !ui.help, scroll: 0 };
    case 'view':
      return { ...initialUi(action.view), cursor: ui.cursor, pausedAt: ui.pausedAt };
    case 'quit':
      return isReading(ui) ? back(ui, ground) : { ...ui, ended: 0 };
    case 'interrupt':
      return { ...ui, ended: action.status };
  }
}

/** A text covers the panels: the keys scroll it. */
export function isReading(ui: UiState): boolean {
  return ui.help || ui.openFinding !== null;
}

/** What is on the screen: the present, or where it was stopped. */
export function shownFeed(ui: UiState, feed: FeedState): FeedState {
  return ui.pausedAt ?? feed;
}

function moved(ui: UiState, by: number, ground: Ground): UiState {
  if (isReading(ui)) {
    return { ...ui, scroll: Math.max(0, Math.min(ground.lastScroll, ui.scroll + by)) };
  }
  const rows = rowsOf(ui, ground);
  if (rows.length === 0) return ui;
  const at = rows.indexOf(ui.cursor[ui.focus] ?? '');
  const from = at < 0 ? 0 : at;
  const to = Math.min(rows.length - 1, Math.max(0, from + by));
  return { ...ui, cursor: { ...ui.cursor, [ui.focus]: rows[to] } };
}

/** Among those on the screen; a zoomed panel gives its place to any of the view. */
function nextPanel(ui: UiState, by: number, { placed }: Ground): PanelName {
  const all = viewNamed(ui.view).panels.map(({ name }) => name);
  const reachable = ui.zoomed ? all : all.filter((name) => placed.includes(name));
  const at = reachable.indexOf(ui.focus);
  return reachable[(at + by + reachable.length) % reachable.length] ?? ui.focus;
}

/** A panel that there is no room for beside the others does not keep the focus. */
function unzoomed(ui: UiState, { placed }: Ground): UiState {
  const focus = placed.includes(ui.focus) ? ui.focus : viewNamed(ui.view).firstFocus;
  return { ...ui, zoomed: false, focus };
}

/** Findings open as a text; every other panel opens to the whole body. */
function opened(ui: UiState, ground: Ground): UiState {
  if (isReading(ui)) return ui;
  if (ui.focus !== 'findings') return { ...ui, zoomed: true };
  const rows = rowsOf(ui, ground);
  const cursor = ui.cursor.findings;
  const finding = cursor !== undefined && rows.includes(cursor) ? cursor : rows[0];
  if (finding === undefined) return ui;
  return { ...ui, openFinding: finding, cursor: { ...ui.cursor, findings: finding }, scroll: 0 };
}

/** One step: the help, the finding, the zoom. At the top there is nothing to leave. */
function back(ui: UiState, ground: Ground): UiState {
  if (ui.help) return { ...ui, help: false, scroll: 0 };
  if (ui.openFinding !== null) return { ...ui, openFinding: null, scroll: 0 };
  return ui.zoomed ? unzoomed(ui, ground) : ui;
}

function rowsOf(ui: UiState, ground: Ground): readonly string[] {
  const { snapshot } = shownFeed(ui, ground.feed);
  const panel = viewNamed(ui.view).panels.find(({ name }) => name === ui.focus);
  return snapshot === null || panel === undefined ? [] : panel.rows(snapshot);
}
