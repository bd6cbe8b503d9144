// 55x and above: no. Mailboxes, storage and policy.
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const PERMANENT_MAIL: readonly ReplyCodeFacts[] = [
  {
    code: 550,
    name: { en: 'Mailbox unavailable', 'pt-BR': 'Caixa indisponível' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['MAIL', 'RCPT', 'end of DATA'],
    saidBy: 'server',
    retry: 'no',
    reason: 'no-such-user',
    confusedWith: [450, 551, 553, 554],
    description: {
      en: 'The general "no": unknown user, refused by policy, blocked IP, failed DMARC, relay denied. The enhanced code and the text say which.',
      'pt-BR':
        'O "não" geral: usuário desconhecido, recusa por política, IP bloqueado, DMARC, relay negado. O código estendido e o texto dizem qual.',
    },
    when: {
      en: 'At RCPT mostly an unknown user (5.1.1); after DATA mostly policy or spam (5.7.1).',
      'pt-BR': 'No RCPT quase sempre usuário desconhecido (5.1.1); depois do DATA, política ou spam (5.7.1).',
    },
    remedy: {
      sender: {
        en: 'Read the reason after the code: fix the address, ask the recipient, or ask your admin about DNS authentication or blocklists.',
        'pt-BR':
          'Leia o motivo após o código: corrija o endereço, fale com o destinatário ou peça ao admin que veja autenticação DNS ou listas.',
      },
      admin: {
        en: 'Never treat all 550 alike: 5.1.1 clean the list; 5.7.1 with a list name delist; 5.7.26 or 5.7.509 fix SPF, DKIM, DMARC; relay text: authenticate or fix the MX.',
        'pt-BR':
          'Não trate todo 550 igual: 5.1.1 limpe a lista; 5.7.1 com nome de lista, remova-se dela; 5.7.26 ou 5.7.509 corrija SPF, DKIM, DMARC; texto de relay: autentique ou corrija o MX.',
      },
      recipient: {
        en: 'Ask your admin to allow the sender if it was policy.',
        'pt-BR': 'Peça ao admin para liberar o remetente se foi política.',
      },
    },
  },
  {
    code: 551,
    name: { en: 'User not local, try elsewhere', 'pt-BR': 'Usuário não local, tente outro endereço' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['3.4'] }],
    stages: ['RCPT'],
    saidBy: 'server',
    retry: 'no, use the new address',
    reason: 'mailbox-moved',
    confusedWith: [251, 550],
    description: {
      en: 'The server names another address, or simply refuses a foreign recipient.',
      'pt-BR': 'O servidor indica outro endereço, ou apenas recusa destinatário de fora.',
    },
    when: {
      en: 'Rare; some servers say 551 for "not our customer" or relay denied.',
      'pt-BR': 'Raro; alguns servidores dizem 551 para "not our customer" ou relay negado.',
    },
  },
  {
    code: 552,
    name: { en: 'Exceeded storage allocation', 'pt-BR': 'Cota de armazenamento excedida' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['MAIL', 'RCPT', 'end of DATA'],
    saidBy: 'server',
    retry: 'no',
    reason: 'storage-mailbox-full',
    confusedWith: [452, 422, 554, 523],
    description: {
      en: 'Over a limit for good: mailbox quota (5.2.2), message size (5.3.4, 5.2.3), or a forbidden attachment (Gmail 5.7.0).',
      'pt-BR':
        'Limite ultrapassado em definitivo: cota da caixa (5.2.2), tamanho da mensagem (5.3.4, 5.2.3) ou anexo proibido (Gmail 5.7.0).',
    },
    when: {
      en: 'Old servers also use 552 for too many recipients; RFC 5321 asks clients to treat that as 452.',
      'pt-BR':
        'Servidores antigos também usam 552 para destinatários demais; a RFC 5321 pede que isso seja tratado como 452.',
    },
    remedy: {
      sender: {
        en: '5.2.2: tell the recipient and send again later. 5.3.4 or 5.2.3: make the message smaller.',
        'pt-BR': '5.2.2: avise o destinatário e reenvie depois. 5.3.4 ou 5.2.3: diminua a mensagem.',
      },
      admin: {
        en: '5.2.2: quota; consider a temporary code so that mail waits. 5.3.4: limits along the path.',
        'pt-BR':
          '5.2.2: cota; considere um código temporário para a mensagem esperar. 5.3.4: limites no caminho.',
      },
      recipient: { en: 'Free space or ask for more.', 'pt-BR': 'Libere espaço ou peça mais.' },
    },
  },
  {
    code: 553,
    name: { en: 'Mailbox name not allowed', 'pt-BR': 'Nome de caixa não permitido' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['MAIL', 'RCPT'],
    saidBy: 'server',
    retry: 'no',
    reason: 'no-such-user',
    confusedWith: [550, 501, 517],
    description: {
      en: "The address form or its use is refused: syntax, sender not owned by the login, qmail's relay refusal.",
      'pt-BR':
        'A forma do endereço ou o uso é recusado: sintaxe, remetente que não é do login, recusa de relay do qmail.',
    },
    when: {
      en: '"not owned by user", "domain isn\'t in my list of allowed rcpthosts", AT&T and Yahoo blocklists.',
      'pt-BR':
        '"not owned by user", "domain isn\'t in my list of allowed rcpthosts", listas da AT&T e do Yahoo.',
    },
  },
  {
    code: 554,
    name: { en: 'Transaction failed', 'pt-BR': 'Transação falhou' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['3.1', '4.2.3'] }],
    stages: ['greeting', 'RCPT', 'end of DATA'],
    saidBy: 'server',
    retry: 'no',
    reason: 'policy',
    confusedWith: [550, 421, 521],
    description: {
      en: 'The general hard refusal; as a greeting: "no SMTP service for you".',
      'pt-BR': 'A recusa definitiva geral; como saudação: "sem serviço SMTP para você".',
    },
    when: {
      en: 'Blocklists at connect, relay denied, spam, amavis, too many hops.',
      'pt-BR': 'Listas de bloqueio na conexão, relay negado, spam, amavis, saltos demais.',
    },
  },
  {
    code: 555,
    name: { en: 'Parameters not recognised', 'pt-BR': 'Parâmetros não reconhecidos' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.1.1.11'] }],
    stages: ['MAIL', 'RCPT'],
    saidBy: 'server',
    retry: 'no',
    reason: 'protocol-error',
    confusedWith: [455, 501],
    description: {
      en: 'A MAIL or RCPT parameter is unknown; Gmail and qmail use it for any syntax error.',
      'pt-BR': 'Parâmetro de MAIL ou RCPT desconhecido; Gmail e qmail o usam para qualquer erro de sintaxe.',
    },
    when: { en: 'Wrong ESMTP option, missing angle brackets.', 'pt-BR': 'Opção ESMTP errada, falta de < >.' },
  },
  {
    code: 556,
    name: { en: 'Domain does not accept mail', 'pt-BR': 'Domínio não aceita e-mail' },
    status: 'rfc',
    sources: [{ rfc: 7504, sections: ['4'] }, { rfc: 7505 }],
    stages: ['RCPT'],
    saidBy: 'relay or sending server',
    retry: 'no',
    reason: 'no-such-domain',
    confusedWith: [521, 550],
    description: {
      en: 'The domain says it takes no mail (null MX).',
      'pt-BR': 'O domínio declara que não recebe e-mail (null MX).',
    },
    when: {
      en: '5.1.10 for the recipient, 5.7.27 for the sender.',
      'pt-BR': '5.1.10 para o destinatário, 5.7.27 para o remetente.',
    },
  },
  {
    code: 557,
    name: { en: 'Address query refused', 'pt-BR': 'Consulta de endereço recusada' },
    status: 'draft',
    sources: [
      { en: 'draft-moore-email-addrquery (expired)', 'pt-BR': 'draft-moore-email-addrquery (expirado)' },
    ],
    stages: ['address query'],
    saidBy: 'experimental',
    retry: 'no',
    reason: 'policy',
    confusedWith: [550],
    description: { en: 'From a draft.', 'pt-BR': 'De um rascunho.' },
    when: { en: 'Not seen in practice.', 'pt-BR': 'Não visto na prática.' },
  },
  {
    code: 558,
    name: { en: 'Per-recipient results follow', 'pt-BR': 'Resultados por destinatário a seguir' },
    status: 'nonstandard',
    sources: [{ en: "Courier's EXDATA extension", 'pt-BR': 'extensão EXDATA do Courier' }],
    stages: ['end of DATA'],
    saidBy: 'Courier',
    retry: 'per recipient',
    reason: 'unclassified',
    confusedWith: [250, 550],
    description: {
      en: "Courier's private multi-result reply between its own servers.",
      'pt-BR': 'Resposta múltipla privada entre servidores Courier.',
    },
    when: { en: "Only with Courier's EXDATA.", 'pt-BR': 'Só com EXDATA do Courier.' },
  },
  {
    code: 560,
    name: { en: 'Content cannot be delivered', 'pt-BR': 'Conteúdo não pode ser entregue' },
    status: 'nonstandard',
    sources: [{ en: 'made from the enhanced code 5.6.0', 'pt-BR': 'formado do código estendido 5.6.0' }],
    stages: ['DATA'],
    saidBy: 'gateways',
    retry: 'after changing content',
    reason: 'message-format',
    confusedWith: [554],
    description: {
      en: 'Three-digit form of 5.6.0: encoding or conversion problem.',
      'pt-BR': 'Forma de três dígitos de 5.6.0: problema de codificação ou conversão.',
    },
    when: { en: '8-bit content to a 7-bit gateway.', 'pt-BR': 'Conteúdo de 8 bits para gateway de 7 bits.' },
  },
  {
    code: 571,
    name: { en: 'Blocked by policy', 'pt-BR': 'Bloqueada por política' },
    status: 'nonstandard',
    sources: [
      { en: 'made from the enhanced code 5.7.1', 'pt-BR': 'formado do código estendido 5.7.1' },
      { en: 'source code of Courier', 'pt-BR': 'código-fonte do Courier' },
      { en: 'in use by filter gateways', 'pt-BR': 'em uso por gateways de filtragem' },
    ],
    stages: ['RCPT', 'DATA'],
    saidBy: 'Courier, gateways, hosters',
    retry: 'after fixing',
    reason: 'policy',
    confusedWith: [550, 554, 541],
    description: {
      en: 'Three-digit form of 5.7.1: not authorised, or judged spam.',
      'pt-BR': 'Forma de três dígitos de 5.7.1: não autorizado, ou considerado spam.',
    },
    when: {
      en: '"571 Delivery not authorized, message refused"; hosters for spam and missing PTR.',
      'pt-BR': '"571 Delivery not authorized, message refused"; hospedagens para spam e falta de PTR.',
    },
  },
];
