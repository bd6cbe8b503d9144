// Reading logs from a program. Convenience over `Analysis`, which stays the one way in.
import { MailtopError } from './model/errors.ts';
import type { MailEvent } from './model/event.ts';
import type { RunOptions } from './model/run.ts';
import type { Snapshot } from './model/snapshot.ts';
import { Analysis } from './pipeline.ts';
import { openSources } from './sources/index.ts';

/** As the options of the command line. Times are epoch milliseconds. */
export interface AnalyzeOptions extends Partial<RunOptions> {
  /** Told of every input that could not be opened or ended in the middle. Default: the first one is thrown. */
  onProblem?: (problem: MailtopError) => void;
}

/**
 * Reads the inputs (files, folders, globs, `-`) once and counts.
 * @returns what `mailtop report --format json` prints.
 * Throws MailtopError when an input cannot be read and no `onProblem` is given.
 */
export async function analyze(
  inputs: string | readonly string[],
  options: AnalyzeOptions = {},
): Promise<Snapshot> {
  const analysis = new Analysis(runOptions(options));
  await readAll(inputs, options, analysis);
  return analysis.snapshot();
}

/**
 * The events of the inputs in input order, in batches of one chunk each (a few thousand lines). Reading goes on only
 * while you take batches; leave the loop and it stops.
 */
export async function* readEvents(
  inputs: string | readonly string[],
  options: AnalyzeOptions = {},
): AsyncGenerator<readonly MailEvent[], void, void> {
  const handoff = new Handoff();
  const analysis = new Analysis(runOptions(options), { events: (batch) => handoff.give(batch) });
  const reading = readAll(inputs, options, analysis).then(
    () => handoff.end(null),
    (error: unknown) => handoff.end(error),
  );
  try {
    for (let batch = await handoff.take(); batch !== null; batch = await handoff.take()) yield batch;
  } finally {
    handoff.stop();
    await reading;
  }
}

async function readAll(
  inputs: string | readonly string[],
  options: AnalyzeOptions,
  analysis: Analysis,
): Promise<void> {
  const { sources, problems } = await openSources(typeof inputs === 'string' ? [inputs] : inputs);
  const report = (problem: unknown): void => {
    // What is no MailtopError is a mistake of ours, or the end of a loop that was left.
    if (options.onProblem === undefined || !(problem instanceof MailtopError)) throw problem;
    options.onProblem(problem);
  };
  problems.forEach(report);
  analysis.expect(sources);
  for (const source of sources) await analysis.read(source).catch(report);
  analysis.end();
}

function runOptions(options: AnalyzeOptions): RunOptions {
  return {
    from: options.from ?? null,
    to: options.to ?? null,
    year: options.year ?? null,
    timezone: options.timezone ?? null,
    top: options.top ?? 1000,
    mta: options.mta ?? null,
  };
}

/** Thrown inside the reader when nobody takes events any more. */
class Stopped extends Error {}

/**
 * Passes one batch at a time from the reader to the caller's loop; each side waits for the other. The reader goes on only
 * when the next batch is asked for: a loop that is left never waits for a pipe that has gone quiet.
 */
class Handoff {
  #batch: readonly MailEvent[] | null = null;
  #asked = false;
  #ended = false;
  #stopped = false;
  #error: unknown = null;
  #wake: (() => void) | null = null;

  async give(batch: readonly MailEvent[]): Promise<void> {
    this.#batch = batch;
    this.#asked = false;
    this.#signal();
    while (!this.#asked && !this.#stopped) await this.#signalled();
    if (this.#stopped) throw new Stopped('reading was stopped');
  }

  async take(): Promise<readonly MailEvent[] | null> {
    this.#asked = true;
    this.#signal();
    while (this.#batch === null && !this.#ended) await this.#signalled();
    const batch = this.#batch;
    this.#batch = null;
    if (batch === null && this.#error !== null) throw this.#error;
    return batch;
  }

  end(error: unknown): void {
    this.#error = error instanceof Stopped ? null : error;
    this.#ended = true;
    this.#signal();
  }

  stop(): void {
    this.#stopped = true;
    this.#signal();
  }

  #signal(): void {
    const wake = this.#wake;
    this.#wake = null;
    wake?.();
  }

  /** Only one side ever waits: the other one is at work. */
  #signalled(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
