// How many 334 replies a login takes. A normal log does not show them; the mechanism tells.
import type { AuthOutcome } from '../../model/event.ts';

/** What the usual client of a mechanism (in upper case) causes. Most clients send PLAIN and the tokens with AUTH itself. */
export function typicalChallenges(mechanism: string, outcome: AuthOutcome): number {
  const known = TYPICAL.get(mechanism);
  if (known !== undefined) return outcome === 'success' ? known.success : known.failure;
  if (mechanism.startsWith('SCRAM-')) return outcome === 'success' ? 2 : 1;
  return 0;
}

/**
 * Whether a failure reason is Postfix's own last challenge, in base64 (Postfix before 3.9 with Dovecot):
 * `UGFzc3dvcmQ6`. It proves that a 334 was sent. A word such as "disabled" is no challenge.
 */
export function isChallenge(reason: string): boolean {
  return reason.length >= 4 && reason.length % 4 === 0 && BASE64.test(reason) && MIXED.test(reason);
}

/** "Username:": the client left before it was asked for its password. */
export const USERNAME_CHALLENGE = 'VXNlcm5hbWU6';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Upper case, digits or padding behind the first letter. */
const MIXED = /^.+[A-Z0-9+/=]/;

const TYPICAL: ReadonlyMap<string, { success: number; failure: number }> = new Map([
  ['PLAIN', { success: 0, failure: 0 }],
  ['LOGIN', { success: 2, failure: 2 }],
  ['CRAM-MD5', { success: 1, failure: 1 }],
  ['DIGEST-MD5', { success: 2, failure: 1 }],
  ['NTLM', { success: 2, failure: 2 }],
  ['GSSAPI', { success: 2, failure: 2 }],
  ['XOAUTH2', { success: 0, failure: 1 }],
  ['OAUTHBEARER', { success: 0, failure: 1 }],
  ['EXTERNAL', { success: 0, failure: 0 }],
  ['ANONYMOUS', { success: 0, failure: 0 }],
]);
