// Logins to our servers: what came of them, who tried, from where, when. What a remote server says to our own login is
// in `peers`.
import type { AuthFacts, MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { AuthView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { challengesOf, serviceOf, type Challenges } from './auth-evidence.ts';
import type { AuthFindings } from './auth-session.ts';
import { AuthSessions } from './auth-sessions.ts';
import { addDistinct, countDistinct, mergeDistinct, type Distinct } from './distinct.ts';
import { byText, heaviest } from './heaviest.ts';
import { Hourly } from './hourly.ts';
import { LoginRows } from './login-rows.ts';
import { SaslServices } from './sasl-services.ts';
import { isoTime, joinSpan, widen, type Span } from './span.ts';
import { TopMap } from './top-map.ts';

interface MechanismCount {
  mechanism: string;
  count: number;
  succeeded: number;
  failed: number;
}

export type Verdict = 'success' | 'failure' | 'tempfail' | 'aborted' | 'refused';

const MOST_ACCOUNTS = 50_000;
const MOST_CLIENTS = 50_000;
/** Clients type what they like. */
const MOST_MECHANISMS = 200;

export class Auth implements Aggregate<AuthView> {
  readonly verdicts: Record<Verdict, number> = {
    success: 0,
    failure: 0,
    tempfail: 0,
    aborted: 0,
    refused: 0,
  };
  challengesLogged = 0;
  /** At least this many 334 were sent and not logged. */
  challengesProven = 0;
  /** As many as the usual clients of the mechanisms cause: an estimate. */
  challengesUsual = 0;
  /** Replies to AUTH that no line prints: 235 of logins, 535, 454, 501 of the others. */
  readonly implied: Map<number, number> = new Map();
  readonly mechanisms: TopMap<string, MechanismCount> = new TopMap(MOST_MECHANISMS);
  readonly accounts: LoginRows;
  readonly clients: LoginRows;
  readonly outageAccounts: Distinct = [];
  readonly outage: Span = { first: null, last: null };
  /** Succeeded, failed, temporary. */
  readonly timeline: Hourly = new Hourly(3);
  readonly sessions: AuthSessions = new AuthSessions();
  readonly services: SaslServices = new SaslServices();

  constructor(mostAccounts: number = MOST_ACCOUNTS, mostClients: number = MOST_CLIENTS) {
    this.accounts = new LoginRows(mostAccounts);
    this.clients = new LoginRows(mostClients);
  }

  add(event: MailEvent): void {
    const { auth, kind } = event;
    if (auth === null) {
      if (kind === 'connect') this.sessions.begin(event);
      else if (kind === 'disconnect') this.#disconnected(event);
      else if (kind === 'lost' || kind === 'timeout') this.#left(event);
      return;
    }
    if (event.direction === 'outbound') return;
    const { outcome } = auth;
    if (outcome === 'challenge') this.challengesLogged += event.repeat;
    else if (outcome === 'command' || outcome === 'session' || !auth.counts) return;
    else if (outcome !== 'success') this.#denied(event, auth, outcome);
    else if (kind === 'auth') this.#letIn(event, auth);
    else {
      this.services.speaks(serviceOf(event));
      this.sessions.login(event, this.#findings);
    }
  }

  merge(later: Auth): void {
    for (const [verdict, count] of Object.entries(later.verdicts)) this.verdicts[verdict as Verdict] += count;
    this.challengesLogged += later.challengesLogged;
    this.challengesProven += later.challengesProven;
    this.challengesUsual += later.challengesUsual;
    for (const [code, count] of later.implied) this.#imply(code, count);
    this.mechanisms.merge(later.mechanisms, joinMechanisms, (theirs) => ({ ...theirs }));
    this.accounts.join(later.accounts);
    this.clients.join(later.clients);
    mergeDistinct(this.outageAccounts, later.outageAccounts);
    joinSpan(this.outage, later.outage);
    this.timeline.merge(later.timeline);
    this.services.merge(later.services);
    this.sessions.merge(later.sessions, this.#findings);
  }

  view(rows: number): AuthView {
    const { success, failure, tempfail, aborted, refused } = this.verdicts;
    return {
      attempts: success + failure + tempfail + aborted + refused,
      succeeded: success,
      failed: failure,
      temporary: tempfail,
      aborted,
      refused,
      challenges: {
        logged: this.challengesLogged,
        implied: this.challengesUsual + this.services.challenges(),
        implied_at_least: this.challengesAtLeast(),
      },
      mechanisms: heaviest(this.mechanisms.rows.values(), rows, compareMechanisms)
        .filter(({ count }) => count > 0)
        .map(({ mechanism, succeeded, failed }) => ({ mechanism, succeeded, failed })),
      accounts: this.accounts.accounts(rows),
      clients: this.clients.clients(rows),
      outage: {
        accounts: countDistinct(this.outageAccounts),
        first: isoTime(this.outage.first),
        last: isoTime(this.outage.last),
      },
      incidents: [],
      timeline: this.timeline.entries().map(([time, counts]) => ({
        time: isoTime(time) ?? '',
        succeeded: counts[0] ?? 0,
        failed: counts[1] ?? 0,
        temporary: counts[2] ?? 0,
      })),
      folded: { accounts: this.accounts.folded, clients: this.clients.folded },
    };
  }

  /** 334 replies that no line prints and that were sent for sure. */
  challengesAtLeast(): number {
    return this.challengesProven + this.services.challenges();
  }

  /** disconnect from laptop.example.net[192.0.2.7] ehlo=1 auth=1 quit=1 commands=3 */
  #disconnected(event: MailEvent): void {
    if ((event.counters?.get('auth')?.[0] ?? 0) > 0) this.services.speaks(serviceOf(event));
    this.sessions.end(event, this.#findings);
  }

  /** lost connection after AUTH from unknown[198.51.100.23] */
  #left(event: MailEvent): void {
    if (event.mta === 'postfix' && event.stage === 'auth') this.sessions.leaving(event, this.#findings);
  }

  /** dovecot: imap-login: Login: user=<anna@example.org>, method=PLAIN, rip=203.0.113.10, … */
  #letIn(event: MailEvent, auth: AuthFacts): void {
    const count = event.repeat * auth.attempts;
    const isSmtp = event.direction === 'inbound';
    this.#challenged(challengesOf(event), count);
    if (isSmtp && event.replyCode === null && event.replyRole === 'said') this.#imply(235, count);
    this.#succeeded(auth.mechanism, auth.username, auth.clientIp, event.time, count);
  }

  /** warning: unknown[198.51.100.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6 */
  #denied(event: MailEvent, auth: AuthFacts, outcome: Exclude<Verdict, 'success'>): void {
    const count = event.repeat * auth.attempts;
    const { time } = event;
    this.verdicts[outcome] += count;
    this.#challenged(challengesOf(event), count);
    if (event.impliedCode !== null && event.replyRole === 'said') this.#imply(event.impliedCode, count);
    if (event.mta === 'postfix' && event.direction === 'inbound') {
      this.sessions.denial(event, this.#findings);
      if (outcome !== 'refused') this.services.speaks(serviceOf(event));
    }
    if (outcome === 'failure') {
      this.timeline.add(time, 1, count);
      this.#mechanism(auth.mechanism, 0, count);
      if (auth.username !== null) this.accounts.record(auth.username, auth.clientIp, time, 0, count);
      if (auth.clientIp !== null) this.clients.record(auth.clientIp, auth.username, time, 0, count);
    } else if (outcome === 'tempfail') {
      this.timeline.add(time, 2, count);
      widen(this.outage, time);
      if (auth.username !== null) addDistinct(this.outageAccounts, auth.username);
    }
  }

  /** What the connections as a whole bring to light. */
  readonly #findings: AuthFindings = {
    logins: ({ implies235, challenges, mechanism, username, clientIp, time }, count) => {
      if (implies235) this.#imply(235, count);
      this.#challenged(challenges, count);
      this.#succeeded(mechanism, username, clientIp, time, count);
    },
    aborted: ({ isTraced, service }, count) => {
      this.verdicts.aborted += count;
      if (!isTraced) this.services.leaves(service, count);
    },
  };

  #challenged({ proven, usual }: Challenges, count: number): void {
    this.challengesProven += proven * count;
    this.challengesUsual += usual * count;
  }

  #succeeded(
    mechanism: string | null,
    username: string | null,
    clientIp: string | null,
    time: number | null,
    count: number,
  ): void {
    this.verdicts.success += count;
    this.timeline.add(time, 0, count);
    this.#mechanism(mechanism, count, 0);
    if (username !== null) this.accounts.record(username, clientIp, time, count, 0);
    if (clientIp !== null) this.clients.record(clientIp, username, time, count, 0);
  }

  #mechanism(name: string | null, succeeded: number, failed: number): void {
    const mechanism = name ?? 'unknown';
    let row = this.mechanisms.get(mechanism);
    if (row === undefined) {
      row = { mechanism: keep(mechanism), count: 0, succeeded: 0, failed: 0 };
      this.mechanisms.put(row.mechanism, row);
    }
    row.count += succeeded + failed;
    row.succeeded += succeeded;
    row.failed += failed;
  }

  #imply(code: number, count: number): void {
    this.implied.set(code, (this.implied.get(code) ?? 0) + count);
  }
}

/** Whether the code that a line implies answers an AUTH command: then the attempt is counted here, not the line. */
export function impliesAuthReply(event: MailEvent): boolean {
  return (
    event.auth !== null &&
    event.auth.outcome !== 'session' &&
    (event.impliedCode === 235 || event.stage === 'auth')
  );
}

function joinMechanisms(mine: MechanismCount, theirs: MechanismCount): void {
  mine.count += theirs.count;
  mine.succeeded += theirs.succeeded;
  mine.failed += theirs.failed;
}

function compareMechanisms(a: MechanismCount, b: MechanismCount): number {
  return b.count - a.count || byText(a.mechanism, b.mechanism);
}
