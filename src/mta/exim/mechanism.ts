// Authenticators have names that the administrator chose; the SASL mechanism follows from the name.

/** The mechanism in the name of an authenticator: `dovecot_login`, `cram_md5_server`, `spa`. Null when none is in it. */
export function mechanismOf(authenticator: string): string | null {
  const name = authenticator.toLowerCase();
  if (name.includes('scram')) return name.includes('256') ? 'SCRAM-SHA-256' : 'SCRAM-SHA-1';
  for (const [part, mechanism] of PARTS) if (name.includes(part)) return mechanism;
  if (hasWord(name, 'spa')) return 'NTLM';
  return hasWord(name, 'tls') ? 'EXTERNAL' : null;
}

/** The mechanism that a client asked for (`AUTH cram-md5 …`), in upper case; null when it is no mechanism's name. */
export function mechanismAsked(text: string, at: number, end: number): string | null {
  if (end <= at || end - at > LONGEST_NAME) return null;
  const name = text.substring(at, end).toUpperCase();
  return MECHANISM_NAME.test(name) ? name : null;
}

/** Whether a short word, which is part of many others, stands alone in a name such as `tls_cert`. */
function hasWord(name: string, word: string): boolean {
  return name.split(/[^a-z0-9]/).includes(word);
}

const PARTS: readonly (readonly [part: string, mechanism: string])[] = [
  ['cram', 'CRAM-MD5'],
  ['digest', 'DIGEST-MD5'],
  ['ntlm', 'NTLM'],
  ['gssapi', 'GSSAPI'],
  ['oauthbearer', 'OAUTHBEARER'],
  ['xoauth2', 'XOAUTH2'],
  ['external', 'EXTERNAL'],
  ['login', 'LOGIN'],
  ['plain', 'PLAIN'],
];
/** RFC 4422. */
const MECHANISM_NAME = /^[A-Z0-9_-]+$/;
const LONGEST_NAME = 20;
