import { Writable } from 'node:stream';
import type { LineReferences } from './line-references.ts';
import type { PlacedLine, Painter } from './painter.ts';
import type { Terminal } from './terminal.ts';
import type { Size } from '../draw/line.ts';

/**
 * What Ink takes for the terminal. With `debug: true` Ink hands over each whole frame as one text and touches nothing
 * else; the frame goes through the painter, which knows what is shown already.
 */
export class Screen extends Writable {
  columns: number;
  rows: number;
  /** Ink asks this before it writes modes of its own. */
  readonly isTTY = false;
  readonly #terminal: Pick<Terminal, 'write'>;
  readonly #painter: Painter;
  readonly #references: LineReferences;
  #lines: readonly PlacedLine[] = [];
  /** While the terminal belongs to the shell. */
  #covered = false;

  constructor(size: Size, terminal: Pick<Terminal, 'write'>, painter: Painter, references: LineReferences) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
    this.#terminal = terminal;
    this.#painter = painter;
    this.#references = references;
  }

  override _write(frame: unknown, _encoding: string, done: () => void): void {
    if (typeof frame === 'string' && frame !== '') this.show(this.#references.resolve(frame));
    done();
  }

  show(lines: Iterable<PlacedLine>): void {
    this.#lines = [...lines];
    this.#paint();
  }

  resize(size: Size): void {
    this.columns = size.columns;
    this.rows = size.rows;
    this.#painter.resize(size);
  }

  /** The terminal belongs to somebody else: nothing is written until `uncover`. */
  cover(): void {
    this.#covered = true;
  }

  /** Writes every cell anew. */
  uncover(): void {
    this.#covered = false;
    this.#painter.forget();
    this.#paint();
  }

  #paint(): void {
    if (this.#covered) return;
    const changes = this.#painter.paint(this.#lines);
    if (changes !== '') this.#terminal.write(changes);
  }
}
