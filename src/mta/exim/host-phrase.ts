// The other side of a connection as Exim prints it: `name (helo) [ip]:port`, each part but the address optional.
import type { MailEvent } from '../../model/event.ts';
import { ASTERISK, COLON, DOT, isDigit, OPEN_BRACKET, OPEN_PARENTHESIS, PERCENT, SPACE } from './ascii.ts';
import { fieldBegins } from './scan.ts';

/**
 * Reads the client at `at` (behind `H=` where that is printed). Returns where the phrase ends, -1 when none stands there.
 * @param limit where the phrase and its fields end, when the caller knows by what follows.
 */
export function readClient(text: string, at: number, event: MailEvent, limit: number = UNKNOWN): number {
  let open = at;
  let first = text.charCodeAt(at);
  let name: string | null = null;
  if (first !== OPEN_BRACKET && first !== OPEN_PARENTHESIS) {
    const blank = text.indexOf(' ', at);
    if (blank === -1) return -1;
    open = blank + 1;
    first = text.charCodeAt(open);
    if (first !== OPEN_BRACKET && first !== OPEN_PARENTHESIS) return -1;
    name = text.substring(at, blank);
  }
  let peer = open;
  if (first === OPEN_PARENTHESIS) {
    peer = limit === UNKNOWN ? peerBehindHelo(text, open) : lastPeer(text, open, limit);
    if (peer === -1) return -1;
    event.helo = text.substring(open + 1, peer - 2);
  }
  const close = addressClose(text, peer);
  if (close === -1) return -1;
  event.clientHost = name;
  event.clientIp = text.substring(peer + 1, close);
  const end = portEnd(text, close + 1);
  if (end > close + 1) event.session = text.substring(peer, end);
  return end;
}

/** Reads the server at `at`: `mx.example.com [192.0.2.50]:25*`. The asterisk marks a connection kept from an earlier message. */
export function readServer(text: string, at: number, event: MailEvent): number {
  const bracket = text.charCodeAt(at) === OPEN_BRACKET ? at : text.indexOf(' ', at) + 1;
  const close = bracket < at ? -1 : addressClose(text, bracket);
  if (close === -1) return -1;
  if (bracket > at) event.relay = text.substring(at, bracket - 1);
  event.relayIp = text.substring(bracket + 1, close);
  const end = portEnd(text, close + 1);
  return text.charCodeAt(end) === ASTERISK ? end + 1 : end;
}

/** The `]` that closes the address at `at`, or -1 when it is no IP address. */
function addressClose(text: string, at: number): number {
  if (text.charCodeAt(at) !== OPEN_BRACKET) return -1;
  const close = text.indexOf(']', at);
  if (close === -1 || close - at < SHORTEST_ADDRESS || close - at > LONGEST_ADDRESS) return -1;
  for (let index = at + 1; index < close; index++) {
    const code = text.charCodeAt(index);
    // 0-9 a-f A-F . : and, for scoped addresses, % and letters.
    if (!isDigit(code) && code !== DOT && code !== COLON && code !== PERCENT && !(code >= 65 && code <= 122))
      return -1;
  }
  return close;
}

/** Behind `:port`, or `at` when there is none. */
function portEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== COLON || !isDigit(text.charCodeAt(at + 1))) return at;
  let index = at + 1;
  while (isDigit(text.charCodeAt(index))) index++;
  return index;
}

/**
 * The bracket of the peer behind the helo that opens at `open`. With `helo_accept_junk_hosts` the helo may hold anything,
 * `) [192.0.2.1] ` included, so that the first address which is followed by what Exim writes next is the peer.
 */
function peerBehindHelo(text: string, open: number): number {
  let fallback = -1;
  for (let close = text.indexOf(') [', open); close !== -1; close = text.indexOf(') [', close + 1)) {
    const end = addressClose(text, close + 2);
    if (end === -1) continue;
    if (isBehindPeer(text, portEnd(text, end + 1))) return close + 2;
    if (fallback === -1) fallback = close + 2;
  }
  return fallback;
}

/** The last address of the phrase that ends at `limit`. */
function lastPeer(text: string, open: number, limit: number): number {
  for (let close = text.lastIndexOf(') [', limit); close > open; close = text.lastIndexOf(') [', close - 1)) {
    const end = addressClose(text, close + 2);
    if (end !== -1 && end < limit) return close + 2;
  }
  return -1;
}

/** Whether at `at` stands what Exim writes behind a client: the end, `: `, a field, or what happened. */
export function isBehindPeer(text: string, at: number): boolean {
  if (at === text.length) return true;
  const code = text.charCodeAt(at);
  if (code === COLON) return text.charCodeAt(at + 1) === SPACE;
  if (code !== SPACE) return false;
  return fieldBegins(text, at + 1) || BEHIND_PEER.some((word) => text.startsWith(word, at + 1));
}

const UNKNOWN = -1;
const SHORTEST_ADDRESS = 3;
const LONGEST_ADDRESS = 60;
const BEHIND_PEER: readonly string[] = [
  'rejected RCPT ',
  'rejected MAIL ',
  'rejected EHLO ',
  'rejected DATA',
  'rejected after ',
  'rejected during ',
  'rejected by ',
  'rejected connection ',
  'rejected AUTH ',
  'rejected VRFY ',
  'rejected EXPN ',
  'rejected ETRN ',
  'temporarily rejected ',
  'sender verify ',
  'recipient verify ',
  'Warning: ',
  'RCPT <',
  'incomplete transaction ',
  'dropped by ',
  'dropped: ',
  'closed by ',
  'lost',
  '(',
  'D=',
];
