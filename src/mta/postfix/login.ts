// `sasl_method=PLAIN, sasl_username=dave@example.org`: who is logged in. The user name may hold blanks and commas.
import type { AuthFacts, AuthOutcome, MailEvent } from '../../model/event.ts';
import { newAuth } from '../../model/new-auth.ts';
import { typicalChallenges } from './challenges.ts';
import type { Sessions } from './sessions.ts';

/** `sasl_method=PLAIN, sasl_username=U[, sasl_sender=X]` of a `client=` line, between `at` and `end`: a login succeeded. */
export function readLogin(event: MailEvent, text: string, at: number, end: number, sessions: Sessions): void {
  const methodEnd = text.indexOf(', sasl_username=', at);
  if (methodEnd === -1 || methodEnd > end) return;
  const mechanism = text.substring(at + METHOD.length, methodEnd).toUpperCase();
  // xtext, which the sender's name is in, has no "=".
  const senderAt = text.lastIndexOf(', sasl_sender=', end);
  const nameAt = methodEnd + ', sasl_username='.length;
  const username = text.substring(nameAt, senderAt >= nameAt ? senderAt : end);
  event.account = username;
  event.impliedCode = 235;
  event.auth = authFacts(event, mechanism, username, 'success');
  event.auth.challengesTypical = typicalChallenges(mechanism, 'success');
  // One line per message, not per login.
  const session = sessions.open(event);
  if (session === null) return;
  event.auth.counts = !session.loggedIn;
  session.loggedIn = true;
}

/** ` sasl_method=M sasl_username=U[ sasl_sender=X]` behind a reject line: the session had logged in before. */
export function readSessionLogin(event: MailEvent, text: string, at: number): void {
  const nameAt = text.indexOf('sasl_username=', at);
  if (nameAt === -1) return;
  const hasMethod = text.startsWith(METHOD, at) && nameAt > at;
  const mechanism = hasMethod ? text.substring(at + METHOD.length, nameAt - 1).toUpperCase() : null;
  const valueAt = nameAt + 'sasl_username='.length;
  const senderAt = text.lastIndexOf(' sasl_sender=');
  const end = senderAt > valueAt ? senderAt : text.length;
  // proxy-accept and proxy-reject have the name in brackets.
  const bracketed = text[valueAt] === '<' && text[end - 1] === '>';
  const username = bracketed ? text.substring(valueAt + 1, end - 1) : text.substring(valueAt, end);
  event.account = username;
  event.auth = authFacts(event, mechanism, username, 'session');
  event.auth.counts = false;
}

export function authFacts(
  event: MailEvent,
  mechanism: string | null,
  username: string | null,
  outcome: AuthOutcome,
): AuthFacts {
  return newAuth(mechanism, username, outcome, event.clientIp);
}

const METHOD = 'sasl_method=';
