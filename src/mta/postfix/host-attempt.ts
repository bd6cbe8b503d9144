// smtp and lmtp lines without a recipient: one host failed, and another will be tried. A delivery line follows.
import type { EventKind, MailEvent } from '../../model/event.ts';
import { readOutcome } from './outcome.ts';
import { readServer } from './peer.ts';

export function readHostAttempt(event: MailEvent, text: string, at: number): boolean {
  for (const phrase of PHRASES) {
    if (!text.startsWith(phrase.begins, at)) continue;
    const server = serverAt(text, at);
    if (readServer(event, text, server) === -1 && !phrase.nameless) return false;
    event.kind = phrase.kind;
    event.replyRole = 'announced';
    readOutcome(event, text, at, text.length);
    if (event.auth !== null) event.auth.counts = false;
    // Stages of a TLS failure are told by the delivery line.
    if (phrase.kind === 'tls') event.stage = null;
    return true;
  }
  return false;
}

/** `nameless`: the line may do without a server in the form `name[address]`. */
const PHRASES: readonly { begins: string; kind: EventKind; nameless?: true }[] = [
  // "4jYCds0P4Tz9ry4: host mx.example.com[203.0.113.25] said: 451 4.7.1 Greylisting in action (in reply to RCPT TO command)"
  { begins: 'host ', kind: 'host-attempt' },
  // "connect to mx.example.com[2001:db8:cafe::25]:25: Network is unreachable"
  { begins: 'connect to ', kind: 'host-attempt' },
  // "4jYCds0P4Tz9ry4: lost connection with mx.example.com[203.0.113.25] while sending MAIL FROM"
  { begins: 'lost connection with ', kind: 'host-attempt' },
  // "4jYCds0P4Tz9ry4: conversation with mx.example.com[203.0.113.25] timed out while receiving the initial …"
  { begins: 'conversation with ', kind: 'host-attempt' },
  // "4jYCds0P4Tz9ry4: SASL authentication failed; server smtp.example.com[203.0.113.41] said: 535-5.7.8 …?535 5.7.8 …"
  { begins: 'SASL ', kind: 'host-attempt', nameless: true },
  { begins: 'Protocol error: host ', kind: 'host-attempt' },
  { begins: 'message size ', kind: 'host-attempt' },
  { begins: 'SMTPUTF8 is required, but ', kind: 'host-attempt' },
  // "4jYCds0P4Tz9ry4: Cannot start TLS: handshake failure"
  { begins: 'Cannot start TLS: ', kind: 'tls', nameless: true },
  { begins: 'TLS is required, but ', kind: 'tls', nameless: true },
  { begins: 'Sender requested REQUIRETLS, but ', kind: 'tls', nameless: true },
  { begins: 'Server certificate not ', kind: 'tls', nameless: true },
  { begins: 'client TLS configuration problem', kind: 'tls', nameless: true },
  { begins: 'TLSA lookup error for ', kind: 'tls', nameless: true },
];

/** All phrases have one server in them: the word before the first bracket that has a name. */
function serverAt(text: string, from: number): number {
  let open = text.indexOf('[', from);
  if (open !== -1 && text.charCodeAt(open - 1) === SPACE) open = text.indexOf('[', open + 1);
  return open === -1 ? text.length : text.lastIndexOf(' ', open) + 1;
}

const SPACE = 32;
