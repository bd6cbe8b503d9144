// What Dovecot puts in front of every message: process, user, pid, session, level. Versions 1.2 to 2.4.
import type { Severity } from '../../model/event.ts';

/** One object is reused for all lines: copy what you keep. */
export interface Prefix {
  /** `imap-login`, `auth`, `lmtp`, … */
  process: string;
  /** What stands in the round brackets, whole, unless it is a pid: a user name, in 2.4's auth `USER,IP,sasl:MECH`. */
  user: string | null;
  pid: number | null;
  session: string | null;
  severity: Severity;
  /** Printed `Debug: `. */
  debug: boolean;
  /** Where the message begins. */
  body: number;
}

export function emptyPrefix(): Prefix {
  return { process: '', user: null, pid: null, session: null, severity: 'info', debug: false, body: 0 };
}

/** False: the text does not begin with a Dovecot prefix. */
export function readPrefix(text: string, prefix: Prefix): boolean {
  prefix.user = null;
  prefix.pid = null;
  prefix.session = null;
  prefix.severity = 'info';
  prefix.debug = false;
  let at = 0;
  while (isNameCharacter(text.charCodeAt(at))) at++;
  if (at === 0) return false;
  prefix.process = text.substring(0, at).toLowerCase();
  const next = text.charCodeAt(at);
  if (next === COLON) {
    // "imap-login: Login: user=<…>"
    if (text.charCodeAt(at + 1) !== SPACE) return false;
    prefix.body = at + 2;
  } else if (next !== OPEN_ROUND || !readBrackets(text, at + 1, prefix)) {
    return false;
  }
  readLevel(text, prefix);
  return true;
}

/**
 * "lmtp(4300): ", "imap(alice@example.org)<4101><a1B2c3D4>: ", "auth(bob,203.0.113.9,sasl:plain)<xA1sW2dE>: ".
 * The user name can hold nearly anything, a closing bracket too: the first one that continues like a prefix ends it.
 */
function readBrackets(text: string, start: number, prefix: Prefix): boolean {
  for (let close = text.indexOf(')', start); close !== -1; close = text.indexOf(')', close + 1)) {
    const end = readAngles(text, close + 1, prefix);
    if (end === -1) continue;
    prefix.body = end;
    readUser(text.substring(start, close), prefix);
    return true;
  }
  return false;
}

/** `<PID><SESSION>: `, `<SESSION>: ` or `: `; where the message begins, -1 when something else stands there. */
function readAngles(text: string, start: number, prefix: Prefix): number {
  let at = start;
  let pid: number | null = null;
  let session: string | null = null;
  while (text.charCodeAt(at) === LESS) {
    const close = text.indexOf('>', at);
    const inside = close === -1 ? '' : text.substring(at + 1, close);
    if (pid === null && session === null && isDigits(inside)) pid = Number(inside);
    else if (session === null && isSession(inside)) session = inside;
    else return -1;
    at = close + 1;
  }
  if (text.charCodeAt(at) !== COLON || text.charCodeAt(at + 1) !== SPACE) return -1;
  prefix.pid = pid;
  prefix.session = session;
  return at + 2;
}

function readUser(inside: string, prefix: Prefix): void {
  if (inside === '') return;
  if (isDigits(inside)) {
    prefix.pid = Number(inside);
    return;
  }
  // 2.2.14 and older: "lmtp(4500, oscar@example.org): "
  const comma = inside.indexOf(', ');
  if (comma > 0 && isDigits(inside.substring(0, comma))) {
    prefix.pid = Number(inside.substring(0, comma));
    prefix.user = inside.substring(comma + 2);
    return;
  }
  prefix.user = inside;
}

/** "Error: ", and "Info: " which only Dovecot's own file has. */
function readLevel(text: string, prefix: Prefix): void {
  const at = prefix.body;
  switch (text.charCodeAt(at)) {
    case UPPER_I:
      if (text.startsWith('Info: ', at)) prefix.body = at + 6;
      return;
    case UPPER_E:
      if (text.startsWith('Error: ', at)) level(prefix, 'error', 7);
      return;
    case UPPER_W:
      if (text.startsWith('Warning: ', at)) level(prefix, 'warning', 9);
      return;
    case UPPER_F:
      if (text.startsWith('Fatal: ', at)) level(prefix, 'fatal', 7);
      return;
    case UPPER_P:
      if (text.startsWith('Panic: ', at)) level(prefix, 'panic', 7);
      return;
    case UPPER_D:
      if (text.startsWith('Debug: ', at)) {
        prefix.debug = true;
        prefix.body = at + 7;
      }
      return;
    default:
  }
}

function level(prefix: Prefix, severity: Severity, length: number): void {
  prefix.severity = severity;
  prefix.body += length;
}

const SPACE = 32;
const OPEN_ROUND = 40;
const HYPHEN = 45;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const LESS = 60;
const UPPER_A = 65;
const UPPER_D = 68;
const UPPER_E = 69;
const UPPER_F = 70;
const UPPER_I = 73;
const UPPER_P = 80;
const UPPER_W = 87;
const UPPER_Z = 90;
const UNDERSCORE = 95;
const LOWER_A = 97;
const LOWER_Z = 122;

/** Process names: `imap-login`; in 1.x also `IMAP`. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= LOWER_A && code <= LOWER_Z) ||
    code === HYPHEN ||
    code === UNDERSCORE ||
    (code >= UPPER_A && code <= UPPER_Z) ||
    (code >= ZERO && code <= NINE)
  );
}

/** Pids have at most seven digits; ten leaves room. */
function isDigits(text: string): boolean {
  if (text.length === 0 || text.length > 10) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** Base64 and the `:2` of a second recipient. */
function isSession(text: string): boolean {
  return text.length > 0 && text.length <= 200 && !text.includes(' ') && !text.includes('<');
}
