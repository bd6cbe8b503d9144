import type { ReasonFacts } from '../reason-facts.ts';

/** No rule and no default applies; show the raw text. */
export const unclassified: ReasonFacts = {
  family: 'fallback',
  nature: 'by reply class',
  owner: '-',
  retry: 'by reply class',
  severity: 'notice',
  title: { en: 'Unclassified', 'pt-BR': 'Sem classificação' },
  definition: {
    en: 'No rule and no default applies; show the raw text.',
    'pt-BR': 'Nenhuma regra ou padrão se aplica; mostrar o texto original.',
  },
  confusedWith: null,
  example: '558 5.0.0 Something else',
  rules: [],
};
