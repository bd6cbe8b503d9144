import type { Language } from './language.ts';

export interface Labels {
  readonly text: string;
  readonly class: string;
  readonly status: string;
  readonly meaning: string;
  readonly when: string;
  readonly stage: string;
  readonly saidBy: string;
  readonly whoActs: string;
  readonly retry: string;
  readonly fix: string;
  readonly sender: string;
  readonly administrator: string;
  readonly recipient: string;
  readonly usualReason: string;
  readonly reason: string;
  readonly rule: string;
  readonly confusedWith: string;
  readonly members: string;
  readonly source: string;
  readonly undefinedCode: string;
  readonly differences: string;
  readonly which: string;
}

/** The words of the page, at most sixteen characters where they stand in the left column. */
export const LABELS: Readonly<Record<Language, Labels>> = {
  en: {
    text: 'Text',
    class: 'Class',
    status: 'Status',
    meaning: 'Meaning',
    when: 'When you see it',
    stage: 'Said at',
    saidBy: 'Said by',
    whoActs: 'Who acts',
    retry: 'Does retry help',
    fix: 'How to fix it',
    sender: 'sender',
    administrator: 'administrator',
    recipient: 'recipient',
    usualReason: 'Usual reason',
    reason: 'Reason',
    rule: 'Decided by',
    confusedWith: 'Not to confuse',
    members: 'Codes',
    source: 'Source',
    undefinedCode: 'nobody defined this code; its class says:',
    differences: 'Key differences',
    which: 'Which applies when',
  },
  'pt-BR': {
    text: 'Texto',
    class: 'Classe',
    status: 'Situação',
    meaning: 'Significado',
    when: 'Quando aparece',
    stage: 'Etapa',
    saidBy: 'Quem diz',
    whoActs: 'Quem age',
    retry: 'Repetir ajuda?',
    fix: 'Como resolver',
    sender: 'remetente',
    administrator: 'administrador',
    recipient: 'destinatário',
    usualReason: 'Motivo usual',
    reason: 'Motivo',
    rule: 'Regra decisiva',
    confusedWith: 'Não confundir',
    members: 'Códigos',
    source: 'Fonte',
    undefinedCode: 'ninguém definiu este código; a classe diz:',
    differences: 'Principais diferenças',
    which: 'Qual se aplica quando',
  },
};
