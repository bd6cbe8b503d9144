import type { Snapshot } from '../model/snapshot.ts';

/** Where the dashboard's numbers come from. Asked again only after the last answer was painted. */
export interface SnapshotFeed {
  /** Rejects when whoever counts has broken down; what was shown stays on the screen. */
  next(): Promise<FeedState>;
  close(): void;
}

export interface FeedState {
  /** Null until the first one. */
  readonly snapshot: Snapshot | null;
  readonly progress: Progress;
  /** Inputs that could not be read, or not to their end. */
  readonly problems: readonly Problem[];
}

export interface Progress {
  /** As stored, that is before decompression. */
  readonly bytesRead: number;
  /** Null when it is not known: a pipe. */
  readonly bytesTotal: number | null;
  readonly lines: number;
  readonly files: readonly FileProgress[];
  /** Nothing more will come. */
  readonly done: boolean;
  /** Nothing more will come, because whoever counted broke down. */
  readonly broken: boolean;
}

export interface FileProgress {
  readonly path: string;
  readonly bytesRead: number;
  readonly bytesTotal: number | null;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
}

export interface Problem {
  readonly message: string;
  readonly hint: string | null;
}

export const NOTHING_YET: FeedState = {
  snapshot: null,
  progress: { bytesRead: 0, bytesTotal: null, lines: 0, files: [], done: false, broken: false },
  problems: [],
};

/** Whoever counted broke down: nothing more will come, what was counted so far stays. */
export function brokenDown(last: FeedState, error: unknown): FeedState {
  const message = error instanceof Error ? error.message : String(error);
  return {
    snapshot: last.snapshot,
    progress: { ...last.progress, done: true, broken: true },
    problems: [...last.problems, { message: `reading stopped: ${message}`, hint: null }],
  };
}
