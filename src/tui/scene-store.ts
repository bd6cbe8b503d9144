import { isReading, shownFeed } from './state.ts';
import type { FeedState } from './feed.ts';
import type { Look, Scene } from './draw/scene.ts';
import type { Size } from './draw/line.ts';
import type { UiState } from './state.ts';

/** The one place where what is counted, what the person did and the terminal's size come together. */
export class SceneStore {
  readonly #look: Look;
  readonly #listeners = new Set<() => void>();
  #feed: FeedState;
  #ui: UiState;
  #size: Size;
  #notice: string | null = null;
  #scene: Scene;

  constructor(look: Look, size: Size, ui: UiState, feed: FeedState) {
    this.#look = look;
    this.#size = size;
    this.#ui = ui;
    this.#feed = feed;
    this.#scene = this.#compose();
  }

  get scene(): Scene {
    return this.#scene;
  }

  get feed(): FeedState {
    return this.#feed;
  }

  set feed(feed: FeedState) {
    this.#feed = feed;
    this.#tell();
  }

  get ui(): UiState {
    return this.#ui;
  }

  set ui(ui: UiState) {
    if (ui === this.#ui) return;
    const opened = isReading(ui) && !isReading(this.#ui);
    this.#ui = ui;
    if (opened) this.#notice = null;
    this.#tell();
  }

  set size(size: Size) {
    this.#size = size;
    this.#tell();
  }

  set notice(notice: string | null) {
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    this.#scene = this.#compose();
    for (const listener of this.#listeners) listener();
  }

  #compose(): Scene {
    const shown = shownFeed(this.#ui, this.#feed);
    const { progress } = this.#feed;
    return {
      snapshot: shown.snapshot,
      progress,
      missedLines: this.#ui.pausedAt === null ? null : progress.lines - shown.progress.lines,
      problems: this.#feed.problems,
      notice: this.#notice,
      ui: this.#ui,
      size: this.#size,
      look: this.#look,
    };
  }
}
