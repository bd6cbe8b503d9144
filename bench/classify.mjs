// How many replies a second one thread classifies: texts that repeat, and texts of which no two are alike.
//   npm run build && node bench/classify.mjs
import { readFileSync } from 'node:fs';

const start = performance.now();
const { createClassifier } = await import('../dist/classify/classifier.js');
const { parseReply } = await import('../dist/classify/parse-reply.js');
const imported = performance.now();
const first = createClassifier();
first.classify(550, '5.1.1', 'User unknown');
console.log(
  `import ${(imported - start).toFixed(1)} ms, first text ${(performance.now() - imported).toFixed(1)} ms`,
);

const replies = readFileSync(new URL('../fixtures/knowledge/truth-texts.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).text)
  .map((text) => ({ text, ...parseReply(text) }))
  // What a 250 means does not depend on its text: leave the easy ones out.
  .filter(({ replyCode }) => replyCode === null || replyCode >= 400);

measure('repeating', (i) => replies[i % replies.length], 3_000_000);

// Every text has a recipient, an address and an id of its own, as the replies of a busy day have.
const different = Array.from({ length: 300_000 }, (_, i) => {
  const reply = replies[i % replies.length];
  const text = `${reply.text} <user${i}@example${i % 977}.org> [192.0.${(i >> 8) & 255}.${i & 255}] ${(i * 2654435761).toString(36)} - gsmtp`;
  return { ...reply, text };
});
measure('all different', (i) => different[i], different.length);

function measure(name, replyAt, count) {
  let best = 0;
  for (let round = 0; round < 5; round++) {
    const classifier = createClassifier();
    const begin = performance.now();
    for (let i = 0; i < count; i++) {
      const { replyCode, enhancedCode, text } = replyAt(i);
      classifier.classify(replyCode, enhancedCode, text);
    }
    best = Math.max(best, count / (performance.now() - begin));
  }
  console.log(`${name.padEnd(14)} ${(best / 1000).toFixed(2)} million a second`);
}
