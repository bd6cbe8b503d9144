import type { Family, Reason } from './reason.ts';

/** What every reply of a reason has in common: the family a dashboard shows, and the person who has to act. */
export interface ReasonFacts {
  readonly family: Family;
  /** As printed; `-` when the reply class decides. */
  readonly owner: string;
}

export const REASON_FACTS: Readonly<Record<Reason, ReasonFacts>> = {
  accepted: { family: 'session', owner: 'nobody' },
  session: { family: 'session', owner: 'nobody' },
  'auth-challenge': { family: 'auth', owner: 'client' },
  'auth-ok': { family: 'auth', owner: 'nobody' },
  'auth-required': { family: 'auth', owner: 'sender' },
  'auth-failed': { family: 'auth', owner: 'sender' },
  'auth-mechanism': { family: 'auth', owner: 'sender+admin' },
  'auth-blocked': { family: 'auth', owner: 'sender+admin' },
  'auth-temp': { family: 'auth', owner: 'admin' },
  'sender-not-allowed': { family: 'auth', owner: 'sender' },
  'tls-required': { family: 'tls', owner: 'sender' },
  'tls-failed': { family: 'tls', owner: 'admin' },
  'storage-system-full': { family: 'storage', owner: 'admin of the answering server' },
  'resource-pressure': { family: 'storage', owner: 'admin of the answering server' },
  'storage-mailbox-full': { family: 'storage', owner: 'recipient' },
  'message-too-big': { family: 'size', owner: 'sender' },
  'rate-limited': { family: 'flow', owner: 'sender' },
  greylisted: { family: 'flow', owner: 'nobody' },
  'too-many-recipients': { family: 'flow', owner: 'nobody (the sending MTA splits)' },
  'reputation-blocked': { family: 'trust', owner: 'sender' },
  'client-identity': { family: 'trust', owner: "sender's admin" },
  'spf-dkim-dmarc': { family: 'trust', owner: "sender's admin" },
  'sender-rejected': { family: 'trust', owner: 'sender' },
  'relay-denied': { family: 'trust', owner: 'sender' },
  policy: { family: 'trust', owner: "recipient's admin" },
  'spam-content': { family: 'trust', owner: 'sender' },
  virus: { family: 'trust', owner: 'sender' },
  'no-such-user': { family: 'recipient', owner: 'sender' },
  'mailbox-disabled': { family: 'recipient', owner: 'recipient' },
  'mailbox-unavailable': { family: 'recipient', owner: 'nobody' },
  'mailbox-moved': { family: 'recipient', owner: 'sender' },
  'no-such-domain': { family: 'recipient', owner: 'sender' },
  dns: { family: 'infrastructure', owner: 'admin' },
  network: { family: 'infrastructure', owner: 'admin' },
  'remote-busy': { family: 'infrastructure', owner: 'remote admin' },
  'remote-error': { family: 'infrastructure', owner: 'remote admin' },
  loop: { family: 'infrastructure', owner: 'admin' },
  expired: { family: 'infrastructure', owner: 'sender' },
  'protocol-error': { family: 'message', owner: "sender's admin" },
  'message-format': { family: 'message', owner: 'sender' },
  unclassified: { family: 'fallback', owner: '-' },
};
