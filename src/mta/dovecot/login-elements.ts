// The tail of every line of a login process: "user=<U>, method=M, rip=IP, lip=IP, mpid=N, TLS, session=<ID>".

/** One object is reused for all lines: copy what you keep. */
export interface LoginElements {
  /** Where the message in front ends. */
  start: number;
  /** Null: none was given. */
  user: string | null;
  /** In upper case. */
  mechanism: string | null;
  clientIp: string | null;
  session: string | null;
  /** `TLS`; `secured` without TLS from a trusted network; null in the clear. */
  tls: string | null;
}

export function emptyElements(): LoginElements {
  return { start: 0, user: null, mechanism: null, clientIp: null, session: null, tls: null };
}

/** False: the body has no elements. */
export function readElements(body: string, elements: LoginElements): boolean {
  elements.user = null;
  elements.mechanism = null;
  let start = body.indexOf(USER);
  let rest: number;
  if (start !== -1) {
    const from = start + USER.length;
    const close = userEnd(body, from);
    if (close > from) elements.user = body.substring(from, close);
    rest = close + 1;
  } else {
    // Dovecot 1.x leaves an empty user out: "Disconnected (no auth attempts): rip=203.0.113.119, lip=…"
    start = body.indexOf(': rip=');
    if (start === -1) start = body.indexOf(': method=');
    if (start === -1) return false;
    // So that ", rip=" is found there as everywhere.
    rest = start;
  }
  elements.start = start;
  const method = valueOf(body, 'method=', rest);
  elements.mechanism = method === null ? null : method.toUpperCase();
  elements.clientIp = valueOf(body, 'rip=', rest);
  elements.session = sessionOf(body, rest);
  elements.tls = tlsOf(body, rest);
  return true;
}

/**
 * The name is the client's own text and may imitate all the rest:
 * "user=<eve, rip=192.0.2.200, lip=192.0.2.1, TLS>, method=PLAIN, rip=203.0.113.100, …". The last end is the true one.
 */
function userEnd(body: string, from: number): number {
  const end = Math.max(body.lastIndexOf('>, method='), body.lastIndexOf('>, rip='));
  if (end >= from) return end;
  // Other elements were configured, or the line was cut.
  const close = body.indexOf('>', from);
  return close === -1 ? body.length : close;
}

/** The value behind ", NAME" or ": NAME" at or behind `from`, up to the next comma. */
function valueOf(body: string, name: string, from: number): string | null {
  let at = body.indexOf(name, from);
  while (at !== -1 && body.charCodeAt(at - 1) !== SPACE) at = body.indexOf(name, at + 1);
  if (at === -1) return null;
  const start = at + name.length;
  const comma = body.indexOf(',', start);
  const value = body.substring(start, comma === -1 ? body.length : comma);
  return value === '' ? null : value;
}

/** It comes last; a TLS error text before it may hold anything. */
function sessionOf(body: string, from: number): string | null {
  const at = body.lastIndexOf(', session=<');
  if (at < from) return null;
  const start = at + ', session=<'.length;
  const end = body.indexOf('>', start);
  return end > start ? body.substring(start, end) : null;
}

/** "TLS", "TLS handshaking: …", "secured", and "TSL": 2.4 misspells TLS that another process has ended. */
function tlsOf(body: string, from: number): string | null {
  if (body.indexOf(', TLS', from) !== -1 || body.indexOf(', TSL', from) !== -1) return 'TLS';
  return body.indexOf(', secured', from) === -1 ? null : 'secured';
}

const USER = ': user=<';
const SPACE = 32;
