// Gives found lines to the pipeline as if they were the whole log, and remembers where they really stand.
import { Buffer } from 'node:buffer';
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import type { RunOptions } from '../model/run.ts';
import type { Source } from '../model/source.ts';
import { Analysis } from '../pipeline.ts';
import type { FoundLine } from './found-lines.ts';

export interface TracedLine {
  readonly event: MailEvent;
  /** Index of its input. */
  readonly file: number;
  readonly offset: number;
  /** As it stands in the input, one character a byte. */
  readonly raw: string;
}

type Batches = AsyncIterable<readonly FoundLine[]> | Iterable<readonly FoundLine[]>;

export class LineReader {
  readonly #analysis: Analysis;
  readonly #ended: Message[] = [];
  #file = 0;
  #batch: readonly FoundLine[] = [];
  /** Lines given before the batch. */
  #before = 0;

  constructor(options: RunOptions, onLines: (lines: readonly TracedLine[]) => void) {
    this.#analysis = new Analysis(options, {
      events: (events) => onLines(events.flatMap((event) => this.#placed(event))),
      messages: (messages) => {
        this.#ended.push(...messages);
      },
    });
  }

  /** Reads the found lines of one input. Throws what the input throws; what came before is read. */
  async read(file: number, source: Source, batches: Batches): Promise<void> {
    this.#file = file;
    this.#before = 0;
    this.#batch = [];
    const { path, size, modified, compression } = source;
    await this.#analysis.read({
      path,
      size,
      modified,
      compression,
      chunks: () => this.#chunks(batches),
    });
  }

  /** Every mail that the lines tell of, ended or not. */
  messages(): Message[] {
    this.#analysis.end();
    return [...this.#ended, ...this.#analysis.open()];
  }

  async *#chunks(batches: Batches): AsyncGenerator<Uint8Array> {
    for await (const batch of batches) {
      this.#before += this.#batch.length;
      this.#batch = batch;
      yield Buffer.from(batch.map(({ text }) => `${text}\n`).join(''), 'latin1');
    }
  }

  #placed(event: MailEvent): TracedLine[] {
    const line = this.#batch[event.line - 1 - this.#before];
    if (line === undefined) return [];
    return [{ event, file: this.#file, offset: line.offset, raw: line.text }];
  }
}
