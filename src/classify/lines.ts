import { createClassifier } from './classifier.ts';
import { explainReplyBy } from './explain-reply.ts';
import type { ReplyExplanation } from './explain-reply.ts';

/** Explains reply texts one per line, as they come; empty lines give nothing. */
export async function* explainLines(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ReplyExplanation> {
  const classifier = createClassifier();
  for await (const line of lines) {
    const text = line.trim();
    if (text !== '') yield explainReplyBy(classifier, text);
  }
}
