// `name[address]`, `name[address]:port` and postscreen's `[address]:port`: the other end of a connection.
import type { MailEvent } from '../../model/event.ts';
import { digitsEnd } from './number.ts';

/** Reads the client at `at` into `clientHost` and `clientIp`. Gives the position behind it, -1 when none is there. */
export function readClient(event: MailEvent, text: string, at: number): number {
  const open = nameEnd(text, at);
  if (open === -1) return -1;
  const close = text.indexOf(']', open);
  if (close === -1) return -1;
  if (open > at) event.clientHost = text.substring(at, open);
  event.clientIp = text.substring(open + 1, close);
  return portEnd(text, close + 1);
}

/** postscreen and tlsproxy: `[198.51.100.100]:45200`, which is also what ties a session together. */
export function readScreenedClient(event: MailEvent, text: string, at: number): number {
  const end = readClient(event, text, at);
  if (end !== -1) event.session = text.substring(at, end);
  return end;
}

/** Reads the server at `at` into `relay` and `relayIp`. Gives the position behind it, -1 when none is there. */
export function readServer(event: MailEvent, text: string, at: number): number {
  const open = nameEnd(text, at);
  if (open <= at) return -1;
  const close = text.indexOf(']', open);
  if (close === -1) return -1;
  event.relay = text.substring(at, open);
  event.relayIp = addressIn(text, open + 1, close);
  return portEnd(text, close + 1);
}

/** The value of `relay=`: a server, or the name of a local service. `none` leaves both fields empty. */
export function readRelay(event: MailEvent, text: string, at: number, end: number): void {
  if (readServer(event, text, at) !== -1) return;
  if (end - at === 4 && text.startsWith('none', at)) return;
  event.relay = text.substring(at, end);
}

const OPEN = 91;
const COLON = 58;
const SLASH = 47;

/** Where the `[` after a name without blanks stands. */
function nameEnd(text: string, at: number): number {
  for (let next = at; ; next++) {
    const code = text.charCodeAt(next);
    if (code === OPEN) return next;
    // NaN, at the end of the text, is not above 32.
    if (!(code > 32)) return -1;
  }
}

function portEnd(text: string, at: number): number {
  if (at >= text.length || text.charCodeAt(at) !== COLON) return at;
  const end = digitsEnd(text, at + 1);
  return end === at + 1 ? at : end;
}

/** LMTP over a unix socket has a path in the brackets. */
function addressIn(text: string, start: number, end: number): string | null {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === SLASH) return null;
  return end > start ? text.substring(start, end) : null;
}
