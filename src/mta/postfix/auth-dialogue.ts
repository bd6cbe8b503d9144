// AUTH in a logged SMTP dialogue: the command, the challenges, the verdict. Credentials never get past this file.
import type { AuthOutcome, MailEvent } from '../../model/event.ts';
import { keep } from '../../model/keep.ts';
import { authFacts } from './login.ts';
import type { Session } from './sessions.ts';

/** `AUTH PLAIN AGFkbWluAHNlY3JldA==`; `wordEnd` is where `AUTH` ends. */
export function readAuthCommand(
  event: MailEvent,
  text: string,
  wordEnd: number,
  session: Session | null,
): void {
  const mechanismEnd = text.indexOf(' ', wordEnd + 1);
  const mechanism = text
    .substring(wordEnd + 1, mechanismEnd === -1 ? text.length : mechanismEnd)
    .toUpperCase();
  event.auth = authFacts(event, mechanism === '' ? null : mechanism, null, 'command');
  event.auth.counts = false;
  if (mechanismEnd !== -1) event.text = text.substring(0, mechanismEnd) + ' [redacted]';
  if (session === null) return;
  session.mechanism = mechanism === '' ? null : keep(mechanism);
  session.username = null;
}

/** The server's `334`, `235`, `535`, `454` or `501` at `at`. */
export function readAuthReply(event: MailEvent, text: string, at: number, session: Session | null): void {
  const outcome = outcomeOf(event, text, at);
  if (outcome === null) return;
  if (outcome !== 'success') {
    event.auth = authFacts(event, null, null, outcome);
    // smtpd's own warning, or smtp's delivery line, tells of the same attempt and knows more.
    event.auth.counts = outcome === 'challenge';
    return;
  }
  event.auth = authFacts(event, session?.mechanism ?? null, session?.username ?? null, 'success');
  event.account = event.auth.username;
  if (session === null) return;
  event.auth.counts = !session.loggedIn;
  session.loggedIn = true;
}

/**
 * "xsasl_dovecot_handle_reply: auth reply: OK?1?user=willem.horvat": who the coming 235 is for. Tabs are printed as "?".
 * `at` stands behind "auth reply: ".
 */
export function rememberUser(text: string, at: number, session: Session): void {
  const user = text.indexOf('?user=', at);
  if (!text.startsWith('OK?', at) || user === -1) return;
  const nameAt = user + '?user='.length;
  const next = text.indexOf('?', nameAt);
  session.username = keep(text.substring(nameAt, next === -1 ? text.length : next));
}

function outcomeOf(event: MailEvent, text: string, at: number): AuthOutcome | null {
  switch (event.replyCode) {
    case 334:
      return 'challenge';
    case 235:
      return 'success';
    case 535:
      return 'failure';
    case 454:
      // "454 4.7.0 TLS not available" and "454 4.7.1 Relay access denied" are no verdicts.
      return text.startsWith('454 4.7.0 Temporary authentication failure', at) ? 'tempfail' : null;
    case 501:
      return text.startsWith('501 5.7.0 Authentication aborted', at) ? 'aborted' : null;
    default:
      return null;
  }
}
