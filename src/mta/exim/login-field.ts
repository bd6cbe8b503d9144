// `A=`: the client logged in before this line.
import type { MailEvent } from '../../model/event.ts';
import { serverAuth } from './auth-facts.ts';
import { mechanismOf } from './mechanism.ts';

/** `AUTHENTICATOR[:SET_ID[:MAIL-AUTH]]`: the only trace of a login that succeeded. */
export function readLogin(text: string, at: number, end: number, event: MailEvent): void {
  const colon = text.indexOf(':', at);
  const nameEnd = colon === -1 || colon > end ? end : colon;
  const next = text.indexOf(':', nameEnd + 1);
  const username = nameEnd === end ? '' : text.substring(nameEnd + 1, next === -1 || next > end ? end : next);
  event.account = username === '' ? null : username;
  event.auth = serverAuth(mechanismOf(text.substring(at, nameEnd)), event.account, 'success', event.clientIp);
}
