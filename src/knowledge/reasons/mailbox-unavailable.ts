import type { ReasonFacts } from '../reason-facts.ts';

/** Locked, being moved, or being verified. */
export const mailboxUnavailable: ReasonFacts = {
  family: 'recipient',
  nature: 'transient',
  owner: 'nobody',
  retry: 'yes',
  severity: 'notice',
  title: { en: 'Mailbox temporarily unavailable', 'pt-BR': 'Caixa temporariamente indisponível' },
  definition: {
    en: 'Locked, being moved, or being verified.',
    'pt-BR': 'Travada, em migração ou em verificação.',
  },
  confusedWith: 'storage-mailbox-full',
  example: '450 4.2.0 <user@example.org> - Recipient temporarily unavailable',
  rules: [
    {
      id: 'verification-in-progress',
      layer: 'generic',
      order: 2270,
      providers: ['postfix'],
      any: ['address verification in progress', 'unverified address'],
      none: ['undeliverable'],
      source: 'wildbit/smtp-field-manual data/codes/421.json',
      examples: [
        '450 4.1.1 <user@example.org>: Recipient address rejected: unverified address: Address verification in progress',
      ],
    },
    {
      id: 'mailbox-unavailable-temp',
      layer: 'generic',
      order: 2280,
      reply: ['4xx'],
      any: [
        'mailbox unavailable',
        'recipient temporarily unavailable',
        'mailbox temporarily unavailable',
        'mailbox is locked',
        'waiting for lock',
        'mailbox busy',
        'mailbox is busy',
        'recipient unavailable',
        'user unavailable',
        'temporarily not available',
        'mailbox is not on this server',
        'mailbox is currently unavailable',
        'address temporarily unavailable',
        'address problem',
        'mailbox lock',
      ],
      source:
        'wildbit/smtp-field-manual data/codes/450.json; cyrusimap/cyrus-imapd imap/lmtpengine.c, imap/lmtp_err.et',
      examples: [
        '450 4.2.0 <user@example.org> - Recipient temporarily unavailable',
        '451 4.2.1 Mailbox is locked',
        '451 4.2.0 <user@example.org> Timeout while waiting for lock',
        '450 Requested mail action not taken: mailbox unavailable',
      ],
    },
  ],
};
