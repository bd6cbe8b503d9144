import type { ReasonFacts } from '../reason-facts.ts';

/** The account (not the secret) is locked, disabled, suspended or must be confirmed in a browser. */
export const authBlocked: ReasonFacts = {
  family: 'auth',
  nature: 'permanent',
  owner: 'sender+admin',
  retry: 'after fixing',
  severity: 'error',
  title: { en: 'Login blocked', 'pt-BR': 'Login bloqueado' },
  definition: {
    en: 'The account (not the secret) is locked, disabled, suspended or must be confirmed in a browser.',
    'pt-BR':
      'A conta (não a senha) está bloqueada, desativada, suspensa ou precisa ser confirmada no navegador.',
  },
  confusedWith: "mailbox-disabled (that is the recipient's account)",
  example:
    '534-5.7.14 Please log in through your web browser and then try again. 534 5.7.14 Learn more at https://support.google.com/mail/answer/78754 b17sm123wmi.14 - gsmtp',
  rules: [
    {
      id: 'gmail-weblogin',
      layer: 'provider',
      order: 270,
      providers: ['gmail'],
      any: ['log in through your web browser', 'log in with your web browser', '?p=webloginrequired'],
      source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/Google.pm',
      examples: [
        '534-5.7.14 Please log in through your web browser and then try again. 534 5.7.14 Learn more at https://support.google.com/mail/answer/78754 b17sm123wmi.14 - gsmtp',
      ],
    },
    {
      id: 'mailru-send-off',
      layer: 'provider',
      order: 1280,
      providers: ['mail.ru'],
      any: ['message sending for this account is disabled'],
      source: 'mailout.ru/2015/09',
      examples: ['550 message sending for this account is disabled'],
    },
    {
      id: 'postal-suspended',
      layer: 'provider',
      order: 1630,
      providers: ['postal'],
      any: ['mail server has been suspended'],
      source: 'postalserver/postal app/lib/smtp_server',
      examples: ['535 Mail server has been suspended'],
    },
    {
      id: 'auth-account-disabled',
      layer: 'generic',
      order: 1970,
      any: [
        'user account disabled',
        'account disabled for smtp',
        'message sending for this account is disabled',
        'mail server has been suspended',
        'account has been locked',
        'account is locked out',
        'smtp access disabled',
        'login has been disabled',
        'login disabled',
      ],
      source: 'IANA SMTP Enhanced Status Codes registry',
      examples: ['525 5.7.13 User Account Disabled'],
    },
  ],
};
