import { writeSync } from 'node:fs';

/**
 * The terminal's modes: entering and leaving the full screen. Both may be called any number of times and from any
 * state, and both have written everything when they return, because leaving also happens in signal and exit handlers.
 */
export class Terminal {
  readonly #fileDescriptor: number;
  #entered = false;
  /** True once the terminal is gone (the window was closed, the link broke): writes are then silently dropped. */
  lost = false;

  constructor(fileDescriptor: number) {
    this.#fileDescriptor = fileDescriptor;
  }

  enter(): void {
    if (this.#entered) return;
    this.#entered = true;
    this.write(ENTER);
  }

  leave(): void {
    if (!this.#entered) return;
    this.#entered = false;
    this.write(LEAVE);
  }

  /** Blocks while the terminal does not read: nothing is queued, so what is shown afterwards is the present. */
  write(text: string): void {
    let bytes: Uint8Array = Buffer.from(text, 'utf8');
    while (bytes.length > 0 && !this.lost) {
      try {
        bytes = bytes.subarray(writeSync(this.#fileDescriptor, bytes));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code === 'EAGAIN') waitBriefly();
        else this.lost = true;
      }
    }
  }
}

/** Alternate screen, no cursor, no automatic wrapping, paste in brackets, cleared. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[0m\x1b[2J\x1b[H';
/** The same backwards. The alternate screen goes last: it brings back the text and the cursor of before. */
const LEAVE = '\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l';

/** The descriptor is non-blocking and full. There is nothing else to do on this thread than to draw. */
function waitBriefly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
