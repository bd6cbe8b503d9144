// Decides which of the replies and attempts that were printed are one more of their kind (contract, section 5).
// Logs say the same thing several times: a host line before the final line, a protocol trace beside the log line, a
// rejectlog beside the mainlog. Each is an event; only one of them counts.
import type { MailEvent } from '../model/event.ts';
import { AnnouncedReplies } from './announced.ts';
import { OpenDialogues } from './dialogues.ts';
import { DuplicateLines } from './duplicates.ts';

export class Tally {
  readonly #announced: AnnouncedReplies;
  readonly #dialogues = new OpenDialogues();
  readonly #duplicates = new DuplicateLines();

  /** @param count gets every event once, when its `replyRole` is settled. Host lines come later than they were read. */
  constructor(count: (event: MailEvent) => void) {
    this.#announced = new AnnouncedReplies(count);
  }

  /** Whether more than one file will be read: copies of a line are looked for in the others. */
  expectFiles(count: number): void {
    this.#duplicates.severalFiles = count > 1;
  }

  /** Settles an event. False: the line is a second copy of one that was read, and counts for nothing. */
  add(event: MailEvent): boolean {
    if (event.mta === 'exim' && this.#duplicates.isCopy(event)) {
      if (event.replyRole !== 'not-sent') event.replyRole = 'repeated';
      return false;
    }
    this.#dialogues.settle(event);
    this.#announced.settle(event);
    return true;
  }

  /** The input has ended: what was waiting to be repeated was not. */
  end(): void {
    this.#announced.end();
  }
}
