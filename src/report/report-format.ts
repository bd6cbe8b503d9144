import type { Snapshot } from '../model/snapshot.ts';

export interface RenderOptions {
  /** Cells per line of text for people. */
  readonly columns: number;
  /** False: ASCII only. */
  readonly utf8: boolean;
  /** Of the times for people; null: this host's. */
  readonly zone: string | null;
  /** For programs: one line, or indented by two blanks. */
  readonly indent: boolean;
}

/** A report ends in a newline, and is the same for the same snapshot and options. */
export interface ReportFormat {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly help: string;
  render(snapshot: Snapshot, options: RenderOptions): string;
}

/** A mail, a pipe. */
export const DEFAULT_COLUMNS = 78;
