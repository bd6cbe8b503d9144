// One log entry behind its stamp and message id. Deliveries are nine lines in ten and are told apart by two characters;
// everything else goes by its first words (`templates.ts`), the host phrase or the authenticator in front of it.
import type { MailEvent } from '../../model/event.ts';
import { readArrival, readFakeReject } from './arrival.ts';
import { ASTERISK, DASH, EQUALS, GREATER, LESS, OPEN_BRACKET, OPEN_PARENTHESIS, SPACE } from './ascii.ts';
import { readLoginFailure, readOurLoginCancelled, readOurLoginFailure } from './auth.ts';
import { readDelivery, readSuppressed } from './delivery.ts';
import { readBounce, readDefer } from './failure.ts';
import { readNamedHostAttempt } from './host-attempt.ts';
import { readIgnoredError } from './lifecycle.ts';
import { readFreeText, readVerifyError } from './notices.ts';
import { readServerLine } from './server-line.ts';
import { templatesOf } from './templates.ts';

/**
 * Reads the entry at `at`.
 * @param ofMessage behind a message id, or in a trace: only there flags count.
 * False: no line that Exim or an administrator would write.
 */
export function readEntry(text: string, at: number, event: MailEvent, ofMessage: boolean): boolean {
  if (ofMessage && text.charCodeAt(at + 2) === SPACE) {
    const read = flagReader(text.charCodeAt(at), text.charCodeAt(at + 1));
    if (read !== null) return read(text, at + 3, event);
  }
  if (at >= text.length) return false;
  const first = text.charCodeAt(at);
  for (const template of templatesOf(first)) {
    if (template.ofMessage === true && !ofMessage) continue;
    if (!text.startsWith(template.words, at)) continue;
    if (template.read(text, at + template.words.length, event, at)) return true;
  }
  if (text.charCodeAt(at + 1) === EQUALS && CLIENT_FIELDS.includes(text.charAt(at))) {
    if (readServerLine(text, at, event, ofMessage)) return true;
    return readFreeText(text, at, event);
  }
  if (first === OPEN_BRACKET && readVerifyError(text, at, event)) return true;
  if (readAuthenticator(text, at, event)) return true;
  if (ofMessage && (readIgnoredError(text, at, event) || readNamedHostAttempt(text, at, event))) return true;
  return readFreeText(text, at, event);
}

type Read = (text: string, at: number, event: MailEvent) => boolean;

/** The two characters behind the message id. */
function flagReader(first: number, second: number): Read | null {
  switch (first) {
    case LESS: // <=
      return second === EQUALS ? readArrival : null;
    case EQUALS: // => and ==
      return second === GREATER ? readDelivery : second === EQUALS ? readDefer : null;
    case DASH: // ->
    case GREATER: // >>
      return second === GREATER ? readDelivery : null;
    case ASTERISK: // ** and *>
      return second === ASTERISK ? readBounce : second === GREATER ? readSuppressed : null;
    case OPEN_PARENTHESIS: // (=
      return second === EQUALS ? readFakeReject : null;
    default:
      return null;
  }
}

/** `dovecot_login authenticator failed for …`, `smarthost_login authenticator failed H=…` */
function readAuthenticator(text: string, at: number, event: MailEvent): boolean {
  const blank = text.indexOf(' ', at);
  if (blank === -1 || !text.startsWith(AUTHENTICATOR, blank)) return false;
  const next = blank + AUTHENTICATOR.length;
  const name = text.substring(at, blank);
  if (text.startsWith('failed for ', next))
    return readLoginFailure(text, next + 'failed for '.length, event, name);
  if (text.startsWith('failed H=', next))
    return readOurLoginFailure(text, next + 'failed H='.length, event, name);
  if (text.startsWith('cancelled authentication H=', next)) {
    return readOurLoginCancelled(text, next + 'cancelled authentication H='.length, event, name);
  }
  if (text.charCodeAt(next) !== OPEN_PARENTHESIS) return false;
  // `sasl_plain authenticator (PLAIN): Cyrus SASL permanent failure: …`: the 535 line for the same try follows.
  event.kind = 'notice';
  event.direction = 'inbound';
  event.stage = 'auth';
  return true;
}

/** `H=`, `F=`, `U=` */
const CLIENT_FIELDS = 'HFU';
const AUTHENTICATOR = ' authenticator ';
