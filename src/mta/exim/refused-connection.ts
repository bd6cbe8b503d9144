// Connections that Exim refused or cut.
import type { MailEvent } from '../../model/event.ts';
import { readClientCommand } from './client-command.ts';
import { readClient } from './host-phrase.ts';
import { refuse } from './reject.ts';

/** Reads behind `refused connection from `: `[203.0.113.200] (host_reject_connection)`. */
export function readRefused(text: string, at: number, event: MailEvent): boolean {
  return readRefusal(text, at, event, 554);
}

/** Reads behind `temporarily refused connection from `: `[203.0.113.200]: not in reserve list: connected=20 …`. */
export function readTemporarilyRefused(text: string, at: number, event: MailEvent): boolean {
  return readRefusal(text, at, event, 421);
}

/** Reads behind `Connection from `: `[203.0.113.200] refused: too many connections`. */
export function readRefusedByLimit(text: string, at: number, event: MailEvent): boolean {
  return text.includes('refused: ', at) && readRefusal(text, at, event, 421);
}

/**
 * Reads behind `SMTP call from `: `(c) [203.0.113.200] dropped: too many nonmail commands (last was "AUTH")`. The reply
 * to too many errors is that of the last error, which the line does not tell.
 */
export function readDropped(text: string, at: number, event: MailEvent): boolean {
  const end = readClient(text, at, event);
  const reason = text.indexOf('dropped: ', end === -1 ? at : end);
  if (reason === -1) return false;
  event.kind = 'protocol';
  event.direction = 'inbound';
  event.status = 'rejected';
  const reasonAt = reason + 'dropped: '.length;
  const detail = text.indexOf(' (', reasonAt);
  event.replyText = text.substring(reasonAt, detail === -1 ? text.length : detail);
  const open = text.indexOf('"', reasonAt);
  const close = text.lastIndexOf('"');
  if (open !== -1 && close > open) readClientCommand(text, open + 1, close, event);
  if (text.startsWith('too many nonmail', reasonAt)) event.impliedCode = 554;
  else if (text.startsWith('too many unrecognized', reasonAt)) event.impliedCode = 500;
  else event.stage = null;
  return true;
}

function readRefusal(text: string, at: number, event: MailEvent, code: number): boolean {
  const end = readClient(text, at, event);
  const reason = end === -1 ? at : end;
  const refused = text.indexOf('refused: ', reason);
  refuse(
    event,
    'connect',
    code,
    text.substring(refused === -1 ? reason + 1 : refused + 'refused: '.length).trim(),
  );
  return true;
}
