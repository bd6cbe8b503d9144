import type { ReasonFacts } from '../reason-facts.ts';

/** The address was valid once; mail is to go elsewhere. */
export const mailboxMoved: ReasonFacts = {
  family: 'recipient',
  nature: 'permanent',
  owner: 'sender',
  retry: 'no, use the new address',
  severity: 'warn',
  title: { en: 'Mailbox moved', 'pt-BR': 'Caixa mudou de endereço' },
  definition: {
    en: 'The address was valid once; mail is to go elsewhere.',
    'pt-BR': 'O endereço já foi válido; a correspondência deve ir para outro.',
  },
  confusedWith: 'no-such-user',
  example: '550 5.1.6 recipient no longer on server: user@example.org',
  rules: [
    {
      id: 'icloud-moved',
      layer: 'provider',
      order: 810,
      providers: ['icloud'],
      any: ['recipient no longer on server'],
      source: 'sisimai/set-of-emails lhost-postfix-16.eml',
      examples: ['550 5.1.6 recipient no longer on server: user@example.org'],
    },
    {
      id: 'mailbox-moved-text',
      layer: 'generic',
      order: 2250,
      any: [
        'no longer on server',
        'mailbox has moved',
        'has been replaced by',
        'user not local; please try',
        'has moved',
        'new address is',
        'old address no longer valid',
        'moved permanently',
        'novo endereco',
      ],
      source: 'RFC 5321; IANA SMTP Enhanced Status Codes registry',
      examples: [
        '551 User not local; please try <user@example.net>',
        '550 5.1.6 Destination mailbox has moved, No forwarding address',
      ],
    },
  ],
};
