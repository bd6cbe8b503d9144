// What the reader remembers of open sessions, by process id: an smtpd or smtp process serves one peer at a time.
import type { MailEvent, Stage } from '../../model/event.ts';

export interface Session {
  /** A process id says little without host and instance: whoever has the same pid elsewhere takes the place over. */
  host: string | null;
  program: string | null;
  /** The login of this session has been counted; a session may carry many messages. */
  loggedIn: boolean;
  /** Verbose logging: commands whose reply is still to come, oldest first. */
  pending: (Stage | null)[];
  /** Stage of the last reply that answered a command. */
  last: Stage | null;
  /** A 334 stands open: the next line of the client holds credentials. */
  challenged: boolean;
  /** From `AUTH LOGIN`. */
  mechanism: string | null;
  /** From the trace of the authentication back end. */
  username: string | null;
  /** A recipient was accepted, so that a refused DATA will be reported by a delivery line. */
  recipientAccepted: boolean;
}

/** Sessions of logged-in clients and of traced connections; at most `MOST_SESSIONS`, the oldest give way. */
export class Sessions {
  readonly #byPid = new Map<number, Session>();

  /** The open session of the process that wrote the line; null when nothing is remembered of it. */
  find(event: MailEvent): Session | null {
    if (event.pid === null || this.#byPid.size === 0) return null;
    const session = this.#byPid.get(event.pid);
    return session !== undefined && session.host === event.host && session.program === event.program
      ? session
      : null;
  }

  /** The same, begun when there is none; null for a line without a process id. */
  open(event: MailEvent): Session | null {
    const known = this.find(event);
    if (known !== null || event.pid === null) return known;
    if (this.#byPid.size >= MOST_SESSIONS) {
      for (const oldest of this.#byPid.keys()) {
        this.#byPid.delete(oldest);
        break;
      }
    }
    const session: Session = {
      host: event.host,
      program: event.program,
      loggedIn: false,
      pending: [],
      last: null,
      challenged: false,
      mechanism: null,
      username: null,
      recipientAccepted: false,
    };
    this.#byPid.set(event.pid, session);
    return session;
  }

  /** At `connect` and `disconnect`: the process has a new client, or none. */
  close(event: MailEvent): void {
    if (event.pid !== null && this.#byPid.size > 0) this.#byPid.delete(event.pid);
  }
}

const MOST_SESSIONS = 10_000;
