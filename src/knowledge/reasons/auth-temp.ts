import type { ReasonFacts } from '../reason-facts.ts';

/** The verifier is down, or too many attempts: nothing was said about the secret. */
export const authTemp: ReasonFacts = {
  family: 'auth',
  nature: 'transient',
  owner: 'admin',
  retry: 'yes, with backoff',
  severity: 'warn',
  title: { en: 'Authentication temporarily failing', 'pt-BR': 'Falha temporária de autenticação' },
  definition: {
    en: 'The verifier is down, or too many attempts: nothing was said about the secret.',
    'pt-BR': 'O verificador está fora do ar ou houve tentativas demais: nada foi dito sobre a senha.',
  },
  confusedWith: 'auth-failed',
  example: '454 4.7.0 Too many login attempts, please try again later. x1-20020a5d5.99 - gsmtp',
  rules: [
    {
      id: 'gmail-auth-throttle',
      layer: 'provider',
      order: 280,
      providers: ['gmail'],
      any: [
        'too many login attempts',
        'cannot authenticate due to temporary',
        'cannot authenticate due to a temporary',
      ],
      source: 'sisimai/p5-sisimai lib/Sisimai/Rhost/Google.pm',
      examples: [
        '454 4.7.0 Too many login attempts, please try again later. x1-20020a5d5.99 - gsmtp',
        '454 4.7.0 Cannot authenticate due to temporary system problem. Try again later.',
      ],
    },
    {
      id: 'netease-auth',
      layer: 'provider',
      order: 1170,
      providers: ['163'],
      any: ['too much fail authentication'],
      source: 'biecuoliao.com/pa/MBRrwEM.html',
      examples: ['451 Requested mail action not taken: too much fail authentication'],
    },
    {
      id: 'auth-temp-text',
      layer: 'generic',
      order: 1980,
      any: [
        'too many login attempts',
        'temporary authentication failure',
        'cannot authenticate due to temporary',
        'cannot authenticate due to a temporary',
        'unable to authenticate at present',
        'connection lost to authentication server',
        'too many auth commands',
        'too many authentication errors',
        'too much fail authentication',
        'too many failed authentication',
        'too many authentication failures',
        'too many failed logins',
        'too many failed login',
        'authentication temporarily',
        'authentication server unavailable',
        'auth error, try again',
      ],
      source: 'vdukhovni/postfix postfix/src; Exim/exim src, doc/doc-docbook/spec.xfpt',
      examples: [
        '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
        '435 Unable to authenticate at present',
        '450 4.7.1 Error: too many AUTH commands from mail.example.org[192.0.2.1]',
        '455 4.3.0 Too many authentication errors, disconnecting.',
      ],
    },
  ],
};
