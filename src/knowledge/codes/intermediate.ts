// 3xx: go on, the server waits for the rest.
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const INTERMEDIATE: readonly ReplyCodeFacts[] = [
  {
    code: 334,
    name: { en: 'Server challenge', 'pt-BR': 'Desafio do servidor' },
    status: 'rfc',
    sources: [{ rfc: 4954, sections: ['4'] }],
    stages: ['AUTH'],
    saidBy: 'submission server',
    retry: 'n/a',
    reason: 'auth-challenge',
    confusedWith: [235, 354, 535, 432],
    description: {
      en: 'The SASL exchange goes on: the rest of the line is the base64 challenge (possibly empty), and the client must answer with one base64 line. It is not an error.',
      'pt-BR':
        'A troca SASL continua: o resto da linha é o desafio em base64 (às vezes vazio), e o cliente deve responder com uma linha em base64. Não é erro.',
    },
    when: {
      en: 'AUTH LOGIN: VXNlcm5hbWU6 (Username:) then UGFzc3dvcmQ6 (Password:); PLAIN: empty; CRAM-MD5: a nonce. A payload that starts with eyJ is a JSON error of XOAUTH2, and a 535 follows.',
      'pt-BR':
        'AUTH LOGIN: VXNlcm5hbWU6 (Username:) e depois UGFzc3dvcmQ6 (Password:); PLAIN: vazio; CRAM-MD5: um nonce. Conteúdo que começa com eyJ é um erro JSON do XOAUTH2, seguido de 535.',
    },
    remedy: {
      sender: {
        en: 'Nothing to repair. Answer with the base64 of what is asked: VXNlcm5hbWU6 wants the user name, UGFzc3dvcmQ6 the password. If the payload starts with eyJ, decode it, renew the OAuth token, send an empty line, and expect 535.',
        'pt-BR':
          'Nada a consertar. Responda com o base64 do que é pedido: VXNlcm5hbWU6 quer o usuário, UGFzc3dvcmQ6 a senha. Se o conteúdo começa com eyJ, decodifique, renove o token OAuth, envie linha vazia e espere 535.',
      },
      admin: {
        en: "Offer AUTH only under TLS and on 587/465; never log the client's answers. Many 334 without 235 from one IP is a password attack or a broken client.",
        'pt-BR':
          'Ofereça AUTH só com TLS e em 587/465; nunca grave as respostas do cliente. Muitos 334 sem 235 do mesmo IP é ataque de senha ou cliente quebrado.',
      },
      recipient: {
        en: 'Not involved: 334 happens before any message exists.',
        'pt-BR': 'Não participa: o 334 ocorre antes de existir mensagem.',
      },
    },
  },
  {
    code: 354,
    name: { en: 'Start mail input', 'pt-BR': 'Envie a mensagem' },
    status: 'rfc',
    sources: [{ rfc: 5321, sections: ['4.1.1.4'] }],
    stages: ['DATA'],
    saidBy: 'server',
    retry: 'n/a',
    reason: 'session',
    confusedWith: [334, 250],
    description: {
      en: 'Send the message and end it with a dot on its own line.',
      'pt-BR': 'Envie a mensagem e termine com um ponto sozinho na linha.',
    },
    when: { en: 'After DATA. Nothing is accepted yet.', 'pt-BR': 'Depois de DATA. Nada foi aceito ainda.' },
  },
  {
    code: 355,
    name: { en: 'Octet offset', 'pt-BR': 'Posição em octetos' },
    status: 'rfc',
    sources: [{ rfc: 1845 }],
    stages: ['DATA'],
    saidBy: 'server',
    retry: 'n/a',
    reason: 'session',
    confusedWith: [354],
    description: {
      en: 'Restart the transfer from the given offset.',
      'pt-BR': 'Recomece a transferência da posição dada.',
    },
    when: { en: 'Historic checkpoint extension.', 'pt-BR': 'Extensão histórica de checkpoint.' },
  },
];
