// The second number of an enhanced code: what it is about, whose business that is, and when it is said.
import type { Translated } from '../reason-facts.ts';

export interface SubjectFacts {
  readonly name: Translated;
  readonly owner: Translated;
  readonly stage: Translated;
}

export const SUBJECTS: readonly SubjectFacts[] = [
  {
    name: { en: 'other or undefined', 'pt-BR': 'outro ou indefinido' },
    owner: { en: 'not said', 'pt-BR': 'não informado' },
    stage: { en: 'any stage', 'pt-BR': 'qualquer etapa' },
  },
  {
    name: { en: 'addressing', 'pt-BR': 'endereçamento' },
    owner: { en: 'the sender', 'pt-BR': 'o remetente' },
    stage: { en: 'MAIL FROM, RCPT TO', 'pt-BR': 'MAIL FROM, RCPT TO' },
  },
  {
    name: { en: 'mailbox', 'pt-BR': 'caixa postal' },
    owner: { en: 'the recipient', 'pt-BR': 'o destinatário' },
    stage: { en: 'RCPT TO, end of DATA', 'pt-BR': 'RCPT TO, fim do DATA' },
  },
  {
    name: { en: 'mail system', 'pt-BR': 'sistema de e-mail' },
    owner: {
      en: 'the administrator of the answering server',
      'pt-BR': 'o administrador do servidor que respondeu',
    },
    stage: {
      en: 'greeting, MAIL FROM, RCPT TO, end of DATA',
      'pt-BR': 'saudação, MAIL FROM, RCPT TO, fim do DATA',
    },
  },
  {
    name: { en: 'network and routing', 'pt-BR': 'rede e roteamento' },
    owner: {
      en: 'the administrators along the way',
      'pt-BR': 'os administradores ao longo do caminho',
    },
    stage: {
      en: 'connecting, routing, waiting in the queue',
      'pt-BR': 'conexão, roteamento, espera na fila',
    },
  },
  {
    name: { en: 'mail delivery protocol', 'pt-BR': 'protocolo de entrega' },
    owner: {
      en: 'the administrator of the sending server',
      'pt-BR': 'o administrador do servidor que envia',
    },
    stage: { en: 'any command', 'pt-BR': 'qualquer comando' },
  },
  {
    name: { en: 'message content or media', 'pt-BR': 'conteúdo ou mídia da mensagem' },
    owner: { en: 'the sender and the recipient', 'pt-BR': 'o remetente e o destinatário' },
    stage: { en: 'end of DATA', 'pt-BR': 'fim do DATA' },
  },
  {
    name: { en: 'security or policy', 'pt-BR': 'segurança ou política' },
    owner: { en: 'the sender and both administrators', 'pt-BR': 'o remetente e os dois administradores' },
    stage: {
      en: 'STARTTLS, AUTH, MAIL FROM, RCPT TO, end of DATA',
      'pt-BR': 'STARTTLS, AUTH, MAIL FROM, RCPT TO, fim do DATA',
    },
  },
];
