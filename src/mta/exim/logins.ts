// Exim writes no line for a login. It shows as A= on what the client does next, on every message of the connection.
// Ports, connection numbers or processes tell the connections apart later on; here it is told where a log has none.
import type { MailEvent } from '../../model/event.ts';
import { keep } from '../../model/keep.ts';

export class Logins {
  /** By client and account: when the login was seen last. */
  readonly #seen = new Map<string, number>();

  /** Lets the first of several lines of one login count. */
  settle(event: MailEvent): void {
    const auth = event.auth;
    if (auth === null || auth.outcome !== 'success' || event.direction !== 'inbound') return;
    if (event.session !== null || event.pid !== null || event.time === null) return;
    const key = `${event.clientIp ?? ''} ${event.helo ?? ''} ${auth.username ?? ''}`;
    const before = this.#seen.get(key);
    if (before !== undefined && event.time - before <= LONGEST_PAUSE_MS) auth.counts = false;
    if (before === undefined && this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.set(before === undefined ? keep(key) : key, event.time);
  }
}

const MOST_SEEN = 20_000;
/** Messages of one client this close came through one connection. */
const LONGEST_PAUSE_MS = 2000;
