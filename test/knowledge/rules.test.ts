import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { foldToAscii } from '../../src/classify/fold-text.ts';
import { NormalText } from '../../src/classify/normal-text.ts';
import { parseReply } from '../../src/classify/parse-reply.ts';
import type { Rule } from '../../src/knowledge/rule.ts';
import { RULES } from '../../src/knowledge/rules.ts';

const classifier = createClassifier();

describe('the rules', () => {
  it('have each an id and a place of their own, in order', () => {
    const ids = RULES.map(({ rule }) => rule.id);
    const orders = RULES.map(({ rule }) => rule.order);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(orders).size).toBe(orders.length);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

  it.each(RULES)('$rule.id decides its examples: $reason', ({ reason, rule }) => {
    const decided = rule.examples.map((text) => {
      const { replyCode, enhancedCode } = parseReply(text);
      return { text, ...classifier.classify(replyCode, enhancedCode, text) };
    });
    for (const found of decided) expect(found).toMatchObject({ text: found.text, reason });
    expect(decided.map((found) => found.rule)).toContain(`${rule.layer}:${rule.id}`);
  });

  it.each(RULES)('$rule.id looks for text as it stands after normalising', ({ rule }) => {
    for (const fragment of fragmentsOf(rule)) {
      expect(foldToAscii(fragment)).toBe(fragment);
      expect(normal(fragment)).toBe(fragment.trim());
      // Three plain characters in a row, or two ideographs.
      expect(fragment).toMatch(/[^*|]{3}|^[\u2e80-\uffff]{2}$/);
    }
  });
});

function fragmentsOf(rule: Rule): string[] {
  return [...(rule.any ?? []), ...(rule.none ?? []), ...(rule.with ?? []).flat()];
}

/** After a word that nothing in the fragment can join, so that codes and names at its start stay. */
function normal(fragment: string): string {
  const text = new NormalText();
  text.read(`: ${fragment}`, null);
  return text.toString().trim().slice(1).trim();
}
