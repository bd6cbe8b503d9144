import type { ReasonFacts } from '../reason-facts.ts';

/** The queue lifetime ran out; look for the last real error before it. */
export const expired: ReasonFacts = {
  family: 'infrastructure',
  nature: 'permanent',
  owner: 'sender',
  retry: 'resend later',
  severity: 'error',
  title: { en: 'Gave up after retries', 'pt-BR': 'Desistiu após tentar' },
  definition: {
    en: 'The queue lifetime ran out; look for the last real error before it.',
    'pt-BR': 'O tempo na fila acabou; procure o último erro real antes disso.',
  },
  confusedWith: 'network',
  example: '550 4.4.7 QUEUE.Expired; message expired',
  rules: [
    {
      id: 'ms-expired',
      layer: 'provider',
      order: 540,
      providers: ['exchange'],
      any: ['queue.expired', 'message expired'],
      source: 'sisimai/set-of-emails lhost-exchange2007-05.eml; sisimai/set-of-emails lhost-office365-06.eml',
      examples: [
        '550 4.4.7 QUEUE.Expired; message expired',
        '550 5.4.312 Message expired, DNS query failed',
        '550 5.4.316 Message expired, connection refused(Socket error code 10061)',
        '554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>',
      ],
    },
    {
      id: 'qmail-toolong',
      layer: 'provider',
      order: 1920,
      providers: ['qmail'],
      any: ['this message has been in the queue too long'],
      source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/GoDaddy.pm',
      examples: [
        "451 Sorry, I wasn't able to establish an SMTP connection. I'm not going to try again; this message has been in the queue too long.",
      ],
    },
    {
      id: 'expired-text',
      layer: 'generic',
      order: 2300,
      any: [
        'message expired',
        'queue.expired',
        'queue too long',
        'retry timeout exceeded',
        'delivery time expired',
        'delivery expired',
        'giving up',
        'has been in the queue',
        'not reachable within the allowed queue',
        'unable to deliver message after',
        'numerous attempts',
        'could not be delivered for',
        'expired after',
        'retry time not reached for any host after a long failure',
        'lifetime exceeded',
      ],
      source: 'Exim/exim src, doc/doc-docbook/spec.xfpt',
      examples: ['retry timeout exceeded'],
    },
  ],
};
