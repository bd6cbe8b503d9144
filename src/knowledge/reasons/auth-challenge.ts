import type { ReasonFacts } from '../reason-facts.ts';

/** A normal step of a SASL exchange: the server waits for the next base64 line. */
export const authChallenge: ReasonFacts = {
  family: 'auth',
  nature: 'intermediate',
  owner: 'client',
  retry: 'n/a',
  severity: 'info',
  title: { en: 'Authentication challenge', 'pt-BR': 'Desafio de autenticação' },
  definition: {
    en: 'A normal step of a SASL exchange: the server waits for the next base64 line.',
    'pt-BR': 'Passo normal da troca SASL: o servidor espera a próxima linha em base64.',
  },
  confusedWith: 'auth-failed (a 334 whose payload starts with eyJ is an OAuth error)',
  example: '334 VXNlcm5hbWU6',
  rules: [
    {
      id: 'challenge',
      layer: 'dialogue',
      order: 20,
      reply: ['334'],
      note: 'Normal SASL step, never a failure by itself.',
      source: 'fail2ban/fail2ban fail2ban/tests/files/logs/postfix; RFC 4954',
      examples: [
        '334 PDc3OTEwNTkyNTEyMzA2NDIuMTIyODI1MzA2MUBoZWw+',
        '334 VXNlcm5hbWU6',
        '334 UGFzc3dvcmQ6',
        '334',
        '334 VXNlciBOYW1lAA==',
      ],
    },
  ],
};
