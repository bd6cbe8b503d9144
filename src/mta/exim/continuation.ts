// Physical lines that belong to the entry before them: the header of a rejected message, the second line of a
// configuration error. Header text is the sender's; it may look like anything, but never stands in column 1.
import type { MailEvent } from '../../model/event.ts';
import { keep } from '../../model/keep.ts';
import { SPACE } from './ascii.ts';

/** The entry that may go on in the next physical line. */
export class OpenEntry {
  #kind: 'none' | 'rejected' | 'error' = 'none';
  #queueId: string | null = null;

  /** A new entry began; what came before is over. */
  begin(event: MailEvent): void {
    if (event.kind === 'reject') {
      this.#kind = 'rejected';
      this.#queueId = event.queueId === null ? null : keep(event.queueId);
    } else {
      this.#kind = event.kind === 'error' || event.kind === 'storage' ? 'error' : 'none';
    }
  }

  close(): void {
    this.#kind = 'none';
  }

  /** Reads a further line of the entry; false when it is none. */
  read(text: string, event: MailEvent): boolean {
    if (this.#kind === 'error' && text.startsWith('  ')) {
      event.kind = 'continuation';
      return true;
    }
    if (ENVELOPE.test(text)) {
      // A rotated log may begin in the middle of a block.
      if (this.#kind !== 'rejected') this.#queueId = null;
      this.#kind = 'rejected';
    } else if (this.#kind !== 'rejected' || !isHeaderLine(text)) {
      return false;
    }
    event.kind = 'continuation';
    event.queueId = this.#queueId;
    return true;
  }
}

/** Exim's letter for the kind of header and a blank, or the white space of a folded line. */
function isHeaderLine(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === SPACE || first === TAB) return true;
  return (text.charCodeAt(1) === SPACE && TYPES.includes(text.charAt(0))) || text === '*** truncated ***';
}

const TAB = 9;
const TYPES = 'PFTCBRSI*';
const ENVELOPE = /^Envelope-(?:from|to): </;
