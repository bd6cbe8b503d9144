import type { ReplyExplanation } from '../classify/explain-reply.ts';
import type { Reason } from '../model/reason.ts';

/** One code, reason, challenge or text explained, in one language: an object of `mailtop-explain/1`. */
export interface Entry {
  /** What was asked, secrets taken out. */
  query: string;
  kind: 'reply-code' | 'enhanced-code' | 'class' | 'reason' | 'challenge' | 'text';
  /** False for a code that nobody defined: then its class is explained. */
  known: boolean;
  code: string;
  name: string;
  class: string | null;
  /** Who defined the code. */
  status: string | null;
  description: string;
  when: string | null;
  stage: string | null;
  said_by: string | null;
  who_acts: string | null;
  fix: Fix | null;
  retry: string | null;
  reason: Reason | null;
  confused_with: readonly Named[];
  /** The codes of a class or of a reason. */
  members: readonly Named[];
  /** Of a text: what `mailtop classify` says of it. */
  reply: ReplyExplanation | null;
  sources: readonly string[];
}

export interface Fix {
  sender: string;
  administrator: string;
  recipient: string;
}

export interface Named {
  code: string;
  name: string;
}

/** An entry of what is known, the rest null or empty; always the same fields in the same order. */
export function newEntry(
  parts: Pick<Entry, 'query' | 'kind' | 'code' | 'name' | 'description'> & Partial<Entry>,
): Entry {
  return {
    query: parts.query,
    kind: parts.kind,
    known: parts.known ?? true,
    code: parts.code,
    name: parts.name,
    class: parts.class ?? null,
    status: parts.status ?? null,
    description: parts.description,
    when: parts.when ?? null,
    stage: parts.stage ?? null,
    said_by: parts.said_by ?? null,
    who_acts: parts.who_acts ?? null,
    fix: parts.fix ?? null,
    retry: parts.retry ?? null,
    reason: parts.reason ?? null,
    confused_with: parts.confused_with ?? [],
    members: parts.members ?? [],
    reply: parts.reply ?? null,
    sources: parts.sources ?? [],
  };
}
