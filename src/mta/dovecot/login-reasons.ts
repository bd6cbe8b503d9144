// Why a login process let a client go: the text in brackets, in 2.4 followed by a machine-readable word.
import type { AuthOutcome } from '../../model/event.ts';

export interface LoginReason {
  /** How the text begins; null when only 2.4 knows the reason. */
  readonly text: string | null;
  /** The word of 2.4. */
  readonly event: string | null;
  /** Null: no credentials were offered or looked at, so it is no login attempt. */
  readonly outcome: AuthOutcome | null;
  /** What submission-login answered to AUTH. */
  readonly code: number | null;
  /** The client was in the middle of a mechanism: the server's last challenge stayed without an answer. */
  readonly unanswered?: true;
}

export interface FoundReason {
  readonly reason: LoginReason;
  /** As printed, with its numbers: `auth failed, 3 attempts in 6 secs`. */
  readonly text: string;
}

/**
 * Finds the reason in "Disconnected: Connection closed (auth failed, 2 attempts in 9 secs)" or
 * "Login aborted: Logged out (auth failed, 1 attempts in 2 secs) (auth_failed)". Null: it has none that is known.
 */
export function findReason(message: string): FoundReason | null {
  let word: LoginReason | null = null;
  let open = lastOpen(message, message.length);
  for (let tries = 0; open !== -1 && tries < MOST_BRACKETS; tries++, open = lastOpen(message, open - 1)) {
    const close = message.indexOf(')', open);
    const inside = message.substring(open + 2, close === -1 ? message.length : close);
    if (word !== null) return { reason: word, text: inside };
    word = reasonOfWord(inside);
    if (word !== null) continue;
    for (const reason of REASONS) {
      if (reason.text !== null && inside.startsWith(reason.text)) return { reason, text: inside };
    }
  }
  return word === null ? null : { reason: word, text: word.text ?? '' };
}

/** The reason, the word of 2.4, and a bracket or two in a proxy's error text. */
const MOST_BRACKETS = 8;

function lastOpen(message: string, from: number): number {
  return from < 0 ? -1 : message.lastIndexOf(' (', from);
}

function reasonOfWord(word: string): LoginReason | null {
  return BY_EVENT.get(word) ?? (word.startsWith('proxy_dest_') ? PROXY_TROUBLE : null);
}

const REASONS: readonly LoginReason[] = [
  { text: 'auth failed', event: 'auth_failed', outcome: 'failure', code: 535 },
  { text: 'no auth attempts', event: 'no_auth_attempts', outcome: null, code: null },
  {
    text: 'disconnected during TLS handshake',
    event: 'tls_handshake_not_finished',
    outcome: null,
    code: null,
  },
  // 530 with `ssl = required`, which the line does not tell apart.
  {
    text: 'tried to use disallowed plaintext auth',
    event: 'cleartext_auth_disabled',
    outcome: 'refused',
    code: 523,
  },
  { text: 'tried to use disallowed cleartext auth', event: null, outcome: 'refused', code: 523 },
  { text: 'tried to use disabled plaintext auth', event: null, outcome: 'refused', code: 523 },
  { text: 'cleartext authentication disabled', event: null, outcome: 'refused', code: 523 },
  { text: 'tried to use unsupported auth mechanism', event: 'invalid_mech', outcome: 'refused', code: 504 },
  {
    text: "client didn't finish SASL auth",
    event: 'auth_waiting_client',
    outcome: 'aborted',
    code: null,
    unanswered: true,
  },
  { text: 'disconnected while authenticating', event: null, outcome: 'aborted', code: null },
  { text: 'disconnected while finishing login', event: null, outcome: 'aborted', code: null },
  { text: 'aborted authentication', event: 'auth_aborted_by_client', outcome: 'aborted', code: 501 },
  { text: 'sent invalid base64 in response', event: 'invalid_base64', outcome: 'failure', code: 501 },
  { text: 'auth service reported temporary failure', event: 'temp_fail', outcome: 'tempfail', code: 454 },
  {
    text: 'auth process communication failure',
    event: 'auth_process_comm_fail',
    outcome: 'tempfail',
    code: 454,
  },
  { text: 'disconnected before auth was ready', event: 'auth_process_not_ready', outcome: null, code: null },
  { text: 'disconnected before greeting', event: null, outcome: null, code: null },
  { text: 'user disabled', event: 'user_disabled', outcome: 'failure', code: 535 },
  { text: 'password expired', event: 'password_expired', outcome: 'failure', code: 535 },
  { text: 'authorization failed', event: 'authorization_failed', outcome: 'failure', code: 535 },
  { text: 'login disabled', event: 'login_disabled', outcome: 'refused', code: 525 },
  { text: 'anonymous logins disabled', event: 'anonymous_auth_disabled', outcome: 'refused', code: null },
  // The password was right; the mail process could not start.
  { text: 'internal failure', event: 'internal_failure', outcome: 'tempfail', code: 454 },
  { text: 'connection limit reached', event: 'connection_limit', outcome: 'success', code: 454 },
  { text: 'proxy dest auth failed', event: 'proxy_dest_auth_failed', outcome: 'failure', code: null },
  { text: 'cert required', event: 'client_ssl_not_started', outcome: 'refused', code: null },
  { text: "client didn't send a cert", event: 'client_ssl_cert_missing', outcome: 'refused', code: null },
  { text: 'client sent an invalid cert', event: 'client_ssl_cert_untrusted', outcome: 'refused', code: null },
  { text: 'shutting down', event: 'shutting_down', outcome: null, code: null },
  { text: 'process full', event: 'process_full', outcome: null, code: null },
];

/** `proxy_dest_connect_failed` and its like: the server behind did not look at the credentials. */
const PROXY_TROUBLE: LoginReason = { text: null, event: 'proxy_dest', outcome: 'tempfail', code: null };

const BY_EVENT: ReadonlyMap<string, LoginReason> = new Map(
  REASONS.filter((reason) => reason.event !== null).map((reason) => [reason.event ?? '', reason]),
);
