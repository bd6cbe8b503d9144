// Lines that carry no outcome of a message or login: TLS, look-ups, routing remarks, the administrator's own text.
import type { MailEvent } from '../../model/event.ts';
import { OPEN_BRACKET } from './ascii.ts';
import { readClient, readServer } from './host-phrase.ts';
import { tokenEnd } from './scan.ts';

/** Text of an ACL's `logwrite`, an event, a library: normal in Exim, and never a reply whatever it quotes. */
export function readFreeText(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  return true;
}

/** Start, stop, queue runs and what the administrator did by hand. */
export function readAdmin(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'admin';
  return true;
}

/** The mail system's own trouble: configuration, sockets, processes. */
export function readTrouble(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'error';
  event.severity = 'panic';
  return true;
}

/** `Warning: …`, `failed to expand …`: it goes on without. */
export function readWarning(_text: string, _at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.severity = 'warning';
  return true;
}

/** `TLS error on connection from (c) [203.0.113.200]:39001 I=[…]:465 (SSL_accept): error:1408F10B:…` */
export function readClientTlsError(text: string, at: number, event: MailEvent): boolean {
  readClient(text, at, event);
  event.kind = 'tls';
  event.severity = 'warning';
  event.direction = 'inbound';
  event.stage = 'starttls';
  event.replyText = text.substring(text.indexOf(': ', at) + 2);
  return true;
}

/** `TLS session: (gnutls_handshake): …: delivering unencrypted to H=mx.example.com [192.0.2.50] (not in hosts_require_tls)` */
export function readServerTlsError(text: string, at: number, event: MailEvent): boolean {
  const host = text.indexOf(' H=', at);
  const connection = text.indexOf('TLS connection to ', at);
  if (host !== -1) readServer(text, host + ' H='.length, event);
  else if (connection !== -1) readServer(text, connection + 'TLS connection to '.length, event);
  event.kind = 'tls';
  event.severity = 'warning';
  event.direction = 'outbound';
  event.stage = host === -1 ? null : 'starttls';
  event.replyText = text.substring(at);
  return true;
}

/** `[192.0.2.50] SSL verify error: depth=0 error=self signed certificate cert=/CN=mx.example.com`, of either side. */
export function readVerifyError(text: string, at: number, event: MailEvent): boolean {
  const close = text.indexOf(']', at);
  if (text.charCodeAt(at) !== OPEN_BRACKET || !text.startsWith('] SSL verify error', close)) return false;
  event.kind = 'tls';
  event.severity = 'warning';
  event.replyText = text.substring(close + 2);
  if (event.queueId === null) {
    event.direction = 'inbound';
    event.clientIp = text.substring(at + 1, close);
  } else {
    event.direction = 'outbound';
    event.relayIp = text.substring(at + 1, close);
  }
  return true;
}

/** Reads behind `no host name found for IP address `: `203.0.113.200`. */
export function readAddressLookup(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'dns';
  event.clientIp = text.substring(at, tokenEnd(text, at));
  return true;
}

/** `no IP address found for host mail.example.invalid (during SMTP connection from (c) [203.0.113.200])` */
export function readHostLookup(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'dns';
  const from = text.indexOf('SMTP connection from ', at);
  if (from !== -1) readClient(text, from + 'SMTP connection from '.length, event);
  return true;
}

/** `lowest numbered MX record points to local host: example.net (while verifying <a@example.net> from host (c) [203.0.113.200])` */
export function readRoutingRemark(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  const from = text.indexOf(' from host ', at);
  if (from !== -1) readClient(text, from + ' from host '.length, event);
  return true;
}

/** `ignoring AUTH=spoof@example.org from H=(c) [203.0.113.200] (client not authenticated)`: a parameter of MAIL, no login. */
export function readIgnoredParameter(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  const from = text.lastIndexOf(' from H=');
  if (from >= at) readClient(text, from + ' from H='.length, event);
  return true;
}

/** Reads behind `VRFY failed for `: `root H=(c) [203.0.113.200]`. */
export function readFailedVrfy(text: string, at: number, event: MailEvent): boolean {
  const host = text.lastIndexOf(' H=');
  if (host >= at) readClient(text, host + ' H='.length, event);
  event.kind = 'verify';
  event.direction = 'inbound';
  event.stage = 'vrfy';
  event.impliedCode = 550;
  return true;
}

/** Reads behind `ETRN `: `#example.net received from mx.example.org [192.0.2.10]`. */
export function readEtrn(text: string, at: number, event: MailEvent): boolean {
  const from = text.lastIndexOf(' received from ');
  if (from < at) return false;
  readClient(text, from + ' received from '.length, event);
  event.kind = 'notice';
  event.direction = 'inbound';
  event.stage = 'etrn';
  return true;
}

/** Scanners: their own numbers are no codes of ours. The reject line after it carries the outcome. */
export function readScannerTrouble(text: string, at: number, event: MailEvent): boolean {
  event.kind = 'notice';
  event.severity = 'warning';
  event.direction = 'inbound';
  event.stage = 'eod';
  event.replyText = text.substring(at);
  return true;
}
