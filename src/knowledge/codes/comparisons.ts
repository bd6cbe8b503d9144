// Codes that are often taken for each other, set side by side by hand.
import type { Translated } from '../reason-facts.ts';

export interface Comparison {
  readonly codes: readonly number[];
  readonly differences: readonly Translated[];
  /** Which of them applies when. */
  readonly which: Translated;
}

export const COMPARISONS: readonly Comparison[] = [
  {
    codes: [334, 452],
    differences: [
      {
        en: '334 is a 3xx step of a login dialogue that is going well; 452 is a 4xx refusal of a mail transaction.',
        'pt-BR':
          '334 é um passo 3xx de um login que vai bem; 452 é uma recusa 4xx de uma transação de e-mail.',
      },
      {
        en: '334 belongs to AUTH on a submission port (587/465), before any message; 452 belongs to MAIL FROM, RCPT TO or the end of DATA.',
        'pt-BR':
          '334 pertence ao AUTH na porta de envio (587/465), antes de qualquer mensagem; 452 pertence a MAIL FROM, RCPT TO ou fim do DATA.',
      },
      {
        en: 'After 334 the client speaks next (one base64 line) within the same second; after 452 the client waits and retries for hours or days.',
        'pt-BR':
          'Depois do 334 o cliente fala em seguida (uma linha base64) no mesmo segundo; depois do 452 o cliente espera e tenta de novo por horas ou dias.',
      },
      {
        en: '334 never delays or loses mail; 452 delays it, and after 4 to 5 days of retries it turns into a bounce.',
        'pt-BR':
          '334 nunca atrasa nem perde e-mail; 452 atrasa e, após 4 a 5 dias de tentativas, vira devolução.',
      },
      {
        en: "334 is fixed by the sender's client; a 4.3.1 452 by the administrator of the answering server, a 4.2.2 by the recipient, a 4.5.3 by nobody (the MTA splits).",
        'pt-BR':
          'O 334 se resolve no cliente do remetente; o 452 com 4.3.1, no administrador do servidor que respondeu; com 4.2.2, no destinatário; com 4.5.3, em ninguém (o MTA divide).',
      },
      {
        en: 'Count 334 against 235 and 535 to see logins and attacks; count 452 by enhanced code to see disk, quota, recipient or rate limits.',
        'pt-BR':
          'Conte 334 contra 235 e 535 para ver logins e ataques; conte 452 por código estendido para ver disco, cota, destinatários ou limites.',
      },
    ],
    which: {
      en: 'Use the 334 advice only inside an AUTH exchange; use the 452 advice for anything after MAIL FROM, and choose by enhanced code.',
      'pt-BR':
        'Use a orientação do 334 só dentro de uma troca AUTH; use a do 452 para tudo após MAIL FROM, escolhendo pelo código estendido.',
    },
  },
  {
    codes: [452, 552],
    differences: [
      {
        en: '452: not now, retry; 552: not like this, do not retry unchanged.',
        'pt-BR': '452: agora não, tente de novo; 552: assim não, não repita igual.',
      },
      {
        en: 'Quota: 452 4.2.2 makes mail wait, 552 5.2.2 returns it at once.',
        'pt-BR': 'Cota: 452 4.2.2 faz a mensagem esperar, 552 5.2.2 a devolve na hora.',
      },
      {
        en: 'Size is 552 5.3.4 and is never a storage shortage.',
        'pt-BR': 'Tamanho é 552 5.3.4 e nunca é falta de espaço.',
      },
    ],
    which: {
      en: 'Server owners should prefer 452 for quota if users can clean up within days.',
      'pt-BR': 'Donos de servidor devem preferir 452 para cota se o usuário pode limpar em dias.',
    },
  },
  {
    codes: [535, 534, 454, 530],
    differences: [
      {
        en: '535: the secret is wrong; 534: the method is wrong; 454: nobody could check; 530: nobody tried.',
        'pt-BR':
          '535: a senha está errada; 534: o método está errado; 454: ninguém pôde conferir; 530: ninguém tentou.',
      },
      {
        en: 'Only 535 counts as a failed login for attack detection; 454 is an outage or a lockout; 530 is configuration.',
        'pt-BR':
          'Só 535 conta como login falho na detecção de ataque; 454 é pane ou bloqueio; 530 é configuração.',
      },
    ],
    which: {
      en: '535: credentials; 534: app password or OAuth; 454: wait, check backend; 530: turn on AUTH or TLS.',
      'pt-BR':
        '535: credenciais; 534: senha de app ou OAuth; 454: espere, veja o backend; 530: ligue AUTH ou TLS.',
    },
  },
  {
    codes: [450, 451, 452],
    differences: [
      {
        en: "450 is about the mailbox or the client, 451 about the server's processing, 452 about limits.",
        'pt-BR': '450 trata da caixa ou do cliente, 451 do processamento do servidor, 452 de limites.',
      },
      {
        en: 'All three are retried; only the text separates greylisting from a fault.',
        'pt-BR': 'Os três são tentados de novo; só o texto separa greylisting de falha.',
      },
    ],
    which: {
      en: 'Sort by enhanced code and reason, not by the three digits.',
      'pt-BR': 'Separe por código estendido e motivo, não pelos três dígitos.',
    },
  },
  {
    codes: [550, 554],
    differences: [
      {
        en: '550 usually refuses one recipient, 554 the session or the message.',
        'pt-BR': '550 costuma recusar um destinatário; 554, a sessão ou a mensagem.',
      },
      {
        en: 'Both carry every kind of reason; 554 as the first line means the connection itself is unwelcome.',
        'pt-BR':
          'Os dois trazem todo tipo de motivo; 554 na primeira linha significa que a própria conexão não é bem-vinda.',
      },
    ],
    which: { en: 'Read the text.', 'pt-BR': 'Leia o texto.' },
  },
];
