// 45x and above: not now. Mailboxes, storage and processing.
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const TRANSIENT_MAIL: readonly ReplyCodeFacts[] = [
  {
    code: 450,
    name: { en: 'Mailbox unavailable, for now', 'pt-BR': 'Caixa indisponível, por ora' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['MAIL', 'RCPT', 'end of DATA'],
    saidBy: 'server',
    retry: 'yes',
    reason: 'mailbox-unavailable',
    confusedWith: [451, 452, 550],
    description: {
      en: 'Not now: busy or locked mailbox, greylisting, a DNS check that failed, or a policy delay.',
      'pt-BR':
        'Agora não: caixa ocupada ou travada, greylisting, checagem DNS que falhou ou atraso de política.',
    },
    when: {
      en: 'Postfix uses it for greylisting, unknown client names and soft "user unknown".',
      'pt-BR':
        'O Postfix o usa para greylisting, nomes de cliente desconhecidos e "user unknown" temporário.',
    },
    remedy: {
      sender: { en: 'Nothing: it is retried.', 'pt-BR': 'Nada: há nova tentativa.' },
      admin: {
        en: 'If it is your greylisting, fine. If others refuse you: check PTR, HELO and the sender domain; a 450 5-day queue ends as a bounce.',
        'pt-BR':
          'Se é seu greylisting, tudo bem. Se outros recusam você: confira PTR, HELO e domínio do remetente; 450 por 5 dias vira devolução.',
      },
    },
  },
  {
    code: 451,
    name: { en: 'Local error in processing', 'pt-BR': 'Erro local de processamento' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3'] }],
    stages: ['any'],
    saidBy: 'server',
    retry: 'yes',
    reason: 'remote-error',
    confusedWith: [450, 452, 421],
    description: {
      en: 'Something inside the server failed: lookup, filter, disk, or deliberate greylisting.',
      'pt-BR': 'Algo falhou dentro do servidor: consulta, filtro, disco, ou greylisting proposital.',
    },
    when: {
      en: '"451 4.3.0 queue file write error" is a full disk; "451 4.7.1 try again later" is greylisting; "451 4.3.5" is configuration.',
      'pt-BR':
        '"451 4.3.0 queue file write error" é disco cheio; "451 4.7.1 try again later" é greylisting; "451 4.3.5" é configuração.',
    },
    remedy: {
      sender: { en: 'Nothing: it is retried.', 'pt-BR': 'Nada: há nova tentativa.' },
      admin: {
        en: 'On your own server: look at the same second in the log (disk, maps, milter, LDAP/SQL). On a remote one: wait; 4.7.1 is often greylisting.',
        'pt-BR':
          'No seu servidor: veja o mesmo segundo no log (disco, mapas, milter, LDAP/SQL). No remoto: espere; 4.7.1 costuma ser greylisting.',
      },
    },
  },
  {
    code: 452,
    name: { en: 'Insufficient system storage', 'pt-BR': 'Armazenamento insuficiente' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.2.3', '4.5.3.1.10'] }],
    stages: ['MAIL', 'RCPT', 'end of DATA'],
    saidBy: 'server',
    retry: 'yes',
    reason: 'storage-system-full',
    confusedWith: [552, 451, 422, 431],
    description: {
      en: 'By the book: no room now. In practice also: too many recipients (4.5.3), a full mailbox (4.2.2), rate limits (4.3.2, 4.4.5), Exchange back pressure (4.3.1), even greylisting.',
      'pt-BR':
        'Pela norma: sem espaço agora. Na prática também: destinatários demais (4.5.3), caixa cheia (4.2.2), limites de taxa (4.3.2, 4.4.5), back pressure do Exchange (4.3.1), até greylisting.',
    },
    when: {
      en: 'At MAIL it is about the whole server; at RCPT about one recipient or the recipient count; after DATA about the message. Read enhanced code and text before saying "disk full".',
      'pt-BR':
        'No MAIL trata do servidor todo; no RCPT, de um destinatário ou da contagem; depois do DATA, da mensagem. Leia o código estendido e o texto antes de dizer "disco cheio".',
    },
    remedy: {
      sender: {
        en: 'Nothing: your server retries for up to 4 or 5 days, so the message is late, not lost. Only if it is 4.2.2, tell the recipient that the mailbox is full.',
        'pt-BR':
          'Nada: seu servidor tenta por até 4 ou 5 dias; a mensagem atrasa, não se perde. Só se for 4.2.2, avise o destinatário que a caixa está cheia.',
      },
      admin: {
        en: 'First decide which 452 it is. Your own server at MAIL FROM: free disk and inodes on the queue file system (df -h, df -i, postconf queue_minfree message_size_limit; Exim check_spool_space). 4.2.2: quota. 4.5.3: recipients, let the MTA split. 4.3.2, 4.4.5 with "rate": slow down.',
        'pt-BR':
          'Primeiro decida qual 452 é. No seu servidor, no MAIL FROM: libere disco e inodes da fila (df -h, df -i, postconf queue_minfree message_size_limit; Exim check_spool_space). 4.2.2: cota. 4.5.3: destinatários, deixe o MTA dividir. 4.3.2, 4.4.5 com "rate": reduza.',
      },
      recipient: {
        en: 'Only for 4.2.2: delete mail, empty trash, or get more space.',
        'pt-BR': 'Só para 4.2.2: apague mensagens, esvazie a lixeira ou compre espaço.',
      },
    },
  },
  {
    code: 453,
    name: { en: 'You have no mail', 'pt-BR': 'Sem mensagens' },
    status: 'rfc',
    sources: [{ rfc: 2645 }, { rfc: 5248, about: 'X.3.2' }],
    stages: ['ATRN'],
    saidBy: 'ODMR server',
    retry: 'n/a',
    reason: 'remote-busy',
    confusedWith: [458, 521],
    description: {
      en: 'Nothing waits for that domain; X.3.2 also lists 453 as "not accepting messages".',
      'pt-BR': 'Nada espera por aquele domínio; X.3.2 também lista 453 como "não aceita mensagens".',
    },
    when: {
      en: 'On-demand relay; maddy uses 453 4.3.2 for an internal error.',
      'pt-BR': 'Relay sob demanda; o maddy usa 453 4.3.2 para erro interno.',
    },
  },
  {
    code: 454,
    name: {
      en: 'Temporary authentication failure, or TLS not available',
      'pt-BR': 'Falha temporária de autenticação ou TLS indisponível',
    },
    status: 'rfc',
    sources: [
      { rfc: 4954, sections: ['6'] },
      { rfc: 3207, sections: ['4'] },
    ],
    stages: ['AUTH', 'STARTTLS', 'RCPT'],
    saidBy: 'submission server',
    retry: 'yes',
    reason: 'auth-temp',
    confusedWith: [435, 535, 554],
    description: {
      en: 'At AUTH: the verifier could not decide, or too many tries. At STARTTLS: TLS cannot start now. At RCPT: "454 4.7.1 Relay access denied" is Postfix in soft mode.',
      'pt-BR':
        'No AUTH: o verificador não decidiu, ou tentativas demais. No STARTTLS: TLS não inicia agora. No RCPT: "454 4.7.1 Relay access denied" é o Postfix em modo suave.',
    },
    when: {
      en: 'Backend down, Gmail "too many login attempts", missing key file.',
      'pt-BR': 'Backend fora do ar, Gmail "too many login attempts", arquivo de chave ausente.',
    },
    remedy: {
      sender: {
        en: 'Wait a minute and try again; do not keep retyping the password.',
        'pt-BR': 'Espere um minuto e tente de novo; não fique redigitando a senha.',
      },
      admin: {
        en: 'AUTH: check saslauthd, the Dovecot socket, LDAP or SQL. STARTTLS: key and certificate files. RCPT with 4.7.1: relay rules.',
        'pt-BR':
          'AUTH: confira saslauthd, o socket do Dovecot, LDAP ou SQL. STARTTLS: chave e certificado. RCPT com 4.7.1: regras de relay.',
      },
    },
  },
  {
    code: 455,
    name: { en: 'Cannot accommodate parameters now', 'pt-BR': 'Parâmetros não aceitos agora' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.1.1.11'] }],
    stages: ['MAIL', 'RCPT'],
    saidBy: 'server',
    retry: 'yes',
    reason: 'protocol-error',
    confusedWith: [555, 452],
    description: {
      en: 'A MAIL or RCPT parameter cannot be honoured at this time.',
      'pt-BR': 'Um parâmetro de MAIL ou RCPT não pode ser atendido agora.',
    },
    when: {
      en: 'Rare. Stalwart uses it for too many recipients and too many AUTH errors.',
      'pt-BR': 'Raro. O Stalwart o usa para destinatários demais e erros de AUTH demais.',
    },
  },
  {
    code: 456,
    name: { en: 'Retry over IPv4', 'pt-BR': 'Tente por IPv4' },
    status: 'draft',
    sources: [
      {
        en: 'draft-martin-smtp-ipv6-to-ipv4-fallback (expired)',
        'pt-BR': 'draft-martin-smtp-ipv6-to-ipv4-fallback (expirado)',
      },
    ],
    stages: ['MAIL', 'DATA'],
    saidBy: 'server',
    retry: 'yes, over IPv4',
    reason: 'spf-dkim-dmarc',
    confusedWith: [450],
    description: {
      en: 'Not accepted over IPv6 without authentication; try IPv4.',
      'pt-BR': 'Não aceita por IPv6 sem autenticação; tente IPv4.',
    },
    when: {
      en: 'Draft only. Courier uses 456 for "address temporarily unavailable".',
      'pt-BR': 'Só em rascunho. O Courier usa 456 para "address temporarily unavailable".',
    },
  },
  {
    code: 458,
    name: { en: 'Unable to queue for node', 'pt-BR': 'Não pôde enfileirar para o nó' },
    status: 'rfc',
    sources: [{ rfc: 1985 }],
    stages: ['ETRN'],
    saidBy: 'server',
    retry: 'yes',
    reason: 'remote-error',
    confusedWith: [253, 459],
    description: { en: 'The queue run could not be started.', 'pt-BR': 'A fila não pôde ser processada.' },
    when: {
      en: 'ETRN already running or internal failure.',
      'pt-BR': 'ETRN já em andamento ou falha interna.',
    },
  },
  {
    code: 459,
    name: { en: 'Node not allowed', 'pt-BR': 'Nó não permitido' },
    status: 'rfc',
    sources: [{ rfc: 1985 }],
    stages: ['ETRN'],
    saidBy: 'server',
    retry: 'no',
    reason: 'policy',
    confusedWith: [458],
    description: {
      en: 'ETRN is not allowed for that domain.',
      'pt-BR': 'ETRN não é permitido para esse domínio.',
    },
    when: { en: 'ETRN from outside.', 'pt-BR': 'ETRN de fora.' },
  },
  {
    code: 471,
    name: { en: 'Blocked by a local filter', 'pt-BR': 'Bloqueada por filtro local' },
    status: 'nonstandard',
    sources: [{ en: 'in use, written down nowhere', 'pt-BR': 'em uso, sem documento' }],
    stages: ['DATA'],
    saidBy: "sender's own server",
    retry: 'after fixing',
    reason: 'policy',
    confusedWith: [451, 571],
    description: {
      en: 'Local anti-spam, antivirus or firewall interfered.',
      'pt-BR': 'Antispam, antivírus ou firewall local interferiu.',
    },
    when: {
      en: 'Outlook with a scanning proxy; error lists of hosters.',
      'pt-BR': 'Outlook com proxy de varredura; listas de hospedagens.',
    },
  },
];
