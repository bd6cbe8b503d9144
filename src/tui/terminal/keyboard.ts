import { openSync } from 'node:fs';
import { ReadStream, isatty } from 'node:tty';
import { MailtopError } from '../../model/errors.ts';
import { KeyDecoder } from './keys.ts';
import type { Key } from './keys.ts';

/**
 * The keys of the person at the terminal. They come from the terminal itself, so that the log may come in on standard
 * input. Nothing else reads the stream: two readers of one terminal steal each other's keys.
 */
export class Keyboard {
  readonly stream: ReadStream;
  readonly #decoder = new KeyDecoder();
  readonly #escapeDelay: number;
  #timer: NodeJS.Timeout | undefined;

  /** `escapeDelay`: milliseconds after which an Esc that nothing followed was the Esc key. */
  constructor(fileDescriptor: number, escapeDelay = 50) {
    this.stream = new ReadStream(fileDescriptor);
    this.#escapeDelay = escapeDelay;
    // The window was closed: SIGHUP follows and says so.
    this.stream.on('error', () => {});
  }

  /** Keys come one at a time, however they were sent. */
  listen(onKey: (key: Key) => void): void {
    this.stream.setEncoding('utf8');
    this.stream.on('data', (input) => {
      clearTimeout(this.#timer);
      for (const key of this.#decoder.push(String(input))) onKey(key);
      const { pending } = this.#decoder;
      if (pending === '') return;
      this.#timer = setTimeout(() => {
        // On a busy machine the rest of a sequence may have come in time without having been read: it is read first.
        setImmediate(() => {
          if (this.#decoder.pending === pending) for (const key of this.#decoder.flush()) onKey(key);
        });
      }, this.#escapeDelay);
    });
  }

  /** Each key at once and unechoed. */
  enterRawMode(): void {
    this.#setRawMode(true);
    this.stream.resume();
  }

  /** The line editing of before, as the shell left it. Works in signal and exit handlers. */
  leaveRawMode(): void {
    this.#setRawMode(false);
    this.stream.pause();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.leaveRawMode();
    this.stream.destroy();
  }

  #setRawMode(raw: boolean): void {
    if (this.stream.destroyed) return;
    try {
      this.stream.setRawMode(raw);
    } catch {
      // The terminal is gone.
    }
  }
}

/** Standard input when it is the terminal, else the terminal that controls this process. */
export function openKeyboardDescriptor(): number {
  if (isatty(0)) return 0;
  try {
    return openSync('/dev/tty', 'r');
  } catch (cause) {
    throw new MailtopError('no-terminal', 'there is no terminal to read keys from', null, { cause });
  }
}
