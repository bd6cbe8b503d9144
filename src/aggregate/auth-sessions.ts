// Counts logins where the log only shows what a login was used for: Postfix names the user once per message
// ("Q: client=N[A], sasl_method=PLAIN, sasl_username=U"), Exim in "A=plain:U" of every arrival. One connection is one
// login, or as many as its "disconnect from N[A] ehlo=1 auth=2 …" says.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';

/** 334 replies of one attempt that no line prints. */
export interface Challenges {
  /** That the line proves. */
  readonly proven: number;
  /** That the usual client of the mechanism causes. */
  readonly usual: number;
}

/** Only SMTP has them: IMAP and POP3 ask without a code. */
export function challengesOf({ direction, auth }: MailEvent): Challenges {
  if (direction !== 'inbound' || auth === null || auth.outcome === 'refused') return NO_CHALLENGES;
  return { proven: auth.challengesMin, usual: Math.max(auth.challengesMin, auth.challengesTypical) };
}

const NO_CHALLENGES: Challenges = { proven: 0, usual: 0 };

/** A login as some line shows it, or the end of a connection with the number of logins in it. */
export interface LoginEvidence {
  /** Null: the line shows one login. */
  readonly total: number | null;
  readonly mechanism: string | null;
  readonly username: string | null;
  readonly clientIp: string | null;
  readonly time: number | null;
  /** Its 235 went over SMTP and stands in no other line. */
  readonly implies235: boolean;
  readonly challenges: Challenges;
}

interface Session {
  logins: number;
  /** The login that was counted last; null before the first. */
  login: LoginEvidence;
  time: number | null;
}

/** What this stretch of log knows of a connection that may have begun before it. */
interface Head {
  readonly evidence: LoginEvidence[];
  /** The connection ended or another began: the rest is no longer about it. */
  sealed: boolean;
}

/** Told of logins that are new. 0: still the same, at a later time. Negative: they were none. */
type OnLogins = (login: LoginEvidence, count: number) => void;

const MOST_OPEN = 20_000;
const MOST_HEADS = 10_000;
const MOST_EVIDENCE = 20;
/** Servers hang up on clients that are silent for minutes. After an hour it is another process with the same pid. */
const LONGEST_SILENCE = 3_600_000;

export class AuthSessions {
  /** Connections with a login, by `keyOf`. */
  readonly open: Map<string, Session> = new Map();
  /** For `merge`: by `keyOf`, what came before the first beginning or end of a connection. */
  readonly heads: Map<string, Head> = new Map();

  /** A line of a connection in which somebody had logged in. */
  login(event: MailEvent, onLogins: OnLogins): void {
    const evidence = evidenceOf(event, null);
    const key = keyOf(event);
    if (key === null) return onLogins(evidence, 1);
    const count = this.#take(key, evidence, onLogins);
    if (count === 0) onLogins(evidence, 0);
    else this.#remember(key, evidence);
  }

  /** A connection begins, so that the one before it on this pid is over. */
  begin(event: MailEvent): void {
    const key = keyOf(event);
    if (key !== null) this.#close(key);
  }

  /** A connection ends, with the counters of its commands where the line has them. */
  end(event: MailEvent, onLogins: OnLogins): void {
    const key = keyOf(event);
    if (key === null) return;
    const total = event.counters?.get('auth')?.[0] ?? 0;
    if (total > 0) {
      const evidence = evidenceOf(event, total);
      this.#take(key, evidence, onLogins);
      this.#remember(key, evidence);
    }
    this.#close(key);
  }

