import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import { mountApp } from '../../src/tui/app.tsx';
import { chooseTheme } from '../../src/tui/draw/theme.ts';
import { SceneStore } from '../../src/tui/scene-store.ts';
import { initialUi } from '../../src/tui/state.ts';
import { LineReferences } from '../../src/tui/terminal/line-references.ts';
import { Painter } from '../../src/tui/terminal/painter.ts';
import { Screen } from '../../src/tui/terminal/screen.ts';
import { Emulator } from './support/emulator.ts';
import { sampleScene, screenText } from './support/frames.ts';
import { sampleSnapshot } from './support/sample-snapshot.ts';
import type { ReadStream } from 'node:tty';
import type { PlacedLine } from '../../src/tui/terminal/painter.ts';
import type { FeedState } from '../../src/tui/feed.ts';
import type { Size } from '../../src/tui/draw/line.ts';

/** Also keeps the frames as Ink hands them over. */
class RecordingReferences extends LineReferences {
  readonly frames: string[] = [];

  override resolve(frame: string): PlacedLine[] {
    this.frames.push(frame);
    return super.resolve(frame);
  }
}

function feedState(total: number): FeedState {
  const snapshot = sampleSnapshot();
  return {
    snapshot: { ...snapshot, replies: { ...snapshot.replies, total } },
    progress: sampleScene().progress,
    problems: [],
  };
}

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

function mount(size: Size): {
  store: SceneStore;
  screen: Screen;
  references: RecordingReferences;
  terminal: { emulator: Emulator };
  written: string[];
  errors: unknown[];
} {
  const terminal = { emulator: new Emulator(size.columns, size.rows) };
  const written: string[] = [];
  const errors: unknown[] = [];
  const references = new RecordingReferences();
  const screen = new Screen(
    size,
    {
      write(text) {
        written.push(text);
        terminal.emulator.write(text, displayWidth);
      },
    },
    new Painter(size, chooseTheme({}, 'ansi'), false),
    references,
  );
  const store = new SceneStore(sampleScene().look, size, initialUi('overview'), feedState(22_816));
  const keyboard = new PassThrough() as unknown as ReadStream;
  ends.push(mountApp({ store, screen, references, keyboard, onError: (error) => errors.push(error) }));
  return { store, screen, references, terminal, written, errors };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('through React and Ink', () => {
  test.each([
    [80, 24],
    [140, 40],
    [200, 60],
  ])('the terminal shows what the frame says, at %ix%i', async (columns, rows) => {
    const size = { columns, rows };
    const { store, terminal } = mount(size);
    await settled();
    expect(terminal.emulator.text()).toEqual(screenText(sampleScene({ size })));

    store.ui = { ...store.ui, help: true };
    await settled();
    expect(terminal.emulator.text()).toEqual(screenText(sampleScene({ size, ui: store.ui })));
  });

  test('every frame is one write of Ink without any escape, and one write to the terminal', async () => {
    const { store, references, written } = mount({ columns: 80, rows: 24 });
    await settled();
    for (let total = 1; total <= 5; total++) {
      const before = references.frames.length;
      const writes = written.length;
      store.feed = feedState(total * 1111);
      await settled();
      expect(references.frames.length - before).toBe(1);
      expect(written.length - writes).toBe(1);
      // A changed number is a few bytes, not a screen.
      expect(written.at(-1)?.length).toBeLessThan(200);
    }
    for (const frame of references.frames) expect(frame).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test('nothing is written while the terminal belongs to the shell, and all of the present afterwards', async () => {
    const { store, screen, terminal, written } = mount({ columns: 80, rows: 24 });
    await settled();
    screen.cover();
    const writes = written.length;
    store.feed = feedState(7777);
    await settled();
    expect(written.length).toBe(writes);
    terminal.emulator.write('\x1b[2J', displayWidth);
    screen.uncover();
    expect(terminal.emulator.text().join('\n')).toContain('7,777 replies');
  });

  test('a resize fills the new size', async () => {
    const { store, screen, errors, terminal } = mount({ columns: 80, rows: 24 });
    await settled();
    const size = { columns: 100, rows: 30 };
    terminal.emulator = new Emulator(size.columns, size.rows);
    screen.resize(size);
    store.size = size;
    await settled();
    expect(terminal.emulator.text()).toEqual(screenText(sampleScene({ size })));
    expect(errors).toEqual([]);
  });

  test('an error while drawing is reported, and nothing of it is drawn', async () => {
    const { store, errors, written } = mount({ columns: 80, rows: 24 });
    await settled();
    const throwing = Object.defineProperty(sampleSnapshot(), 'auth', {
      get() {
        throw new Error('broken');
      },
    });
    store.feed = { ...feedState(1), snapshot: throwing };
    await settled();
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toContain('broken');
    expect(written.join('')).not.toContain('broken');
  });
});
