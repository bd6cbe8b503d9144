import type { ReasonFacts } from '../reason-facts.ts';

/** Greeting, help, goodbye, or "go ahead" that says nothing about delivery. */
export const session: ReasonFacts = {
  family: 'session',
  nature: 'success',
  owner: 'nobody',
  retry: 'n/a',
  severity: 'info',
  title: { en: 'Session dialogue', 'pt-BR': 'Diálogo da sessão' },
  definition: {
    en: 'Greeting, help, goodbye, or "go ahead" that says nothing about delivery.',
    'pt-BR': 'Saudação, ajuda, despedida ou "pode enviar"; nada diz sobre a entrega.',
  },
  confusedWith: 'accepted',
  example: '220 mx.example.org ESMTP Postfix',
  rules: [
    {
      id: 'session-2xx3xx',
      layer: 'dialogue',
      order: 50,
      reply: ['200', '211', '214', '220', '221', '253', '354', '355'],
      source: 'vdukhovni/postfix postfix/src; RFC 5321',
      examples: [
        '220 mx.example.org ESMTP Postfix',
        '221 2.0.0 Bye',
        '354 End data with <CR><LF>.<CR><LF>',
        '214 2.0.0 Commands: HELO EHLO MAIL RCPT DATA',
      ],
    },
  ],
};
