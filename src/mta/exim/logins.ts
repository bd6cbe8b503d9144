// Exim writes no line for a login. It shows as A= on what the client does next, on every message of the connection:
// the first of these lines counts for the login.
import type { MailEvent } from '../../model/event.ts';

export class Logins {
  /** By connection and account: when the login was seen last. */
  readonly #seen = new Map<string, number>();

  settle(event: MailEvent): void {
    const auth = event.auth;
    if (auth === null || auth.outcome !== 'success' || event.direction !== 'inbound') return;
    const connection = connectionOf(event);
    const key = `${event.host ?? ''} ${connection ?? `${event.clientIp ?? ''} ${event.helo ?? ''}`} ${auth.username ?? ''}`;
    const now = event.time ?? 0;
    const before = this.#seen.get(key);
    const longest = connection === null ? LONGEST_PAUSE_MS : LONGEST_CONNECTION_MS;
    if (before !== undefined && now - before <= longest) auth.counts = false;
    if (before === undefined && this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.set(key, now);
  }
}

/** Port of the client, number of the connection, or the process, which serves one connection; null when none is logged. */
function connectionOf(event: MailEvent): string | null {
  if (event.session !== null) return event.session;
  return event.pid === null ? null : `${event.pid} ${event.clientIp ?? ''}`;
}

const MOST_SEEN = 20_000;
/** Ports and process numbers are used again later. */
const LONGEST_CONNECTION_MS = 3_600_000;
/** With nothing but the address: messages this close came through one connection. */
const LONGEST_PAUSE_MS = 2000;
