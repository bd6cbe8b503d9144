// Passwords in the lines of the auth process: `auth_verbose_passwords` and `auth_debug_passwords` put them there.

/** The text with `[redacted]` in the place of what a client sent as its secret. */
export function redactAuth(text: string, debug: boolean): string {
  const given = text.indexOf(GIVEN);
  if (given !== -1) {
    // "Password mismatch (given password: hunter2) - trying the next passdb": it may hold brackets itself.
    const close = text.lastIndexOf(')');
    const start = given + GIVEN.length;
    return redact(text, start, close > start ? close : text.length);
  }
  return debug ? redactDebug(text) : text;
}

function redactDebug(text: string): string {
  // "client in: CONT#0117#011AGFsaWNlAGh1bnRlcjI=": the client's answer to a challenge
  const answer = text.indexOf('client in: CONT');
  if (answer !== -1) return redact(text, answer + 'client in: CONT'.length, text.length);
  // "client in: AUTH#0111#011PLAIN#011service=smtp#011resp=AGFsaWNlAGh1bnRlcjI=": the last of its words
  const response = text.indexOf('resp=');
  if (response !== -1) return redact(text, response + 'resp='.length, text.length);
  // "sql(alice,203.0.113.9): CRYPT(hunter2) != '$6$…'"
  if (text.includes(") != '")) {
    const words = text.lastIndexOf('): ', text.indexOf(") != '"));
    return words === -1 ? redact(text, 0, text.length) : redact(text, words + 3, text.length);
  }
  for (const mark of SECRET_TO_THE_END) {
    const at = text.indexOf(mark);
    if (at !== -1) return redact(text, at + mark.length, text.length);
  }
  // "client passdb out: OK#0111#011user=alice#011pass=hunter2"
  return text.includes('pass') ? text.replaceAll(PASSWORD_FIELD, '$1[redacted]') : text;
}

function redact(text: string, start: number, end: number): string {
  return `${text.substring(0, start)}[redacted]${text.substring(end)}`;
}

const GIVEN = 'given password: ';
const SECRET_TO_THE_END = ['cache hit: ', 'Credentials: '];
/** Fields stand between tabs, which rsyslog writes as `#011`. */
const PASSWORD_FIELD = /(pass(?:word)?=)(?:(?!#011)[^\t])+/g;
