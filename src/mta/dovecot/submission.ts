// The submission service: mail of logged-in users, relayed to the MTA behind. The client gets the MTA's reply.
import type { MailEvent } from '../../model/event.ts';
import { readMailProcess } from './mail-process.ts';
import type { Prefix } from './prefix.ts';
import { readReply } from './reply.ts';

export function readSubmission(body: string, prefix: Prefix, event: MailEvent): boolean {
  if (body.startsWith('Successfully relayed message: ') || body.startsWith('Failed to relay message: ')) {
    return readRelayed(body, prefix, event);
  }
  event.direction = 'inbound';
  return readMailProcess(body, prefix, event);
}

/**
 * "Successfully relayed message: from=<S>, size=1532, id=4c1d2e3f, nrcpt=2, reply=`250 2.0.0 Ok: queued as 4F1aB2c3D4z9'",
 * "Failed to relay message: from=<S>, size=1532, nrcpt=1, reply=`452 4.3.1 Insufficient system storage'".
 */
function readRelayed(body: string, prefix: Prefix, event: MailEvent): boolean {
  event.kind = 'delivery';
  event.direction = 'outbound';
  event.stage = 'eod';
  event.account = prefix.user;
  const from = body.indexOf(': from=<');
  const sizeAt = from === -1 ? -1 : body.indexOf('>, size=', from);
  if (sizeAt !== -1) event.sender = body.substring(from + ': from=<'.length, sizeAt);
  const rest = Math.max(sizeAt, 0);
  event.size = numberOf(valueOf(body, ', size=', rest));
  event.queueId = valueOf(body, ', id=', rest);
  event.recipients = numberOf(valueOf(body, ', nrcpt=', rest));
  const to = body.indexOf(', to=<', rest);
  if (to !== -1) event.recipient = body.substring(to + ', to=<'.length, body.indexOf('>', to));
  // The reply comes last, so that nothing in it can be taken for a field.
  const reply = body.indexOf(', reply=`', rest);
  if (reply === -1) return true;
  const end = body.endsWith("'") ? body.length - 1 : body.length;
  if (!readReply(body.substring(reply + ', reply=`'.length, end), event)) return failed(body, event);
  readQueuedAs(event);
  return true;
}

/** "250 2.0.0 Ok: queued as 4F1aB2c3D4z9" of Postfix, "250 OK id=1wBcDe-000123-4F" of Exim: the id in the MTA behind. */
function readQueuedAs(event: MailEvent): void {
  const id = event.status === 'sent' ? (QUEUED_AS.exec(event.replyText ?? '')?.[1] ?? null) : null;
  if (id === null) return;
  event.relatedId = id;
  event.relation = 'queued-as';
}

const QUEUED_AS = /(?: queued as |^250 OK id=)([0-9A-Za-z-]{5,23})$/;

/** The relay said nothing: the text is Dovecot's own. */
function failed(body: string, event: MailEvent): boolean {
  event.status = body.startsWith('Failed') ? 'temp-rejected' : 'sent';
  return true;
}

/** The value behind `name`, up to the next comma. Behind the reply's mark nothing is a field. */
function valueOf(body: string, name: string, from: number): string | null {
  const at = body.indexOf(name, from);
  const reply = body.indexOf(', reply=`', from);
  if (at === -1 || (reply !== -1 && at > reply)) return null;
  const start = at + name.length;
  const end = body.indexOf(',', start);
  return body.substring(start, end === -1 ? body.length : end);
}

function numberOf(text: string | null): number | null {
  if (text === null || text === '') return null;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}
