// The lines that belong to what is traced, picked out of the inputs in as many readings as new ids come up.
import type { Message } from '../model/message.ts';
import type { RunOptions } from '../model/run.ts';
import type { Source } from '../model/source.ts';
import { foundLines, type FoundLine, type Windows } from './found-lines.ts';
import type { LinePattern } from './line-pattern.ts';
import { LineReader, type TracedLine } from './line-reader.ts';
import type { SpanReader } from './span.ts';

/** Told what could not be read to its end. Throws it again if it is a mistake of ours. */
export type OnProblem = (error: unknown) => void;

export class Evidence {
  readonly #sources: readonly Source[];
  readonly #options: RunOptions;
  readonly #span: SpanReader;
  readonly #onProblem: OnProblem;
  /** By offset, one map an input. */
  readonly #picked: readonly Map<number, FoundLine>[];
  readonly #failed = new Set<Source>();
  #first = true;

  constructor(sources: readonly Source[], options: RunOptions, span: SpanReader, onProblem: OnProblem) {
    this.#sources = sources;
    this.#options = options;
    this.#span = span;
    this.#onProblem = onProblem;
    this.#picked = sources.map(() => new Map<number, FoundLine>());
  }

  /** Reads every input once and gives what matches to `onLines`; nothing is picked. */
  async look(pattern: LinePattern, onLines: (lines: readonly TracedLine[]) => void): Promise<void> {
    const reader = new LineReader(this.#options, onLines);
    await this.#each(async (source, file) =>
      reader.read(file, source, foundLines(this.#chunks(source), pattern)),
    );
    this.#first = false;
  }

  /** @param windows by input; null: everywhere. */
  async pick(pattern: LinePattern, windows: ReadonlyMap<number, Windows> | null = null): Promise<void> {
    await this.#each(async (source, file) => {
      const parts = windows === null ? null : (windows.get(file) ?? []);
      if (parts?.length === 0) return;
      const picked = this.#picked[file];
      for await (const batch of foundLines(this.#chunks(source), pattern, parts)) {
        for (const line of batch) picked?.set(line.offset, line);
      }
    });
    this.#first = false;
  }

  add({ file, offset, raw }: TracedLine): void {
    this.#picked[file]?.set(offset, { offset, text: raw });
  }

  /** What has been picked so far, understood: its lines in order and the mails they tell of. */
  async read(): Promise<{ lines: TracedLine[]; messages: Message[] }> {
    const lines: TracedLine[] = [];
    const reader = new LineReader(this.#options, (batch) => {
      lines.push(...batch);
    });
    for (const [file, source] of this.#sources.entries()) {
      const picked = [...(this.#picked[file]?.values() ?? [])].sort((a, b) => a.offset - b.offset);
      if (picked.length > 0) await reader.read(file, source, parts(picked));
    }
    return { lines, messages: reader.messages() };
  }

  async #each(work: (source: Source, file: number) => Promise<void>): Promise<void> {
    for (const [file, source] of this.#sources.entries()) {
      try {
        await work(source, file);
      } catch (error) {
        if (!this.#failed.has(source)) this.#onProblem(error);
        this.#failed.add(source);
      }
    }
  }

  #chunks(source: Source): AsyncIterable<Uint8Array> {
    return this.#first ? this.#span.watch(source, source.chunks()) : source.chunks();
  }
}

const LINES_AT_ONCE = 1000;

function* parts(lines: readonly FoundLine[]): Generator<readonly FoundLine[]> {
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) yield lines.slice(at, at + LINES_AT_ONCE);
}
