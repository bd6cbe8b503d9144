// One connection: what is known of its logins so far, and what one more line adds.
import type { EndEvidence, Evidence, LoginEvidence } from './auth-evidence.ts';

export interface AuthSession {
  readonly logins: number;
  /** The login that was counted last; null before the first. */
  readonly login: LoginEvidence | null;
  /** AUTH commands that failed with a line of their own. */
  readonly denials: number;
  /** AUTH was the client's last command. */
  readonly hasLeft: boolean;
  readonly time: number | null;
}

/** Told what a line brings to light. A negative count takes back what was told before. */
export interface AuthFindings {
  /** `count` 0: a login that was counted, at a later time. */
  logins(login: LoginEvidence, count: number): void;
  /** The client went away while the server waited for its answer to a challenge. */
  aborted(end: EndEvidence, count: number): void;
}

/** The connection after `evidence`. */
export function step(
  session: AuthSession | undefined,
  evidence: Evidence,
  findings: AuthFindings,
): AuthSession {
  switch (evidence.kind) {
    case 'login':
      return afterLogin(session ?? NOTHING, evidence, findings);
    case 'denial':
      return denied(session ?? NOTHING, evidence.count, evidence.time);
    case 'leaving':
      return { ...(session ?? NOTHING), hasLeft: true, time: evidence.time };
    case 'end':
      return afterEnd(session ?? NOTHING, evidence, findings);
  }
}

const NOTHING: AuthSession = { logins: 0, login: null, denials: 0, hasLeft: false, time: null };

function denied(session: AuthSession, count: number, time: number | null): AuthSession {
  return { ...session, denials: session.denials + count, time };
}

function afterLogin(session: AuthSession, login: LoginEvidence, findings: AuthFindings): AuthSession {
  if (isSame(session, login)) return { ...session, time: login.time };
  findings.logins(login, 1);
  return { ...session, logins: session.logins + 1, login, time: login.time };
}

function afterEnd(session: AuthSession, end: EndEvidence, findings: AuthFindings): AuthSession {
  const { time, implies235 } = end.login;
  let { login } = session;
  if (end.succeeded > 0) {
    // A login that sent nothing is known from here only; more logins than were seen are taken to be like the last.
    login ??= end.login;
    findings.logins({ ...login, time, implies235 }, Math.max(0, end.succeeded - session.logins));
  }
  // "auth=0/2" with one "authentication failed" and then "lost connection after AUTH": the client left while it was
  // asked. Of several without a line only the last can be that; the others were refused (503, 504).
  if (session.hasLeft && end.tried - end.succeeded > session.denials) findings.aborted(end, 1);
  return { ...session, logins: Math.max(end.succeeded, session.logins), login, time };
}

/** Servers hang up on clients that are silent for minutes. After an hour it is another process with the same pid. */
const LONGEST_SILENCE = 3_600_000;

function isSame(
  { login, time: before }: AuthSession,
  { mechanism, username, clientIp, time }: LoginEvidence,
): boolean {
  if (login === null) return false;
  if (login.username !== username || login.mechanism !== mechanism || login.clientIp !== clientIp)
    return false;
  return time === null || before === null || time - before < LONGEST_SILENCE;
}
