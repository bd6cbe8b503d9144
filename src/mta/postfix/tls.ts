// TLS sessions and their troubles, of servers (smtpd) and clients (smtp, lmtp) alike.
import type { MailEvent } from '../../model/event.ts';
import { readClient, readServer } from './peer.ts';

/**
 * "Anonymous TLS connection established from mail-a.example.net[192.0.2.10]: TLSv1.3 with cipher … (256/256 bits)",
 * "Untrusted TLS connection reused to mx.example.com[203.0.113.25]:25: TLSv1.3 with cipher …"; before 2.6 without trust
 */
export function readTlsEstablished(event: MailEvent, text: string, at: number): boolean {
  const phrase = text.indexOf('TLS connection ', at);
  if (phrase === -1 || phrase > at + LONGEST_TRUST) return false;
  const verb = phrase + 'TLS connection '.length;
  const peerWord = text.startsWith('established ', verb)
    ? verb + 'established '.length
    : text.startsWith('reused ', verb)
      ? verb + 'reused '.length
      : -1;
  if (peerWord === -1) return false;
  const peerEnd = readPeer(event, text, peerWord);
  if (peerEnd === -1) return false;
  event.kind = 'tls';
  const protocolAt = text.indexOf(': ', peerEnd);
  const protocolEnd = text.indexOf(' with cipher ', peerEnd);
  if (protocolAt !== -1 && protocolEnd > protocolAt) event.tls = text.substring(protocolAt + 2, protocolEnd);
  return true;
}

/** What goes wrong with TLS, and what `smtpd_tls_loglevel = 2` and more write. */
export function readTlsTrouble(event: MailEvent, text: string, at: number): boolean {
  // "SSL_accept error from unknown[198.51.100.81]: lost connection"
  if (text.startsWith('SSL_accept error ', at)) {
    event.kind = 'tls';
    event.stage = 'starttls';
    return readPeer(event, text, at + 'SSL_accept error '.length) !== -1;
  }
  // "SSL_connect error to mx.example.com[203.0.113.25]:25: Connection reset by peer"
  if (text.startsWith('SSL_connect error ', at)) {
    event.kind = 'tls';
    return readPeer(event, text, at + 'SSL_connect error '.length) !== -1;
  }
  // "setting up TLS connection from unknown[198.51.100.81]"
  if (text.startsWith('setting up TLS connection ', at)) {
    event.kind = 'tls';
    return readPeer(event, text, at + 'setting up TLS connection '.length) !== -1;
  }
  if (!isTlsTalk(text, at)) return false;
  event.kind = 'tls';
  return true;
}

/** `Anonymous `, `Untrusted ` */
const LONGEST_TRUST = 10;

/** `from N[A]`: we are the server; `to N[A]`: we are the client. */
function readPeer(event: MailEvent, text: string, at: number): number {
  if (text.startsWith('from ', at)) {
    event.direction = 'inbound';
    return readClient(event, text, at + 'from '.length);
  }
  if (!text.startsWith('to ', at)) return -1;
  event.direction = 'outbound';
  return readServer(event, text, at + 'to '.length);
}

function isTlsTalk(text: string, at: number): boolean {
  for (const phrase of BEGINNINGS) if (text.startsWith(phrase, at)) return true;
  for (const phrase of INSIDE) if (text.indexOf(phrase, at) !== -1) return true;
  return false;
}

const BEGINNINGS = [
  // "TLS library problem: error:0A00010B:SSL routines::wrong version number:ssl/record/ssl3_record.c:354:"
  'TLS library problem: ',
  // "SSL_accept:error in SSLv3/TLS write session ticket"
  'SSL_accept:',
  'SSL_connect:',
  'SSL3 alert ',
  'SSL session ',
  // "certificate verification failed for mx.example.com[203.0.113.25]:25: untrusted issuer …"
  'certificate verification failed for ',
  'certificate peer name verification failed for ',
  'initializing the server-side TLS engine',
  'initializing the client-side TLS engine',
  'Peer verification: ',
  'Issuing session ticket key',
  'cannot load Certification Authority data',
  'cannot get ',
  'cannot load ',
  'No server certs available. TLS ',
  'TLS has been requested, but ',
  'TLS has not been enabled',
  'TLS is configured for ',
  'TLS handshake failed for service=',
  'problem with TLS ',
  'error setting cipher grade',
  'Unable to load ',
  'tlsproxy ',
];

const INSIDE = [
  ': subject_CN=',
  ': TLS cipher list "',
  ': certificate verification ',
  ' TLS session ',
  ': certificate ',
];
