// What Postfix libraries write with `-v` or for a `debug_peer_list` client: `match_hostname: …`, `name_mask: …`,
// `send attr request = connect`. Nothing in it counts; some of it holds passwords.
import type { MailEvent } from '../../model/event.ts';
import { rememberUser } from './auth-dialogue.ts';
import type { Sessions } from './sessions.ts';

/** Recognises the chatter and takes the secrets out of it. */
export function readTrace(event: MailEvent, text: string, sessions: Sessions): boolean {
  if (!isFunctionTrace(text) && !isKnown(text)) return false;
  event.kind = 'notice';
  event.text = redacted(text);
  const reply = text.indexOf(AUTH_REPLY);
  if (reply !== -1 && text.startsWith('xsasl_')) {
    const session = sessions.find(event);
    if (session !== null) rememberUser(text, reply + AUTH_REPLY.length, session);
  }
  return true;
}

const AUTH_REPLY = ': auth reply: ';

/** A C identifier with an underscore, then a colon: "smtpd_check_addr: addr=…". */
function isFunctionTrace(text: string): boolean {
  const colon = text.indexOf(': ');
  return colon > 0 && colon < LONGEST_NAME && FUNCTION.test(text.substring(0, colon));
}

const LONGEST_NAME = 60;
const FUNCTION = /^[a-z][a-z0-9]*_[a-z0-9_]+(?:\([^)]*\))?$/;

function isKnown(text: string): boolean {
  for (const phrase of BEGINNINGS) if (text.startsWith(phrase)) return true;
  return SOCKET.test(text);
}

const BEGINNINGS = [
  'send attr ',
  'input attribute ',
  '>>> START ',
  '>>> END ',
  '>>> CHECKING ',
  'connect to subsystem ',
  'connection established',
  'before input_transp_cleanup: ',
  'after input_transp_cleanup: ',
  'fd=',
  'server features: ',
  'Using ESMTP PIPELINING',
  'Using LMTP PIPELINING',
  'fsspace: ',
  'watchdog_',
  'report ',
  'trying... ',
  'master_notify: ',
  'process generation: ',
  'mapping DSN status ',
  'been_here: ',
  'idle timeout -- exiting',
  'proxymap stream disconnect',
  'rewrite stream disconnect',
  'dictionary ',
  'lookup ',
  'name_mask: ',
  'whatsup ',
];

/** "private/anvil: wanted attribute: status", "public/cleanup socket: wanted attribute: protocol" */
const SOCKET = /^(?:private|public|unix)\/?[\w./-]*(?: socket)?: wanted attribute: /;

function redacted(text: string): string {
  for (const [mark, secret] of SECRETS) {
    if (!text.startsWith(mark)) continue;
    const at = secret === '' ? mark.length : text.indexOf(secret);
    if (at !== -1) return text.substring(0, at + secret.length) + '[redacted]';
  }
  return text;
}

/** Traces that print credentials: how the line begins, and what stands before the secret. */
const SECRETS: readonly (readonly [string, string])[] = [
  // "xsasl_dovecot_server_first: sasl_method PLAIN, init_response AGFk…"
  ['xsasl_', 'init_response '],
  ['xsasl_', 'auth reply: COOKIE?'],
  ['xsasl_cyrus_server_first: decoded initial response ', ''],
  ['xsasl_cyrus_server_next: decoded response: ', ''],
  ['xsasl_cyrus_client_get_passwd: ', ''],
  ['xsasl_cyrus_client_first: uncoded initial reply: ', ''],
  ['xsasl_cyrus_client_next: uncoded client response ', ''],
  // "smtp_sasl_passwd_lookup: host `relay.example.com' user `mx1' pass `…'"
  ['smtp_sasl_passwd_lookup: ', "' pass `"],
  // "maps_find: smtp_sasl_password_maps: hash:/etc/postfix/sasl_passwd(0,lock|fold_fix): relay.example.com = user:password"
  ['maps_find: smtp_sasl_password_maps: ', ' = '],
];
