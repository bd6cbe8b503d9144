// Counts logins where the log only shows what a login was used for: Postfix names the user once per message
// ("Q: client=N[A], sasl_method=PLAIN, sasl_username=U"), Exim in "A=plain:U" of every arrival. One connection is one
// login, or as many as its "disconnect from N[A] ehlo=1 auth=2 …" says; and one attempt more than its lines tell of
// when the client left in the middle of it.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import { ConnectionKeys, type ConnectionKey } from './connection-keys.ts';
import { endOf, loginOf, type Evidence } from './auth-evidence.ts';
import { step, type AuthFindings, type AuthSession } from './auth-session.ts';

/** What this stretch of log knows of a connection that may have begun before it. */
interface Head {
  readonly evidence: Evidence[];
  /** The connection ended or another began: the rest is no longer about it. */
  sealed: boolean;
}

const MOST_OPEN = 20_000;
const MOST_HEADS = 10_000;
const MOST_EVIDENCE = 20;

export class AuthSessions {
  /** Connections with an AUTH command, by `keys`. */
  readonly open: Map<ConnectionKey, AuthSession> = new Map();
  /** For `merge`: by `keys`, what came before the first beginning or end of a connection. */
  readonly heads: Map<ConnectionKey, Head> = new Map();
  readonly keys: ConnectionKeys = new ConnectionKeys();

  /** A line of a connection in which somebody had logged in. */
  login(event: MailEvent, findings: AuthFindings): void {
    const login = loginOf(event);
    const key = this.keys.of(event);
    if (key === null) return findings.logins(login, 1);
    const before = this.open.get(key);
    const after = this.#take(key, login, findings);
    if (after.logins === before?.logins) findings.logins(login, 0);
    else this.#remember(key, login);
  }

  /** An AUTH command failed, with a line of its own. */
  denial(event: MailEvent, findings: AuthFindings): void {
    this.#note(event, { kind: 'denial', count: event.repeat, time: event.time }, findings);
  }

  /** The client left, or fell silent, after AUTH. */
  leaving(event: MailEvent, findings: AuthFindings): void {
    this.#note(event, { kind: 'leaving', time: event.time }, findings);
  }

  /** A connection begins, so that the one before it on this pid is over. */
  begin(event: MailEvent): void {
    const key = this.keys.of(event);
    if (key !== null) this.#close(key);
  }

  /** A connection ends, with the counters of its commands where the line has them. */
  end(event: MailEvent, findings: AuthFindings): void {
    const end = endOf(event);
    if (end !== null) this.#note(event, end, findings);
    this.begin(event);
  }

  /** @param findings is told what `later` counted wrongly because it did not know our open connections. */
  merge(later: AuthSessions, findings: AuthFindings): void {
    const takenBack: AuthFindings = {
      logins: (login, count) => findings.logins(login, -count),
      aborted: (end, count) => findings.aborted(end, -count),
    };
    const { names } = later.keys;
    for (const [theirKey, head] of later.heads) {
      const key = this.keys.adopt(theirKey, names);
      let session = this.open.get(key);
      if (session !== undefined) {
        let alone: AuthSession | undefined;
        for (const evidence of head.evidence) {
          alone = step(alone, evidence, takenBack);
          session = step(session, evidence, findings);
        }
        this.open.set(key, session);
      }
      this.#joinHead(key, head);
      if (head.sealed) this.open.delete(key);
    }
    for (const [theirKey, theirs] of later.open) {
      const key = this.keys.adopt(theirKey, names);
      const mine = this.open.get(key);
      this.#keepOpen(key, mine === undefined ? theirs : { ...mine, time: theirs.time });
    }
  }

  #note(event: MailEvent, evidence: Evidence, findings: AuthFindings): void {
    const key = this.keys.of(event);
    if (key === null) return;
    this.#take(key, evidence, findings);
    this.#remember(key, evidence);
  }

  #take(key: ConnectionKey, evidence: Evidence, findings: AuthFindings): AuthSession {
    const session = step(this.open.get(key), evidence, findings);
    this.#keepOpen(key, session);
    return session;
  }

  #keepOpen(key: ConnectionKey, session: AuthSession): void {
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
    this.open.set(kept(key), session);
  }

  #close(key: ConnectionKey): void {
    this.open.delete(key);
    const head = this.#head(key);
    if (head !== null) head.sealed = true;
  }

  #remember(key: ConnectionKey, evidence: Evidence): void {
    const head = this.#head(key);
    if (head !== null && !head.sealed) append(head, evidence);
  }

  #head(key: ConnectionKey): Head | null {
    const known = this.heads.get(key);
    if (known !== undefined) return known;
    if (this.heads.size >= MOST_HEADS) return null;
    const head: Head = { evidence: [], sealed: false };
    this.heads.set(kept(key), head);
    return head;
  }

  #joinHead(key: ConnectionKey, theirs: Head): void {
    const mine = this.#head(key);
    if (mine === null || mine.sealed) return;
    for (const evidence of theirs.evidence) append(mine, evidence);
    mine.sealed = theirs.sealed;
  }
}

/** Who guesses passwords is denied again and again: that is one entry. */
function append({ evidence }: Head, added: Evidence): void {
  const last = evidence.at(-1);
  if (last?.kind === 'denial' && added.kind === 'denial') {
    evidence[evidence.length - 1] = { ...added, count: last.count + added.count };
  } else if (evidence.length < MOST_EVIDENCE) evidence.push(added);
}

function kept(key: ConnectionKey): ConnectionKey {
  return typeof key === 'string' ? keep(key) : key;
}
