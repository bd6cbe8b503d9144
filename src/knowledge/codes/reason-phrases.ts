// What a reason's facts say in English only, in both languages: who has to act, and whether sending again helps.
import type { Translated } from '../reason-facts.ts';

/** By `ReasonFacts.owner`. */
export const OWNERS: Readonly<Record<string, Translated>> = {
  nobody: { en: 'nobody', 'pt-BR': 'ninguém' },
  client: { en: 'the client', 'pt-BR': 'o cliente' },
  sender: { en: 'the sender', 'pt-BR': 'o remetente' },
  'sender+admin': { en: 'the sender and the administrator', 'pt-BR': 'o remetente e o administrador' },
  admin: { en: 'the administrator', 'pt-BR': 'o administrador' },
  'admin of the answering server': {
    en: 'the administrator of the answering server',
    'pt-BR': 'o administrador do servidor que respondeu',
  },
  "sender's admin": { en: "the sender's administrator", 'pt-BR': 'o administrador do remetente' },
  "recipient's admin": { en: "the recipient's administrator", 'pt-BR': 'o administrador do destinatário' },
  'remote admin': {
    en: 'the administrator of the other server',
    'pt-BR': 'o administrador do outro servidor',
  },
  recipient: { en: 'the recipient', 'pt-BR': 'o destinatário' },
  'nobody (the sending MTA splits)': {
    en: 'nobody (the sending server splits)',
    'pt-BR': 'ninguém (o servidor que envia divide)',
  },
  '-': { en: 'the text does not say', 'pt-BR': 'o texto não diz' },
};

/** By `ReasonFacts.retry`. */
export const REASON_RETRIES: Readonly<Record<string, Translated>> = {
  'n/a': { en: 'not needed: nothing failed', 'pt-BR': 'não é preciso: nada falhou' },
  yes: { en: 'yes, your server does it by itself', 'pt-BR': 'sim, seu servidor faz isso sozinho' },
  no: { en: 'no', 'pt-BR': 'não' },
  'after fixing': { en: 'after the cause is fixed', 'pt-BR': 'depois de corrigir a causa' },
  'after changing content': { en: 'after changing the content', 'pt-BR': 'depois de mudar o conteúdo' },
  'yes, with backoff': {
    en: 'yes, with growing pauses',
    'pt-BR': 'sim, com pausas cada vez maiores',
  },
  'yes, slower': { en: 'yes, slower', 'pt-BR': 'sim, mais devagar' },
  'yes, in minutes': { en: 'yes, within minutes', 'pt-BR': 'sim, em minutos' },
  'yes, at once for the rest': {
    en: 'yes, at once for the remaining recipients',
    'pt-BR': 'sim, já, para os destinatários restantes',
  },
  '4xx yes, 5xx no': {
    en: '4xx: yes, by itself; 5xx: no, it must be sent again',
    'pt-BR': '4xx: sim, sozinho; 5xx: não, é preciso reenviar',
  },
  '4xx yes, 5xx after delisting': {
    en: '4xx: yes; 5xx: after delisting',
    'pt-BR': '4xx: sim; 5xx: depois de sair da lista',
  },
  '4xx yes': { en: '4xx: yes; 5xx: no', 'pt-BR': '4xx: sim; 5xx: não' },
  'no, shrink it': { en: 'no, make it smaller', 'pt-BR': 'não, diminua a mensagem' },
  'no, remove the address': { en: 'no, remove the address', 'pt-BR': 'não, remova o endereço' },
  'no, use the new address': { en: 'no, use the new address', 'pt-BR': 'não, use o novo endereço' },
  'no, fix it': { en: 'no, repair the message', 'pt-BR': 'não, conserte a mensagem' },
  'resend later': { en: 'send it again later', 'pt-BR': 'envie de novo mais tarde' },
  'by reply class': { en: '4xx: yes; 5xx: no', 'pt-BR': '4xx: sim; 5xx: não' },
};
