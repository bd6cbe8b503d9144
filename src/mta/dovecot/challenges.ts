// How many challenges (334 in SMTP, `+` in IMAP and POP3) a login takes. Dovecot logs none; the mechanism tells.
import type { AuthFacts, AuthOutcome } from '../../model/event.ts';

/** A verdict on one login, with the challenges that the mechanism and the outcome imply. */
export function authFacts(
  mechanism: string | null,
  username: string | null,
  outcome: AuthOutcome,
  clientIp: string | null,
): AuthFacts {
  const challenges = challengesOf(mechanism, outcome);
  return {
    mechanism,
    username,
    outcome,
    clientIp,
    challengesMin: challenges[0],
    challengesTypical: challenges[1],
    attempts: 1,
    counts: true,
  };
}

/** The server had asked and the client did not answer. */
export function setOpenChallenge(facts: AuthFacts): void {
  facts.challengesMin = 1;
  facts.challengesTypical = 1;
}

type Challenges = readonly [proved: number, usual: number];

function challengesOf(mechanism: string | null, outcome: AuthOutcome): Challenges {
  if (mechanism === null) return NONE;
  if (outcome === 'success')
    return ON_SUCCESS.get(mechanism) ?? (mechanism.startsWith('SCRAM-') ? SCRAM : NONE);
  if (outcome === 'failure')
    return ON_FAILURE.get(mechanism) ?? (mechanism.startsWith('SCRAM-') ? ONE : NONE);
  return NONE;
}

const NONE: Challenges = [0, 0];
const ONE: Challenges = [1, 1];
/** The server's final message may stand in its success line instead of a challenge of its own. */
const SCRAM: Challenges = [1, 2];
/** Clients that send the name with AUTH LOGIN save one challenge, IMAP's LOGIN command saves both. */
const LOGIN: Challenges = [0, 2];

const ON_SUCCESS: ReadonlyMap<string, Challenges> = new Map([
  ['LOGIN', LOGIN],
  ['CRAM-MD5', ONE],
  ['DIGEST-MD5', [1, 2]],
  ['NTLM', [1, 2]],
  ['GSSAPI', [1, 2]],
]);

const ON_FAILURE: ReadonlyMap<string, Challenges> = new Map([
  ['LOGIN', LOGIN],
  ['CRAM-MD5', ONE],
  ['DIGEST-MD5', ONE],
  ['NTLM', [1, 2]],
  // The error report of a token is a challenge that the client answers with nothing.
  ['XOAUTH2', ONE],
  ['OAUTHBEARER', ONE],
]);
