import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './keymap.ts';
import { INTERNAL_ERROR, lastWords, statusOf } from './ending.ts';
import { NOTHING_YET, brokenDown } from './feed.ts';
import { SceneStore } from './scene-store.ts';
import { initialUi, reduce } from './state.ts';
import { holdOutput } from './terminal/held-output.ts';
import { LineReferences } from './terminal/line-references.ts';
import { Painter, placedLines } from './terminal/painter.ts';
import { Screen } from './terminal/screen.ts';
import { Terminal } from './terminal/terminal.ts';
import { stopJob, watchExits } from './terminal/exits.ts';
import { drawFrame, groundOf } from './views/frame.ts';
import { VIEWS } from './views/index.ts';
import type { Look } from './draw/scene.ts';
import type { Size } from './draw/line.ts';
import type { Theme } from './draw/theme.ts';
import type { FeedState, SnapshotFeed } from './feed.ts';
import type { Keyboard } from './terminal/keyboard.ts';

export interface SessionParts {
  readonly keyboard: Keyboard;
  readonly output: typeof process.stdout;
  readonly feed: SnapshotFeed;
  readonly theme: Theme;
  readonly look: Look;
  /** Milliseconds between two snapshots. */
  readonly refresh: number;
}

/** One time at the terminal, from entering the full screen to giving it back. */
export class Session {
  readonly #parts: SessionParts;
  readonly #terminal: Terminal;
  readonly #screen: Screen;
  readonly #references = new LineReferences();
  readonly #store: SceneStore;
  readonly #ended: Promise<number>;
  #end: (status: number) => void = () => {};
  #isOver = false;
  #failure: Error | null = null;
  #resizeTimer: NodeJS.Timeout | undefined;
  #noticeTimer: NodeJS.Timeout | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    const size = sizeOf(parts.output);
    const painter = new Painter(size, parts.theme, parts.look.glyphs.name === 'ascii');
    this.#terminal = new Terminal(parts.output.fd);
    this.#screen = new Screen(size, this.#terminal, painter, this.#references);
    this.#store = new SceneStore(parts.look, size, initialUi(VIEWS[0].name), NOTHING_YET);
    this.#ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Resolves to the exit status when the terminal is as it was before. */
  async run(): Promise<number> {
    const { keyboard, output } = this.#parts;
    const stopWatching = watchExits({
      leave: () => this.#leave(),
      end: (status) => this.#finish(status),
      fail: (error) => this.#fail(error),
      suspend: () => this.#suspend(),
      resume: () => this.#resume(),
    });
    const release = holdOutput(process.stderr.isTTY ? [process.stdout, process.stderr] : [process.stdout]);
    let unmount = (): void => {};
    try {
      this.#enter();
      keyboard.listen(({ name }) => this.#press(name));
      output.on('resize', this.#resized);
      void this.#follow().catch((error: unknown) => this.#fail(error));
      unmount = await this.#mount();
    } catch (error) {
      this.#fail(error);
    }
    const status = await this.#ended;
    // From here on nothing of ours draws, reads keys or waits.
    this.#leave();
    output.off('resize', this.#resized);
    clearTimeout(this.#resizeTimer);
    clearTimeout(this.#noticeTimer);
    this.#parts.feed.close();
    unmount();
    keyboard.close();
    const held = release();
    process.stderr.write(held + lastWords(this.#store.feed, this.#failure, this.#parts.look.clean));
    stopWatching();
    return status;
  }

  /** The frame stands before anything else is loaded; then React takes over. */
  async #mount(): Promise<() => void> {
    const draw = (): void => this.#screen.show(placedLines(drawFrame(this.#store.scene)));
    draw();
    const unsubscribe = this.#store.subscribe(draw);
    const { mountApp } = await import('./app.tsx');
    unsubscribe();
    if (this.#isOver) return () => {};
    return mountApp({
      store: this.#store,
      screen: this.#screen,
      references: this.#references,
      keyboard: this.#parts.keyboard.stream,
      onError: (error) => this.#fail(error),
    });
  }

  /** One snapshot after the other, each asked for when the last one is on the screen. */
  async #follow(): Promise<void> {
    const begun = performance.now();
    while (!this.#isOver) {
      let state: FeedState;
      try {
        state = await this.#parts.feed.next();
      } catch (error) {
        if (!this.#isOver) this.#showFeed(brokenDown(this.#store.feed, error));
        return;
      }
      if (this.#isOver) return;
      this.#showFeed(state);
      const { done, files } = state.progress;
      // Not one of the inputs could be opened: there is nothing to look at, only something to say.
      if (done && files.length === 0 && state.problems.length > 0) this.#finish(statusOf(state));
      if (done) return;
      const early = performance.now() - begun < EARLY_MILLISECONDS;
      const pause = state.progress.lines === 0 ? FIRST_REFRESH : early ? EARLY_REFRESH : Infinity;
      await sleep(Math.min(pause, this.#parts.refresh));
    }
  }

  #showFeed(state: FeedState): void {
    const news = state.problems.slice(this.#store.feed.problems.length).at(-1);
    this.#store.feed = state;
    if (news !== undefined) this.#say(news.message);
  }

  #say(notice: string): void {
    this.#store.notice = this.#parts.look.clean(notice);
    clearTimeout(this.#noticeTimer);
    this.#noticeTimer = setTimeout(() => {
      this.#store.notice = null;
    }, NOTICE_MILLISECONDS);
  }

  #press(key: string): void {
    if (this.#isOver) return;
    const store = this.#store;
    const command = commandOf(key, store.ui);
    if (command === null) return;
    if (command.type === 'suspend') {
      this.#suspend();
      return;
    }
    if (command.type === 'redraw') {
      this.#screen.uncover();
      return;
    }
    store.ui = reduce(store.ui, command, { feed: store.feed, ...groundOf(store.scene) });
    const { ended } = store.ui;
    if (ended !== null) this.#finish(ended === 0 ? statusOf(store.feed) : ended);
  }

  /** While a window is dragged sizes come in dozens. */
  readonly #resized = (): void => {
    clearTimeout(this.#resizeTimer);
    this.#resizeTimer = setTimeout(() => {
      const size = sizeOf(this.#parts.output);
      this.#screen.resize(size);
      this.#store.size = size;
    }, RESIZE_MILLISECONDS);
  };

  #enter(): void {
    this.#terminal.enter();
    this.#parts.keyboard.enterRawMode();
  }

  #leave(): void {
    this.#screen.cover();
    this.#terminal.leave();
    this.#parts.keyboard.leaveRawMode();
  }

  #suspend(): void {
    if (this.#isOver) return;
    this.#leave();
    stopJob();
  }

  #resume(): void {
    if (this.#isOver) return;
    // After a stop that we did not see coming the modes are the shell's, whatever we remember.
    this.#leave();
    this.#enter();
    this.#screen.uncover();
    this.#resized();
  }

  #finish(status: number): void {
    this.#isOver = true;
    this.#end(status);
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#leave();
    this.#finish(INTERNAL_ERROR);
  }
}

function sizeOf(output: typeof process.stdout): Size {
  // Some terminals say 0 until somebody asks again.
  return { columns: output.columns || 80, rows: output.rows || 24 };
}

/** At first the numbers change much and the person waits for them. */
const EARLY_MILLISECONDS = 2000;
const EARLY_REFRESH = 250;
/** Until there is a first number. */
const FIRST_REFRESH = 50;
const NOTICE_MILLISECONDS = 5000;
const RESIZE_MILLISECONDS = 30;
