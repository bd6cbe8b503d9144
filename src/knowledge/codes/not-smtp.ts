// Numbers that look like replies and are none: no server says them.
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const NOT_SMTP: readonly ReplyCodeFacts[] = [
  {
    code: 101,
    name: { en: 'Cannot connect', 'pt-BR': 'Não conecta' },
    status: 'not-smtp',
    sources: [{ en: 'tables of mail clients', 'pt-BR': 'tabelas de clientes de e-mail' }],
    stages: ['connect'],
    saidBy: 'sending client',
    retry: 'yes',
    reason: 'network',
    confusedWith: [111, 421, 441],
    description: {
      en: 'Not an SMTP reply: a number some clients and help pages use when no connection could be opened.',
      'pt-BR':
        'Não é resposta SMTP: número usado por alguns clientes e páginas de ajuda quando a conexão não abre.',
    },
    when: {
      en: 'Wrong host, port or firewall, before any server speaks.',
      'pt-BR': 'Host, porta ou firewall errado, antes de qualquer servidor falar.',
    },
  },
  {
    code: 111,
    name: { en: 'Connection refused', 'pt-BR': 'Conexão recusada' },
    status: 'not-smtp',
    sources: [
      {
        en: 'tables of mail clients (errno 111 of Linux)',
        'pt-BR': 'tabelas de clientes de e-mail (errno 111 do Linux)',
      },
    ],
    stages: ['connect'],
    saidBy: 'operating system of the sender',
    retry: 'yes',
    reason: 'network',
    confusedWith: [101, 421, 441],
    description: {
      en: 'Not an SMTP reply: the Linux errno for a refused TCP connection.',
      'pt-BR': 'Não é resposta SMTP: é o errno do Linux para conexão TCP recusada.',
    },
    when: {
      en: 'Nothing listens on that port, or a firewall resets it.',
      'pt-BR': 'Nada escuta naquela porta, ou um firewall a rejeita.',
    },
  },
];
