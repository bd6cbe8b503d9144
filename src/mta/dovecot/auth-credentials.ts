// Whose login an auth process speaks of: "passwd-file(alice,203.0.113.66,<Tt5RrEeW>): …" up to 2.3,
// "auth(alice,203.0.113.66,sasl:plain)<Tt5RrEeW>: …" in 2.4.
import { isAddress } from './address.ts';

/** One object is reused for all lines: copy what you keep. */
export interface Credentials {
  /** `passwd-file`, `sql`, …; up to 2.3 also a mechanism in lower case; null in 2.4. */
  database: string | null;
  /** Null: unknown, printed `?`. Cut by Dovecot at 64 characters. */
  username: string | null;
  /** In upper case; null when the line does not tell. */
  mechanism: string | null;
  clientIp: string | null;
  session: string | null;
  /** Where the text behind begins. */
  end: number;
}

export function emptyCredentials(): Credentials {
  return { database: null, username: null, mechanism: null, clientIp: null, session: null, end: 0 };
}

/** Up to 2.3: `DATABASE(USER,IP[,master][,<SESSION>]): `. False: the body begins otherwise. */
export function readDatabaseCredentials(body: string, credentials: Credentials): boolean {
  const open = body.indexOf('(');
  if (open <= 0 || open > LONGEST_NAME) return false;
  for (let at = 0; at < open; at++) if (!isNameCharacter(body.charCodeAt(at))) return false;
  let close = body.indexOf('): ', open);
  if (close === -1) return false;
  // The name is the client's text. It ends where an address stands in front of the bracket; where none does
  // ("passwd-file(bob): …" of `doveadm auth test`), at the first one.
  for (let next = close; next !== -1; next = body.indexOf('): ', next + 1)) {
    readInside(body.substring(open + 1, next), credentials);
    if (credentials.clientIp !== null) {
      close = next;
      break;
    }
  }
  if (credentials.clientIp === null) readInside(body.substring(open + 1, close), credentials);
  const database = body.substring(0, open);
  credentials.database = database;
  if (MECHANISMS.has(database)) credentials.mechanism = database.toUpperCase();
  credentials.end = close + 3;
  return true;
}

/** 2.4: `USER,IP,sasl:MECH[,master]`, as it stands in the brackets of the prefix. */
export function readPrefixCredentials(
  inside: string,
  session: string | null,
  credentials: Credentials,
): void {
  readInside(inside, credentials);
  credentials.database = null;
  credentials.session = session;
  credentials.end = 0;
}

/** Whether the auth process names a mechanism where it otherwise names a database. */
export function isMechanism(database: string): boolean {
  return MECHANISMS.has(database);
}

/** From the right: everything but the name is Dovecot's own. */
function readInside(inside: string, credentials: Credentials): void {
  let end = inside.length;
  credentials.session = null;
  credentials.mechanism = null;
  credentials.clientIp = null;
  for (let comma = inside.lastIndexOf(',', end - 1); comma !== -1; comma = lastComma(inside, comma)) {
    const word = inside.substring(comma + 1, end);
    if (word.startsWith('<') && word.endsWith('>')) credentials.session = word.substring(1, word.length - 1);
    else if (word.startsWith('sasl:')) credentials.mechanism = word.substring('sasl:'.length).toUpperCase();
    else if (isAddress(word)) credentials.clientIp = word;
    else if (word !== 'master') break;
    end = comma;
    if (credentials.clientIp !== null) break;
  }
  const username = inside.substring(0, end);
  credentials.username = username === '?' || username === '' ? null : username;
}

function lastComma(text: string, before: number): number {
  return before <= 0 ? -1 : text.lastIndexOf(',', before - 1);
}

const LONGEST_NAME = 30;

/** `cram-md5`, `passwd-file`, `lua` */
function isNameCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 45 || code === 95;
}

const MECHANISMS: ReadonlySet<string> = new Set([
  'plain',
  'login',
  'cram-md5',
  'digest-md5',
  'scram-sha-1',
  'scram-sha-1-plus',
  'scram-sha-256',
  'scram-sha-256-plus',
  'xoauth2',
  'oauthbearer',
  'external',
  'gssapi',
  'gss-spnego',
  'ntlm',
  'apop',
  'anonymous',
  'otp',
  'rpa',
  'skey',
]);
