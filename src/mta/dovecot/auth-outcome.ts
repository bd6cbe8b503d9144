// What an auth process decided, from its words.
import type { AuthOutcome } from '../../model/event.ts';

/** `note`: it tells something of a login, but not its end. */
export type AuthVerdict = AuthOutcome | 'note';

/** The verdict of an informational line; null when the words are not known. */
export function verdictOf(text: string): AuthVerdict | null {
  for (const [start, verdict] of VERDICTS) if (text.startsWith(start)) return verdict;
  return null;
}

/** The verdict of an `Error: ` line about a login: unless it is about a mailbox's owner, nobody could be checked. */
export function troubleOf(text: string): AuthVerdict {
  return text.startsWith('User query failed') || text.startsWith('userdb') ? 'note' : 'tempfail';
}

/** Most frequent first. */
const VERDICTS: readonly (readonly [string, AuthVerdict])[] = [
  ['Password mismatch', 'failure'],
  ['unknown user', 'failure'],
  ['pam_authenticate() failed', 'failure'],
  ['Request timed out waiting for client', 'aborted'],
  ['Username character disallowed', 'failure'],
  ['Empty username', 'failure'],
  ['Invalid base64 data', 'failure'],
  ['invalid input', 'failure'],
  ['missing digest', 'failure'],
  ['invalid credentials', 'failure'],
  ['allow_nets check failed', 'failure'],
  ['Attempted login with password having illegal chars', 'failure'],
  ['User found from deny passdb', 'failure'],
  ['Attempted master login', 'failure'],
  ['Authentication failure due to policy server refusal', 'failure'],
  ['Policy check action is ', 'note'],
  ['pam_acct_mgmt() failed', 'failure'],
  ['pam_setcred() failed', 'failure'],
  ['User not found', 'failure'],
  ['User is disabled', 'failure'],
  ['Password expired', 'failure'],
  ['password expired', 'failure'],
  ['Authentication failed', 'failure'],
  ['Token validation failed', 'failure'],
  ['Token has expired', 'failure'],
  ['oauth2 failed', 'failure'],
  ['Invalid token', 'failure'],
  ['Authentication aborted', 'aborted'],
];
