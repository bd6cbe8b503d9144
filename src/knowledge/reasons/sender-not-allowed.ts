import type { ReasonFacts } from '../reason-facts.ts';

/** The login is fine but may not use this MAIL FROM or From. */
export const senderNotAllowed: ReasonFacts = {
  family: 'auth',
  nature: 'permanent',
  owner: 'sender',
  retry: 'after fixing',
  severity: 'error',
  title: {
    en: 'Not allowed to send as this address',
    'pt-BR': 'Sem permissão para enviar com este endereço',
  },
  definition: {
    en: 'The login is fine but may not use this MAIL FROM or From.',
    'pt-BR': 'O login está certo, mas não pode usar este MAIL FROM ou From.',
  },
  confusedWith: 'sender-rejected',
  example: '553 5.7.1 <user@example.org>: Sender address rejected: not owned by user test@example.net',
  rules: [
    {
      id: 'ms-sendas',
      layer: 'provider',
      order: 330,
      providers: ['exchange', 'exchange-online'],
      any: ['sendasdenied', 'not allowed to send as', 'client does not have permissions to send as'],
      source: 'public GitHub',
      examples: ['554 5.2.252 SendAsDenied; user@example.org not allowed to send as other@example.org'],
    },
    {
      id: 'ofr-fromowner',
      layer: 'provider',
      order: 890,
      providers: ['orange', 'laposte'],
      any: ['ofr*_421', 'lpn*_421', 'lpn421', 'mail from not owned by user'],
      source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/FrancePTT.pm',
      examples: ['550 5.5.3 Mail from not owned by user. LPN105_421'],
    },
    {
      id: 'ses-unverified',
      layer: 'provider',
      order: 1560,
      providers: ['amazon-ses'],
      any: ['email address is not verified'],
      source: 'sisimai/set-of-emails lhost-postfix-77.eml',
      examples: [
        '554 Message rejected: Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: user@example.org',
      ],
    },
    {
      id: 'sender-not-owned',
      layer: 'generic',
      order: 1930,
      any: [
        'not owned by user',
        'sender address rejected: not logged in',
        'mail from not owned by user',
        'not allowed to send from this address',
        'email address is not verified',
        "doesn't match auth domain",
        'does not match authenticated user',
        'sender address must match authenticated',
        'must match the authenticated',
        'from/sender name is not valid',
        'sender is not allowed to use this address',
        'mail from must equal authorized user',
        'mail from must equal login',
      ],
      source: 'RamonSilva20/mapos/issues/1283; vdukhovni/postfix postfix/src',
      examples: [
        '553 5.7.1 <user@example.org>: Sender address rejected: not owned by user test@example.net',
        '553 5.7.1 <user@example.org>: Sender address rejected: not logged in',
        '501 5.5.4 You are not allowed to send from this address.',
        "550 Envelope domain 'example.org' doesn't match AUTH domain 'example.net'",
      ],
    },
  ],
};
