// Codes that no line prints but whose sending a line proves, without those of AUTH (`auth.ts` counts attempts, not lines).
import type { MailEvent } from '../model/event.ts';
import type { Aggregate } from './aggregate.ts';
import { impliesAuthReply } from './auth.ts';

export class Implied implements Aggregate<ReadonlyMap<number, number>> {
  readonly codes: Map<number, number> = new Map();

  add(event: MailEvent): void {
    const code = event.impliedCode;
    if (code === null || event.replyRole !== 'said' || impliesAuthReply(event)) return;
    this.codes.set(code, (this.codes.get(code) ?? 0) + event.repeat);
  }

  merge(later: Implied): void {
    for (const [code, count] of later.codes) this.codes.set(code, (this.codes.get(code) ?? 0) + count);
  }

  view(): ReadonlyMap<number, number> {
    return new Map(this.codes);
  }
}
