// What a line says, in plain words. Whatever has no words of its own is shown as the program wrote it.
import { formatBytes, formatPlural } from '../../format/number.ts';
import type { MailEvent, Relation } from '../../model/event.ts';
import { withoutBrackets } from '../query.ts';

export function eventWords(event: MailEvent): string {
  switch (event.kind) {
    case 'connect':
      return event.mta === 'postfix' ? `${client(event)} connects` : event.text;
    case 'disconnect':
      return event.mta === 'postfix' ? `${client(event)} leaves` : event.text;
    case 'arrival':
      return arrival(event);
    case 'message-id':
      return event.messageId === null ? event.text : `Message-ID ${withoutBrackets(event.messageId)}`;
    case 'queued':
      return queued(event);
    case 'delivery':
      return delivery(event);
    case 'notification':
      return `${RELATIONS[event.relation ?? 'bounce']} made: ${event.relatedId ?? event.text}`;
    case 'completed':
      return 'done, off the queue';
    default:
      return event.text;
  }
}

function client({ clientHost, clientIp }: MailEvent): string {
  if (clientIp === null) return clientHost ?? 'client';
  return clientHost === null ? clientIp : `${clientHost} [${clientIp}]`;
}

function arrival(event: MailEvent): string {
  const { sender, size, auth, account, tls, messageId, relatedId, relation } = event;
  const facts: string[] = [];
  if (event.direction === 'local') facts.push('handed in on this host');
  else facts.push(`taken in from ${client(event)}`);
  const user = auth?.username ?? account;
  if (auth !== null && auth.mechanism !== null)
    facts.push(`logged in with ${auth.mechanism} as ${user ?? '?'}`);
  else if (user !== null) facts.push(`as ${user}`);
  if (sender !== null) facts.push(`sender ${sender === '' ? '<>' : sender}`);
  if (size !== null) facts.push(formatBytes(size));
  if (tls !== null) facts.push(tls);
  if (messageId !== null) facts.push(`Message-ID ${withoutBrackets(messageId)}`);
  if (relatedId !== null && relation !== null) facts.push(`${RELATIONS[relation]} ${relatedId}`);
  return `${event.queueId ?? '?'} ${facts.join(', ')}`;
}

function queued({ queueId, sender, size, recipients }: MailEvent): string {
  const facts = [`${queueId ?? '?'} in the queue`];
  if (sender !== null) facts.push(`from ${sender === '' ? '<>' : sender}`);
  if (size !== null) facts.push(formatBytes(size));
  if (recipients !== null) facts.push(formatPlural(recipients, 'recipient'));
  return facts.join(', ');
}

function delivery(event: MailEvent): string {
  const { recipient, status, relay, relayIp, relatedId, relation } = event;
  const by =
    relay === null ? '' : ` by ${relay}${relayIp === null || relayIp === relay ? '' : ` [${relayIp}]`}`;
  const became = relatedId === null || relation === null ? '' : `, ${RELATIONS[relation]} ${relatedId}`;
  return `${recipient ?? '?'} ${status ?? 'tried'}${by}${became}: ${said(event)}`;
}

/** The reply as it was said: with its codes, once. */
function said({ replyCode, enhancedCode, replyText, text }: MailEvent): string {
  if (replyText === null) return text;
  if (replyCode === null || replyText.startsWith(String(replyCode))) return replyText;
  const enhanced = enhancedCode === null || replyText.startsWith(enhancedCode) ? '' : ` ${enhancedCode}`;
  return `${replyCode}${enhanced} ${replyText}`;
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  'queued-as': 'handed on as',
  'forwarded-as': 'forwarded as',
  bounce: 'bounce notification',
  'delay-notice': 'delay notice',
  'success-notice': 'delivery notice',
  'postmaster-notice': 'notice to postmaster',
  original: 'the same mail as',
  'requeued-from': 'put back into the queue from',
  'bounce-of': 'notification about',
};
