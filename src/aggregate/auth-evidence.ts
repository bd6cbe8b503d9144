// What single lines show of the logins in one connection, where no line tells of a login itself.
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

/** A login, by what it was used for. */
export interface LoginEvidence {
  readonly kind: 'login';
  readonly mechanism: string | null;
  readonly username: string | null;
  readonly clientIp: string | null;
  readonly time: number | null;
  /** Its 235 went over SMTP and stands in no other line. */
  readonly implies235: boolean;
  readonly challenges: Challenges;
}

/** AUTH commands that failed, each with a line of its own. */
export interface DenialEvidence {
  readonly kind: 'denial';
  readonly count: number;
  readonly time: number | null;
}

/** "lost connection after AUTH", "timeout after AUTH": AUTH was the last command. */
export interface LeavingEvidence {
  readonly kind: 'leaving';
  readonly time: number | null;
}

/** The end of a connection, with the AUTH commands in it: "auth=1/3" is one that succeeded, of three. */
export interface EndEvidence {
  readonly kind: 'end';
  readonly succeeded: number;
  readonly tried: number;
  /** A login, if there was one that no line showed. */
  readonly login: LoginEvidence;
  /** Its 334 replies stand in a protocol trace. */
  readonly isTraced: boolean;
  /** Host and program that spoke to the client. */
  readonly service: string;
}

export type Evidence = LoginEvidence | DenialEvidence | LeavingEvidence | EndEvidence;

export function loginOf(event: MailEvent): LoginEvidence {
  const { auth, time } = event;
  return {
    kind: 'login',
    mechanism: keepOrNull(auth?.mechanism ?? null),
    username: keepOrNull(auth?.username ?? null),
    clientIp: keepOrNull(auth?.clientIp ?? event.clientIp),
    time,
    implies235: event.direction === 'inbound' && event.replyCode === null && event.replyRole === 'said',
    challenges: challengesOf(event),
  };
}

/** Null where the line does not count AUTH commands. */
export function endOf(event: MailEvent): EndEvidence | null {
  const [succeeded, tried] = event.counters?.get('auth') ?? [0, 0];
  if (tried === 0) return null;
  const isTraced = event.replyRole !== 'said';
  return { kind: 'end', succeeded, tried, login: loginOf(event), isTraced, service: keep(serviceOf(event)) };
}

/** Each service has its own settings: port 25 may offer no AUTH where submission does. */
export function serviceOf({ host, program }: MailEvent): string {
  return `${host ?? ''} ${program ?? ''}`;
}

function keepOrNull(text: string | null): string | null {
  return text === null ? null : keep(text);
}
