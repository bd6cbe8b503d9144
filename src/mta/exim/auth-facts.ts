// What a line tells of one authentication, and how many 334 replies it proves.
import type { AuthFacts, AuthOutcome } from '../../model/event.ts';
import { newAuth } from '../../model/new-auth.ts';

/** Our server's verdict on a client. */
export function serverAuth(
  mechanism: string | null,
  username: string | null,
  outcome: AuthOutcome,
  clientIp: string | null,
): AuthFacts {
  const [proved, usual] = challenges(mechanism, outcome);
  const facts = newAuth(mechanism, username, outcome, clientIp);
  facts.challengesMin = proved;
  facts.challengesTypical = usual;
  return facts;
}

/** A remote server's verdict on us: none of its challenges was ours. */
export function remoteAuth(
  mechanism: string | null,
  username: string | null,
  outcome: AuthOutcome,
): AuthFacts {
  return newAuth(mechanism, username, outcome, null);
}

function challenges(mechanism: string | null, outcome: AuthOutcome): Challenges {
  // A client cancels by answering a challenge with an asterisk.
  if (outcome === 'aborted') return [1, 1];
  if (mechanism === null) return NONE;
  if (outcome === 'success') return OF_SUCCESS.get(mechanism) ?? NONE;
  // Nothing was asked of a client that was refused.
  return outcome === 'refused' ? NONE : (OF_FAILURE.get(mechanism) ?? OF_SUCCESS.get(mechanism) ?? NONE);
}

type Challenges = readonly [proved: number, usual: number];
const NONE: Challenges = [0, 0];
/** PLAIN and EXTERNAL usually bring their answer with the command; LOGIN may bring all of it to Exim's plaintext driver. */
const OF_SUCCESS: ReadonlyMap<string, Challenges> = new Map<string, Challenges>([
  ['LOGIN', [0, 2]],
  ['CRAM-MD5', [1, 1]],
  ['DIGEST-MD5', [2, 2]],
  ['SCRAM-SHA-1', [2, 2]],
  ['SCRAM-SHA-256', [2, 2]],
  ['NTLM', [1, 2]],
  ['GSSAPI', [2, 2]],
]);
/** Where the verdict comes one challenge earlier, or the error itself is sent as a challenge. */
const OF_FAILURE: ReadonlyMap<string, Challenges> = new Map<string, Challenges>([
  ['DIGEST-MD5', [1, 1]],
  ['SCRAM-SHA-1', [1, 1]],
  ['SCRAM-SHA-256', [1, 1]],
  ['GSSAPI', [0, 1]],
  ['XOAUTH2', [0, 1]],
  ['OAUTHBEARER', [0, 1]],
]);
