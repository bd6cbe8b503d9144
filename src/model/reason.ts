/** What a reply means to the person who has to act. Two replies share a reason when the same person does the same thing. */
export const REASONS = [
  'accepted',
  'session',
  'auth-challenge',
  'auth-ok',
  'auth-required',
  'auth-failed',
  'auth-mechanism',
  'auth-blocked',
  'auth-temp',
  'sender-not-allowed',
  'tls-required',
  'tls-failed',
  'storage-system-full',
  'resource-pressure',
  'storage-mailbox-full',
  'message-too-big',
  'rate-limited',
  'greylisted',
  'too-many-recipients',
  'reputation-blocked',
  'client-identity',
  'spf-dkim-dmarc',
  'sender-rejected',
  'relay-denied',
  'policy',
  'spam-content',
  'virus',
  'no-such-user',
  'mailbox-disabled',
  'mailbox-unavailable',
  'mailbox-moved',
  'no-such-domain',
  'dns',
  'network',
  'remote-busy',
  'remote-error',
  'loop',
  'expired',
  'protocol-error',
  'message-format',
  'unclassified',
] as const;

export type Reason = (typeof REASONS)[number];

export type Family =
  | 'session'
  | 'auth'
  | 'tls'
  | 'storage'
  | 'size'
  | 'flow'
  | 'trust'
  | 'recipient'
  | 'infrastructure'
  | 'message'
  | 'fallback';

/** What `classify` says of one reply. */
export interface Classification {
  readonly replyCode: number | null;
  readonly enhancedCode: string | null;
  readonly reason: Reason;
  /** `layer:rule-id`; layers: provider, generic, dialogue, enhanced, reply, class, event (the kind of line). */
  readonly rule: string;
  /** Who is known to use the wording; a label, never a condition. */
  readonly provider: string | null;
}
