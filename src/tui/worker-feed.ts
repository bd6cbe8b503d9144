import { Worker } from 'node:worker_threads';
import type { RunOptions } from '../model/run.ts';
import type { FeedState, SnapshotFeed } from './feed.ts';

/** What the worker reads. `-` is standard input. */
export interface FeedInput {
  readonly paths: readonly string[];
  readonly run: RunOptions;
}

/** Sent to the worker: nothing but the question. */
export const SNAPSHOT_QUESTION = 'snapshot?';

/** Reads and counts in a thread of its own, so that neither the keys nor a terminal that stalls can hold it up. */
export class WorkerFeed implements SnapshotFeed {
  readonly #worker: Worker;
  #answer: PendingAnswer | null = null;
  #failure: Error | null = null;

  /** `entry` is the worker's file. */
  constructor(input: FeedInput, entry: URL = new URL('./feed-worker.js', import.meta.url)) {
    // Its output is taken here, or it would be written over the screen.
    this.#worker = new Worker(entry, { workerData: input, stdin: false, stdout: true, stderr: true });
    this.#worker.on('message', (state: FeedState) => {
      this.#answer?.resolve(state);
      this.#answer = null;
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the reading thread ended with status ${code}`)));
  }

  next(): Promise<FeedState> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
      this.#worker.postMessage(SNAPSHOT_QUESTION, []);
    });
  }

  close(): void {
    this.#answer = null;
    void this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
    this.#answer?.reject(this.#failure);
    this.#answer = null;
  }
}

interface PendingAnswer {
  resolve(state: FeedState): void;
  reject(error: Error): void;
}
