import { explainReply } from '../classify/explain-reply.ts';
import { CLASSES } from '../knowledge/codes/classes.ts';
import { REMEDIES } from '../knowledge/codes/remedies.ts';
import { REASON_RETRIES } from '../knowledge/codes/reason-phrases.ts';
import { SPEAKERS } from '../knowledge/codes/phrases.ts';
import { REASON_FACTS } from '../knowledge/reasons/index.ts';
import { challengeFacts } from './challenge.ts';
import { enhancedClass, enhancedCodeEntry } from './enhanced-code.ts';
import { newEntry, type Entry } from './entry.ts';
import { findReply } from './find-reply.ts';
import { fixText } from './fix.ts';
import type { Language } from './language.ts';
import { confusedReasons, whoActs } from './reason.ts';
import { isClassDigit, replyClass, replyCodeEntry, replyFacts, stageText } from './reply-code.ts';
import { withoutSecrets } from './secrets.ts';

/** A whole reply or a line of a log. */
export function textEntry(pasted: string, language: Language): Entry {
  const query = withoutSecrets(pasted);
  const reply = explainReply(findReply(query));
  const facts = REASON_FACTS[reply.reason];
  const codeFacts = reply.reply_code === null ? null : replyFacts(reply.reply_code);
  const codes = [reply.reply_code, reply.enhanced_code].filter((code) => code !== null);
  return newEntry({
    query,
    kind: 'text',
    known: isKnown(reply.reply_code, reply.enhanced_code, reply.rule),
    code: codes.length === 0 ? reply.reason : codes.join(' '),
    name: facts.title[language],
    class: classText(reply.reply_code, reply.enhanced_code, language),
    description: [facts.definition[language], ...challengesIn(query, language)].join(' '),
    stage: codeFacts === null ? null : stageText(codeFacts, language),
    said_by: codeFacts === null ? null : SPEAKERS[codeFacts.saidBy][language],
    who_acts: whoActs(reply.reason, language),
    fix: fixText(REMEDIES[reply.reason], language),
    retry: retryText(reply.reply_code, reply.enhanced_code, facts.retry, language),
    reason: reply.reason,
    confused_with: confusedReasons(reply.reason, language),
    reply,
    sources: sourcesOf(reply.reply_code, reply.enhanced_code, language),
  });
}

/** Without codes and without a rule that knows the words there is nothing to explain. */
function isKnown(replyCode: number | null, enhancedCode: string | null, rule: string): boolean {
  return replyCode !== null || enhancedCode !== null || !rule.startsWith('class:');
}

function classText(replyCode: number | null, enhancedCode: string | null, language: Language): string | null {
  if (replyCode !== null) return replyClass(replyCode, language);
  return enhancedCode === null ? null : enhancedClass(enhancedCode, language);
}

/** Postfix quotes the last challenge when a login fails. */
function challengesIn(text: string, language: Language): string[] {
  return text.split(/[\s,:]+/).flatMap((word) => {
    const facts = challengeFacts(word);
    return facts === null ? [] : [`${word}: ${facts.description[language]}`];
  });
}

function retryText(
  replyCode: number | null,
  enhancedCode: string | null,
  retry: string,
  language: Language,
): string {
  const digit = Number(String(replyCode ?? enhancedCode ?? '').charAt(0));
  if (isClassDigit(digit) && (retry.startsWith('4xx') || retry === 'by reply class' || retry === 'yes')) {
    return CLASSES[digit].retry[language];
  }
  return REASON_RETRIES[retry]?.[language] ?? retry;
}

function sourcesOf(replyCode: number | null, enhancedCode: string | null, language: Language): string[] {
  const reply = replyCode === null ? null : replyCodeEntry(replyCode, language);
  const enhanced = enhancedCode === null ? null : enhancedCodeEntry(enhancedCode, language);
  return [
    ...(reply?.sources ?? []).map((source) => `${replyCode}: ${source}`),
    ...(enhanced?.sources ?? []).map((source) => `${enhancedCode}: ${source}`),
  ];
}
