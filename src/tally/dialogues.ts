// Connections whose SMTP dialogue is in the log line by line (Postfix debug_peer_list, `smtpd -v`): there the wire's
// own replies count, and the daemon's log lines about the same replies do not.
import type { MailEvent } from '../model/event.ts';

/** Connections remembered at most. */
const MOST_OPEN = 10_000;

export class OpenDialogues {
  /** Host and pid of the daemon. A pid serves one connection at a time. */
  readonly #open = new Set<string>();

  settle(event: MailEvent): void {
    if (event.mta !== 'postfix') return;
    if (event.kind === 'dialogue') {
      if (this.#open.size >= MOST_OPEN) this.#open.clear();
      this.#open.add(keyOf(event));
    } else if (this.#open.size > 0 && event.direction === 'inbound') {
      this.#besideDialogue(event);
    }
  }

  #besideDialogue(event: MailEvent): void {
    const key = keyOf(event);
    if (!this.#open.has(key)) return;
    // The disconnect line is the last of its connection; the next client of this pid may not be traced.
    if (event.kind === 'disconnect') this.#open.delete(key);
    if (event.replyRole === 'said') event.replyRole = 'repeated';
    // The 334s of this login stand in the trace.
    if (event.auth !== null) {
      event.auth.challengesMin = 0;
      event.auth.challengesTypical = 0;
    }
  }
}

function keyOf(event: MailEvent): string {
  return `${event.host ?? ''} ${event.pid ?? ''}`;
}
