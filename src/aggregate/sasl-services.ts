// Attempts whose challenge was left open, by service. That a 334 was open is only sure where AUTH is offered: a service
// without it answers 503, and logs as little.
import { keep } from '../model/keep.ts';

const MOST_SERVICES = 1000;

export class SaslServices {
  /** Services that were seen to judge a login. */
  readonly speaking: Set<string> = new Set();
  /** Attempts that the client left, by service. */
  readonly left: Map<string, number> = new Map();

  speaks(service: string): void {
    if (this.speaking.has(service) || this.speaking.size >= MOST_SERVICES) return;
    this.speaking.add(keep(service));
  }

  leaves(service: string, count: number): void {
    const known = this.left.get(service);
    if (known === undefined && this.left.size >= MOST_SERVICES) return;
    this.left.set(known === undefined ? keep(service) : service, (known ?? 0) + count);
  }

  /** 334 replies that were sent for sure. */
  challenges(): number {
    let sum = 0;
    for (const [service, count] of this.left) if (this.speaking.has(service)) sum += count;
    return sum;
  }

  merge(later: SaslServices): void {
    for (const service of later.speaking) this.speaks(service);
    for (const [service, count] of later.left) this.leaves(service, count);
  }
}
