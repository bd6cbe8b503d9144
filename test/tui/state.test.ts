import { describe, expect, test } from 'vitest';
import { BINDINGS, commandOf, footerBindings } from '../../src/tui/keymap.ts';
import { initialUi, reduce } from '../../src/tui/state.ts';
import { viewNamed } from '../../src/tui/views/index.ts';
import { sampleSnapshot } from './support/sample-snapshot.ts';
import type { FeedState } from '../../src/tui/feed.ts';
import type { UiState } from '../../src/tui/state.ts';

const feed: FeedState = {
  snapshot: sampleSnapshot(),
  progress: { bytesRead: 1, bytesTotal: 1, lines: 100, files: [], done: true, broken: false },
  problems: [],
};
const ids = sampleSnapshot().findings.map(({ id }) => id);

const placed = viewNamed('overview').panels.map(({ name }) => name);

function press(ui: UiState, ...keys: string[]): UiState {
  return keys.reduce((state, key) => {
    const command = commandOf(key, state);
    if (command === null || command.type === 'suspend' || command.type === 'redraw') return state;
    return reduce(state, command, { feed, placed, page: 3, lastScroll: 5 });
  }, ui);
}

const start = initialUi('overview');

describe('the cursor', () => {
  test('moves by rows and pages, and stops at both ends', () => {
    expect(press(start, 'j').cursor.findings).toBe(ids[1]);
    expect(press(start, 'j', 'down', 'k').cursor.findings).toBe(ids[1]);
    expect(press(start, 'k').cursor.findings).toBe(ids[0]);
    expect(press(start, 'G').cursor.findings).toBe(ids.at(-1));
    expect(press(start, 'end', 'j', 'home').cursor.findings).toBe(ids[0]);
    expect(press(start, 'page-down').cursor.findings).toBe(ids[3]);
  });

  test('stays on its finding when others come before it', () => {
    const ui = press(start, 'j');
    const [first, second, ...rest] = sampleSnapshot().findings;
    if (first === undefined || second === undefined) throw new Error('the sample has findings');
    const later = { ...feed, snapshot: sampleSnapshot({ findings: [...rest, first, second] }) };
    const moved = reduce(ui, { type: 'move', by: -1 }, { feed: later, placed, page: 3, lastScroll: 0 });
    expect(moved.cursor.findings).toBe(first.id);
  });
});

describe('panels', () => {
  test('Tab and l go round, Shift-Tab and h back', () => {
    const there = press(start, 'tab', 'l', 'right');
    expect(there.focus).not.toBe(start.focus);
    expect(press(there, 'shift-tab', 'h', 'left').focus).toBe(start.focus);
    const round = Array.from({ length: 7 }, () => 'tab');
    expect(press(start, ...round).focus).toBe(start.focus);
  });

  test('z takes the whole body and gives it back; so do Enter and Esc', () => {
    expect(press(start, 'z').zoomed).toBe(true);
    expect(press(start, 'z', 'z').zoomed).toBe(false);
    expect(press(start, 'tab', 'enter').zoomed).toBe(true);
    expect(press(start, 'tab', 'enter', 'esc').zoomed).toBe(false);
  });
});

test('a panel without room is not reached, but from a zoomed one; unzoomed it gives the focus back', () => {
  const small = {
    feed,
    placed: ['contrast', 'auth', 'storage', 'findings'] as const,
    page: 3,
    lastScroll: 0,
  };
  const next = (ui: UiState): UiState => reduce(ui, { type: 'panel', by: 1 }, small);
  const storage = { ...start, focus: 'storage' as const };
  expect(next(storage).focus).toBe('findings');
  expect(next({ ...storage, zoomed: true }).focus).toBe('replies');
  const replies = { ...start, focus: 'replies' as const, zoomed: true };
  expect(reduce(replies, { type: 'back' }, small)).toMatchObject({ zoomed: false, focus: 'findings' });
});

describe('findings', () => {
  test('Enter opens the one under the cursor, Esc and q leave it', () => {
    const open = press(start, 'j', 'enter');
    expect(open.openFinding).toBe(ids[1]);
    expect(press(open, 'esc').openFinding).toBeNull();
    expect(press(open, 'q')).toMatchObject({ openFinding: null, ended: null });
    expect(press(open, 'esc').cursor.findings).toBe(ids[1]);
  });

  test('an open finding scrolls no further than its end, and comes back at once', () => {
    const open = press(start, 'enter');
    expect(press(open, 'G').scroll).toBe(5);
    expect(press(open, 'G', 'j', 'k').scroll).toBe(4);
    expect(press(open, 'k').scroll).toBe(0);
  });
});

describe('leaving', () => {
  test('q quits at the top with 0, Ctrl-C from anywhere with 130', () => {
    expect(press(start, 'q').ended).toBe(0);
    expect(press(start, 'ctrl-c').ended).toBe(130);
    expect(press(start, '?', 'ctrl-c').ended).toBe(130);
    expect(press(start, 'enter', 'ctrl-c').ended).toBe(130);
  });

  test('Esc at the top does nothing', () => {
    expect(press(start, 'esc')).toEqual(start);
  });

  test('any key closes the help, scrolling does not', () => {
    expect(press(start, '?', 'j').help).toBe(true);
    for (const key of ['?', 'x', 'q', 'esc', 'enter', 'z']) {
      expect(press(start, '?', key)).toMatchObject({ help: false, ended: null, zoomed: false });
    }
  });
});

test('p stops the screen at what it shows, and a second p goes on', () => {
  const paused = press(start, 'p');
  expect(paused.pausedAt).toBe(feed);
  expect(press(paused, 'p').pausedAt).toBeNull();
});

test('keys that are not in the table do nothing', () => {
  for (const key of ['x', '9', 'ctrl-a', 'paste', 'delete']) expect(commandOf(key, start)).toBeNull();
});

test('no key means two things, and the footer names at most eight', () => {
  const keys = BINDINGS.flatMap((binding) => binding.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const ui of [start, { ...start, help: true }, { ...start, zoomed: true }]) {
    expect(footerBindings(ui).length).toBeLessThanOrEqual(8);
  }
});
