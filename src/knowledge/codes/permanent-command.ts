// 50x: no, the command was wrong.
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const PERMANENT_COMMAND: readonly ReplyCodeFacts[] = [
  {
    code: 500,
    name: { en: 'Syntax error, command unrecognised', 'pt-BR': 'Erro de sintaxe, comando desconhecido' },
    status: 'rfc',
    sources: [
      { rfc: 5321, sections: ['4.2.3'] },
      { rfc: 4954, sections: ['6'] },
    ],
    stages: ['any', 'AUTH'],
    saidBy: 'server',
    retry: 'no',
    reason: 'protocol-error',
    confusedWith: [501, 502, 503],
    description: {
      en: 'The line was not understood or is too long. With 5.5.6 the base64 line of AUTH is too long.',
      'pt-BR':
        'A linha não foi entendida ou é longa demais. Com 5.5.6, a linha base64 do AUTH é longa demais.',
    },
    when: {
      en: 'HTTP sent to port 25, broken firewalls, very large Kerberos or OAuth tokens.',
      'pt-BR': 'HTTP enviado à porta 25, firewalls ruins, tokens Kerberos ou OAuth muito grandes.',
    },
  },
  {
    code: 501,
    name: { en: 'Syntax error in parameters', 'pt-BR': 'Erro de sintaxe nos parâmetros' },
    status: 'rfc',
    sources: [
      { rfc: 5321, sections: ['4.2.3'] },
      { rfc: 4954, sections: ['4'] },
    ],
    stages: ['HELO', 'MAIL', 'RCPT', 'AUTH'],
    saidBy: 'server',
    retry: 'no',
    reason: 'protocol-error',
    confusedWith: [500, 555, 553],
    description: {
      en: 'Bad address or argument; in AUTH: the client cancelled with * or sent invalid base64.',
      'pt-BR': 'Endereço ou argumento ruim; no AUTH: o cliente cancelou com * ou mandou base64 inválido.',
    },
    when: {
      en: 'HELO with a bad name, malformed address, aborted login.',
      'pt-BR': 'HELO com nome ruim, endereço malformado, login abortado.',
    },
  },
  {
    code: 502,
    name: { en: 'Command not implemented', 'pt-BR': 'Comando não implementado' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.4'] }],
    stages: ['any'],
    saidBy: 'server',
    retry: 'no',
    reason: 'protocol-error',
    confusedWith: [500, 504],
    description: { en: 'Known but not offered.', 'pt-BR': 'Conhecido, mas não oferecido.' },
    when: {
      en: 'VRFY or EXPN turned off; STARTTLS on a server without a key.',
      'pt-BR': 'VRFY ou EXPN desligado; STARTTLS em servidor sem chave.',
    },
  },
  {
    code: 503,
    name: { en: 'Bad sequence of commands', 'pt-BR': 'Sequência errada de comandos' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['any'],
    saidBy: 'server',
    retry: 'after fixing',
    reason: 'protocol-error',
    confusedWith: [530, 554],
    description: {
      en: 'Something must come first: EHLO, MAIL, RCPT or AUTH.',
      'pt-BR': 'Algo deve vir antes: EHLO, MAIL, RCPT ou AUTH.',
    },
    when: {
      en: 'DATA after all RCPT were refused (the real cause is above), AUTH when not advertised, some servers for "log in first".',
      'pt-BR':
        'DATA depois que todos os RCPT foram recusados (a causa está acima), AUTH sem anúncio, alguns servidores para "faça login".',
    },
  },
  {
    code: 504,
    name: { en: 'Parameter not implemented', 'pt-BR': 'Parâmetro não implementado' },
    status: 'rfc',
    sources: [
      { rfc: 5321, sections: ['4.2.3'] },
      { rfc: 4954, sections: ['4'] },
    ],
    stages: ['HELO', 'MAIL', 'AUTH'],
    saidBy: 'server',
    retry: 'no',
    reason: 'protocol-error',
    confusedWith: [502, 534],
    description: {
      en: 'An argument is not supported; in AUTH: unknown mechanism.',
      'pt-BR': 'Um argumento não é suportado; no AUTH: mecanismo desconhecido.',
    },
    when: {
      en: 'AUTH type not offered; Postfix uses 504 5.5.2 for a HELO that is not a full name.',
      'pt-BR': 'Tipo de AUTH não oferecido; o Postfix usa 504 5.5.2 para HELO que não é nome completo.',
    },
  },
  {
    code: 505,
    name: { en: 'Account refused', 'pt-BR': 'Conta recusada' },
    status: 'nonstandard',
    sources: [{ en: 'in use, written down nowhere', 'pt-BR': 'em uso, sem documento' }],
    stages: ['MAIL', 'AUTH'],
    saidBy: 'hosting servers',
    retry: 'no',
    reason: 'mailbox-disabled',
    confusedWith: [530, 535],
    description: {
      en: 'Used by a few hosts for a suspended account or missing login.',
      'pt-BR': 'Usado por algumas hospedagens para conta suspensa ou falta de login.',
    },
    when: { en: '"505 this account is suspended".', 'pt-BR': '"505 this account is suspended".' },
  },
];
