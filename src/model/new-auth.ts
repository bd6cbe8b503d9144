import type { AuthFacts, AuthOutcome } from './event.ts';

/** One attempt that counts, of which no 334 is known. */
export function newAuth(
  mechanism: string | null,
  username: string | null,
  outcome: AuthOutcome,
  clientIp: string | null,
): AuthFacts {
  return {
    mechanism,
    username,
    outcome,
    clientIp,
    challengesMin: 0,
    challengesTypical: 0,
    attempts: 1,
    counts: true,
  };
}
