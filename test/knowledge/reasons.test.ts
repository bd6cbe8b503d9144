import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { parseReply } from '../../src/classify/parse-reply.ts';
import { REASON_FACTS } from '../../src/knowledge/reasons/index.ts';
import { REASONS } from '../../src/model/reason.ts';
import type { Reason } from '../../src/model/reason.ts';

const classifier = createClassifier();

function reasonOf(text: string): Reason {
  const { replyCode, enhancedCode } = parseReply(text);
  return classifier.classify(replyCode, enhancedCode, text).reason;
}

describe('reason facts', () => {
  it.each(REASONS)(
    '%s is told in both languages, names who acts, and shows itself in its example',
    (reason) => {
      const { title, definition, owner, retry, example } = REASON_FACTS[reason];
      for (const text of [
        title.en,
        title['pt-BR'],
        definition.en,
        definition['pt-BR'],
        owner,
        retry,
        example,
      ]) {
        expect(text.trim()).not.toBe('');
      }
      expect(reasonOf(example)).toBe(reason);
    },
  );

  it('lists the reasons in the order of the model', () => {
    expect(Object.keys(REASON_FACTS)).toEqual([...REASONS]);
  });
});
