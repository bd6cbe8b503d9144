import type { Classification } from '../model/reason.ts';
import { RULES } from '../knowledge/rules.ts';
import { byCodes, byRule } from './classification.ts';
import { DecidedByCode } from './decided-by-code.ts';
import { Memo } from './memo.ts';
import { NormalText } from './normal-text.ts';
import { agrees } from './parse-reply.ts';
import { RuleSet } from './rule-set.ts';

export interface Classifier {
  /**
   * The reason of a reply. `text` may begin with its codes or not; where no server spoke (a local delivery) the codes are
   * null, or a delivery status stands in for the enhanced code. Equal arguments always give equal answers.
   */
  classify(replyCode: number | null, enhancedCode: string | null, text: string): Classification;
}

/** Rules are compiled when the first text needs them. Holds a bounded memo: one classifier per thread is enough. */
export function createClassifier(): Classifier {
  const decided = new DecidedByCode(RULES);
  const memo = new Memo(MEMO_TEXTS);
  const normal = new NormalText();
  let rules: RuleSet | null = null;

  return {
    classify(replyCode, enhancedCode, text) {
      const known = decided.get(replyCode, enhancedCode) ?? memo.get(replyCode, enhancedCode, text);
      if (known !== null) return known;
      const enhanced = agrees(replyCode, enhancedCode) ? enhancedCode : null;
      rules ??= new RuleSet(RULES);
      normal.read(text, replyCode);
      const found = rules.decide(replyCode, enhanced, normal);
      const classification =
        found === null ? byCodes(replyCode, enhancedCode) : byRule(replyCode, enhancedCode, found);
      memo.put(text, classification);
      return classification;
    },
  };
}

/** Twice as many at most are held. A busy log has some hundred texts that repeat. */
const MEMO_TEXTS = 4096;