  /** @param onLogins is told what `later` counted wrongly because it did not know our open connections. */
  merge(later: AuthSessions, onLogins: OnLogins): void {
    for (const [key, head] of later.heads) {
      let session = this.open.get(key);
      if (session !== undefined) {
        let alone: Session | undefined;
        for (const evidence of head.evidence) {
          alone = step(alone, evidence, (login, count) => onLogins(login, -count));
          session = step(session, evidence, onLogins);
        }
        this.open.set(key, session);
      }
      this.#joinHead(key, head);
      if (head.sealed) this.open.delete(key);
    }
    for (const [key, theirs] of later.open) {
      const mine = this.open.get(key);
      if (mine === undefined) this.#keepOpen(key, { ...theirs });
      else mine.time = theirs.time;
    }
  }

  #take(key: string, evidence: LoginEvidence, onLogins: OnLogins): number {
    let counted = 0;
    const session = step(this.open.get(key), evidence, (login, count) => {
      counted = count;
      onLogins(login, count);
    });
    this.#keepOpen(key, session);
    return counted;
  }

  #keepOpen(key: string, session: Session): void {
    if (this.open.has(key)) {
      this.open.set(key, session);
      return;
    }
    if (this.open.size >= MOST_OPEN) {
      for (const oldest of this.open.keys()) {
        this.open.delete(oldest);
        break;
      }
    }
    this.open.set(keep(key), session);
  }

  #close(key: string): void {
    this.open.delete(key);
    const head = this.#head(key);
    if (head !== null) head.sealed = true;
  }

  #remember(key: string, evidence: LoginEvidence): void {
    const head = this.#head(key);
    if (head !== null && !head.sealed && head.evidence.length < MOST_EVIDENCE) head.evidence.push(evidence);
  }

  #head(key: string): Head | null {
    const known = this.heads.get(key);
    if (known !== undefined) return known;
    if (this.heads.size >= MOST_HEADS) return null;
    const head: Head = { evidence: [], sealed: false };
    this.heads.set(keep(key), head);
    return head;
  }

  #joinHead(key: string, theirs: Head): void {
    const mine = this.#head(key);
    if (mine === null || mine.sealed) return;
    mine.evidence.push(...theirs.evidence.slice(0, MOST_EVIDENCE - mine.evidence.length));
    mine.sealed = theirs.sealed;
  }
}

/** The session after `evidence`. */
function step(session: Session | undefined, evidence: LoginEvidence, onLogins: OnLogins): Session {
  if (evidence.total !== null) {
    const missing = evidence.total - (session?.logins ?? 0);
    const login: LoginEvidence =
      session === undefined
        ? evidence
        : { ...session.login, time: evidence.time, implies235: evidence.implies235 };
    onLogins(login, Math.max(0, missing));
    return { logins: evidence.total, login, time: evidence.time };
  }
  if (session !== undefined && isSame(session, evidence)) return { ...session, time: evidence.time };
  onLogins(evidence, 1);
  return { logins: (session?.logins ?? 0) + 1, login: evidence, time: evidence.time };
}

function isSame(session: Session, { mechanism, username, clientIp, time }: LoginEvidence): boolean {
  const { login } = session;
  if (login.username !== username || login.mechanism !== mechanism || login.clientIp !== clientIp)
    return false;
  return time === null || session.time === null || time - session.time < LONGEST_SILENCE;
}

function evidenceOf(event: MailEvent, total: number | null): LoginEvidence {
  const { auth, time } = event;
  return {
    total,
    mechanism: keepOrNull(auth?.mechanism ?? null),
    username: keepOrNull(auth?.username ?? null),
    clientIp: keepOrNull(auth?.clientIp ?? event.clientIp),
    time,
    implies235: event.direction === 'inbound' && event.replyCode === null && event.replyRole === 'said',
    challenges: challengesOf(event),
  };
}

function keepOrNull(text: string | null): string | null {
  return text === null ? null : keep(text);
}

/** What the lines of one connection share; null when they share nothing. */
function keyOf(event: MailEvent): string | null {
  if (event.session !== null) return `${event.host ?? ''} ${event.session}`;
  return event.pid === null ? null : `${event.host ?? ''} ${event.program ?? ''} ${event.pid}`;
}
