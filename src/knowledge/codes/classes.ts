// The first digit: what all codes of a class have in common; and the second digit of reply codes.
import type { Translated } from '../reason-facts.ts';

export interface ClassFacts {
  /** Of reply codes. */
  readonly name: Translated;
  /** Of enhanced codes. */
  readonly enhancedName: Translated;
  readonly description: Translated;
  readonly retry: Translated;
  readonly remedy: {
    readonly sender: Translated;
    readonly admin: Translated;
    readonly recipient: Translated;
  };
}

export type ClassDigit = 2 | 3 | 4 | 5;

const NOTHING: Translated = { en: 'Nothing to do.', 'pt-BR': 'Nada a fazer.' };

export const CLASSES: Readonly<Record<ClassDigit, ClassFacts>> = {
  2: {
    name: { en: 'positive completion', 'pt-BR': 'conclusão positiva' },
    enhancedName: { en: 'success', 'pt-BR': 'sucesso' },
    description: {
      en: 'Done: the command was carried out.',
      'pt-BR': 'Feito: o comando foi executado.',
    },
    retry: { en: 'not needed: nothing failed', 'pt-BR': 'não é preciso: nada falhou' },
    remedy: { sender: NOTHING, admin: NOTHING, recipient: NOTHING },
  },
  3: {
    name: { en: 'positive intermediate', 'pt-BR': 'intermediária positiva' },
    enhancedName: { en: 'none: enhanced codes have no class 3', 'pt-BR': 'nenhum: não há classe 3' },
    description: {
      en: 'Go on: all is well so far, and the server waits for the rest (the next line of a login, or the message).',
      'pt-BR':
        'Continue: até aqui tudo bem, e o servidor espera o resto (a próxima linha do login, ou a mensagem).',
    },
    retry: { en: 'not needed: nothing failed', 'pt-BR': 'não é preciso: nada falhou' },
    remedy: { sender: NOTHING, admin: NOTHING, recipient: NOTHING },
  },
  4: {
    name: { en: 'transient negative', 'pt-BR': 'negativa temporária' },
    enhancedName: { en: 'persistent transient failure', 'pt-BR': 'falha temporária persistente' },
    description: {
      en: 'Not now: the same command may work later. The mail waits in the queue of the sending server.',
      'pt-BR':
        'Agora não: o mesmo comando pode dar certo depois. A mensagem espera na fila do servidor que envia.',
    },
    retry: {
      en: 'yes, your server does it by itself, for 4 to 5 days as a rule',
      'pt-BR': 'sim, seu servidor faz isso sozinho, em geral por 4 a 5 dias',
    },
    remedy: {
      sender: {
        en: 'Nothing at first: your server retries. If it lasts, read the text behind the code.',
        'pt-BR': 'Nada a princípio: seu servidor tenta de novo. Se durar, leia o texto após o código.',
      },
      admin: {
        en: 'Decide by the enhanced code and the text; do not flush the queue again and again.',
        'pt-BR': 'Decida pelo código estendido e pelo texto; não force a fila repetidas vezes.',
      },
      recipient: {
        en: 'Nothing, unless your mailbox is full.',
        'pt-BR': 'Nada, a não ser que sua caixa esteja cheia.',
      },
    },
  },
  5: {
    name: { en: 'permanent negative', 'pt-BR': 'negativa permanente' },
    enhancedName: { en: 'permanent failure', 'pt-BR': 'falha permanente' },
    description: {
      en: 'No: the same command will fail again. The mail goes back to its sender.',
      'pt-BR': 'Não: o mesmo comando vai falhar de novo. A mensagem volta ao remetente.',
    },
    retry: { en: 'no, not unchanged', 'pt-BR': 'não, não sem mudar algo' },
    remedy: {
      sender: {
        en: 'Read the text, correct what it names (address, size, login, content), send again.',
        'pt-BR': 'Leia o texto, corrija o que ele aponta (endereço, tamanho, login, conteúdo) e reenvie.',
      },
      admin: {
        en: 'Decide by the enhanced code and the text: who refused, and what.',
        'pt-BR': 'Decida pelo código estendido e pelo texto: quem recusou, e o quê.',
      },
      recipient: {
        en: 'Nothing, unless your own server or filter refused it.',
        'pt-BR': 'Nada, a não ser que seu próprio servidor ou filtro tenha recusado.',
      },
    },
  },
};

/** What the second digit is about. */
export const SECOND_DIGITS: Readonly<Record<number, Translated>> = {
  0: { en: 'syntax', 'pt-BR': 'sintaxe' },
  1: { en: 'information', 'pt-BR': 'informação' },
  2: { en: 'connections', 'pt-BR': 'conexões' },
  3: {
    en: 'left open by RFC 5321, used for logins and extensions',
    'pt-BR': 'deixado em aberto pela RFC 5321, usado para logins e extensões',
  },
  4: { en: 'left open by RFC 5321', 'pt-BR': 'deixado em aberto pela RFC 5321' },
  5: { en: 'mail system', 'pt-BR': 'sistema de e-mail' },
};
