import { isReading } from './state.ts';
import { VIEWS } from './views/index.ts';
import type { KeyGroup, KeyWord } from './messages.ts';
import type { Action, UiState } from './state.ts';

/** What a key does: something to the screen, or something with the terminal. */
export type Command = Action | { readonly type: 'suspend' } | { readonly type: 'redraw' };

/** The keys. Footer and help are made from this table, so that they cannot say anything else. */
export interface Binding {
  readonly keys: readonly string[];
  /** As people write them: `j ↓`. */
  readonly shown: string;
  readonly word: KeyWord;
  readonly group: KeyGroup;
  readonly command: Command;
  /** Shown in the footer, and where: over panels, inside of something that can be left, or always. */
  readonly footer?: { readonly shown: string; readonly where: 'panels' | 'inside' | 'always' };
}

export const BINDINGS: readonly Binding[] = [
  {
    keys: ['j', 'down', 'ctrl-n'],
    shown: 'j Down',
    word: 'next',
    group: 'move',
    command: { type: 'move', by: 1 },
    footer: { shown: 'j/k', where: 'always' },
  },
  {
    keys: ['k', 'up', 'ctrl-p'],
    shown: 'k Up',
    word: 'previous',
    group: 'move',
    command: { type: 'move', by: -1 },
  },
  {
    keys: ['l', 'right', 'tab'],
    shown: 'l Right Tab',
    word: 'panelRight',
    group: 'move',
    command: { type: 'panel', by: 1 },
    footer: { shown: 'h/l', where: 'panels' },
  },
  {
    keys: ['h', 'left', 'shift-tab'],
    shown: 'h Left S-Tab',
    word: 'panelLeft',
    group: 'move',
    command: { type: 'panel', by: -1 },
  },
  {
    keys: ['g', 'home'],
    shown: 'g Home',
    word: 'first',
    group: 'move',
    command: { type: 'edge', to: 'first' },
  },
  { keys: ['G', 'end'], shown: 'G End', word: 'last', group: 'move', command: { type: 'edge', to: 'last' } },
  {
    keys: ['page-down', 'space', 'ctrl-f'],
    shown: 'PgDn Space',
    word: 'pageDown',
    group: 'move',
    command: { type: 'page', by: 1 },
  },
  {
    keys: ['page-up', 'ctrl-b'],
    shown: 'PgUp',
    word: 'pageUp',
    group: 'move',
    command: { type: 'page', by: -1 },
  },
  {
    keys: ['enter'],
    shown: 'Enter',
    word: 'open',
    group: 'look',
    command: { type: 'open' },
    footer: { shown: 'Enter', where: 'panels' },
  },
  {
    keys: ['esc'],
    shown: 'Esc',
    word: 'back',
    group: 'look',
    command: { type: 'back' },
    footer: { shown: 'Esc', where: 'inside' },
  },
  {
    keys: ['z'],
    shown: 'z',
    word: 'zoom',
    group: 'look',
    command: { type: 'zoom' },
    footer: { shown: 'z', where: 'panels' },
  },
  {
    keys: ['p'],
    shown: 'p',
    word: 'pause',
    group: 'program',
    command: { type: 'pause' },
    footer: { shown: 'p', where: 'always' },
  },
  {
    keys: ['?', 'f1'],
    shown: '? F1',
    word: 'help',
    group: 'program',
    command: { type: 'help' },
    footer: { shown: '?', where: 'always' },
  },
  {
    keys: ['q'],
    shown: 'q',
    word: 'quit',
    group: 'program',
    command: { type: 'quit' },
    footer: { shown: 'q', where: 'panels' },
  },
  {
    keys: ['ctrl-c'],
    shown: '^C',
    word: 'interrupt',
    group: 'program',
    command: { type: 'interrupt', status: 130 },
  },
  { keys: ['ctrl-z'], shown: '^Z', word: 'suspend', group: 'program', command: { type: 'suspend' } },
  { keys: ['ctrl-l'], shown: '^L', word: 'redraw', group: 'program', command: { type: 'redraw' } },
  ...VIEWS.map(({ key, name }): Binding => ({
    keys: [key],
    shown: key,
    word: 'view',
    group: 'look',
    command: { type: 'view', view: name },
  })),
];

/** Null for a key that does nothing. */
export function commandOf(key: string, ui: UiState): Command | null {
  // The raw Ctrl-\ of a terminal that is not ours to handle: end as its signal would.
  if (key === 'ctrl-\\') return { type: 'interrupt', status: 131 };
  const command = BINDINGS.find(({ keys }) => keys.includes(key))?.command ?? null;
  if (ui.help && !STAYS_IN_HELP.has(command?.type ?? '')) return { type: 'back' };
  return command;
}

/** Every other key closes the help. */
const STAYS_IN_HELP: ReadonlySet<string> = new Set([
  'move',
  'page',
  'edge',
  'interrupt',
  'suspend',
  'redraw',
]);

/** The bindings that the footer names now, in its order. */
export function footerBindings(ui: UiState): readonly Binding[] {
  const reading = isReading(ui);
  return BINDINGS.filter(({ footer }) => {
    if (footer === undefined) return false;
    if (footer.where === 'inside') return reading || ui.zoomed;
    return footer.where === 'always' || !reading;
  });
}
