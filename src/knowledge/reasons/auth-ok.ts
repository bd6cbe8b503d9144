import type { ReasonFacts } from '../reason-facts.ts';

/** The login succeeded. */
export const authOk: ReasonFacts = {
  family: 'auth',
  nature: 'success',
  owner: 'nobody',
  retry: 'n/a',
  severity: 'info',
  title: { en: 'Authenticated', 'pt-BR': 'Autenticado' },
  definition: { en: 'The login succeeded.', 'pt-BR': 'O login deu certo.' },
  confusedWith: 'accepted',
  example: '235 2.7.0 Authentication successful',
  rules: [
    {
      id: 'auth-success',
      layer: 'dialogue',
      order: 30,
      reply: ['235'],
      source: 'vdukhovni/postfix postfix/src; Exim/exim src, doc/doc-docbook/spec.xfpt',
      examples: ['235 2.7.0 Authentication successful', '235 Authentication succeeded'],
    },
  ],
};
