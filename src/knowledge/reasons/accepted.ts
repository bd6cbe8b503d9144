import type { ReasonFacts } from '../reason-facts.ts';

/** The server took responsibility for the message (or accepted the recipient). */
export const accepted: ReasonFacts = {
  family: 'session',
  nature: 'success',
  owner: 'nobody',
  retry: 'n/a',
  severity: 'info',
  title: { en: 'Accepted', 'pt-BR': 'Aceita' },
  definition: {
    en: 'The server took responsibility for the message (or accepted the recipient).',
    'pt-BR': 'O servidor assumiu a responsabilidade pela mensagem (ou aceitou o destinatário).',
  },
  confusedWith: 'session',
  example: '250 2.0.0 Ok: queued as 4XyZ1234567',
  rules: [
    {
      id: 'accepted-2xx',
      layer: 'dialogue',
      order: 40,
      reply: ['250', '251', '252'],
      source: 'vdukhovni/postfix postfix/src; Exim/exim src, doc/doc-docbook/spec.xfpt',
      examples: [
        '250 2.0.0 Ok: queued as 4XyZ1234567',
        '250 OK id=1gfiaO-0008Tb-OK',
        '250 2.0.0 <user@example.org> 2E+aO4c4uV7yBQAAUIhAew Saved',
        '250 2.0.0 OK 1698765432 d2e1a72fcca58-6be2f - gsmtp',
        '250 2.6.0 <id@example.org> [InternalId=1234, Hostname=AM0PR01MB.eurprd01.prod.exchangelabs.com] Queued mail for delivery',
        '251 User not local; will forward to <user@example.net>',
        '252 2.0.0 Cannot VRFY user, but will accept message and attempt delivery',
      ],
    },
  ],
};
