import type { Reason } from './reason.ts';

/** Who wrote the line. `neighbour`: a program beside the MTA (policy daemon, milter, content filter). */
export type MtaName = 'postfix' | 'exim' | 'dovecot' | 'neighbour';

/** `inbound`: our server told a client. `outbound`: a remote server told us. `local`: no SMTP dialogue. */
export type Direction = 'inbound' | 'outbound' | 'local';

/** The command that a reply answers. `eod`: the end of the data (the final dot). */
export type Stage =
  | 'connect'
  | 'helo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'bdat'
  | 'eod'
  | 'rset'
  | 'vrfy'
  | 'expn'
  | 'etrn'
  | 'xforward'
  | 'quit';

/** What became of the recipient (delivery lines), the command (server lines) or the message. */
export type Status =
  | 'sent'
  | 'deferred'
  | 'bounced'
  | 'softbounce'
  | 'deliverable'
  | 'undeliverable'
  | 'undeliverable-but-not-cached'
  | 'expired'
  | 'force-expired'
  | 'rejected'
  | 'temp-rejected'
  | 'accepted'
  | 'held'
  | 'discarded'
  | 'completed'
  | 'frozen'
  | 'suppressed';

/** `message-size` is a limit, not exhaustion, and is shown beside the others. */
export type StorageKind = 'queue-disk' | 'inode' | 'mailbox-quota' | 'remote-system' | 'message-size';

/**
 * `failure`: a verdict on the credentials. `tempfail`: the verifier was down. `aborted`: the client gave up.
 * `refused`: nothing was checked. `challenge`, `command`: one line of a dialogue (verbose logs, traces).
 * `session`: a line of a session that had logged in before.
 */
export type AuthOutcome =
  | 'success'
  | 'failure'
  | 'tempfail'
  | 'aborted'
  | 'refused'
  | 'challenge'
  | 'command'
  | 'session';

export interface AuthFacts {
  /** SASL name in upper case, or null when the line does not tell. */
  mechanism: string | null;
  username: string | null;
  outcome: AuthOutcome;
  clientIp: string | null;
  /** 334 replies that the line proves (a lower bound), and what the usual client of that mechanism causes. */
  challengesMin: number;
  challengesTypical: number;
  /** Verdicts this line stands for: more than one only in Dovecot's `N attempts in M secs`. */
  attempts: number;
  /** False: another line (of this or another daemon) reports the same attempt and is the one to count. */
  counts: boolean;
}

/**
 * What a line was about. Coarser than the catalogue of line types in the format documents: two line types have the
 * same kind when everything downstream treats them alike.
 */
export type EventKind =
  | 'connect'
  | 'disconnect'
  | 'lost'
  | 'timeout'
  /** The message was taken over: Postfix `client=` and pickup, Exim `<=`. */
  | 'arrival'
  | 'message-id'
  /** Postfix `(queue active)`: sender, size, number of recipients. */
  | 'queued'
  /** The final word of one attempt for one recipient. */
  | 'delivery'
  /** One host failed and another may be tried, or a final line will repeat it. */
  | 'host-attempt'
  | 'notification'
  | 'completed'
  | 'canceled'
  | 'expired'
  | 'hold'
  | 'release'
  | 'requeue'
  | 'discard'
  | 'reject'
  | 'verify'
  | 'auth'
  | 'tls'
  | 'storage'
  | 'rate-limit'
  | 'protocol'
  /** One line of an SMTP dialogue, from verbose logging or a protocol trace. */
  | 'dialogue'
  /** What a policy daemon, milter or content filter said. */
  | 'filter'
  | 'dns'
  | 'statistics'
  /** Start, stop, configuration and queue management by the administrator. */
  | 'admin'
  /** The mail system's own trouble: fatal, panic, failing tables and services. */
  | 'error'
  | 'notice'
  /** Further physical line of the entry before it. */
  | 'continuation'
  | 'unrecognized';

/**
 * Whether the printed reply is one more reply of the dialogue (contract, section 5).
 * `said`: count it. `announced`: count it unless a later line for the same id repeats it.
 * `repeated`: another line has or will have it. `echoed`: an old reply replayed, no dialogue took place.
 * `not-sent`: logged but never said.
 */
export type ReplyRole = 'said' | 'announced' | 'repeated' | 'echoed' | 'not-sent';

export type Severity = 'info' | 'warning' | 'error' | 'fatal' | 'panic';

/** How an id found in the line relates to `queueId`. */
export type Relation =
  | 'queued-as'
  | 'forwarded-as'
  | 'bounce'
  | 'delay-notice'
  | 'success-notice'
  | 'postmaster-notice'
  | 'original'
  | 'requeued-from'
  | 'bounce-of';

/** One line of a mail program, understood. A value that the line does not give is null, never a guess. */
export interface MailEvent {
  // Where the line stands.
  file: string;
  /** 1-based physical line. */
  line: number;
  /** Epoch milliseconds, or null when the line has no stamp and follows none. */
  time: number | null;
  host: string | null;
  /** Syslog tag without pid: `postfix-out/submissions/smtpd`, `exim`, `dovecot`. */
  program: string | null;
  pid: number | null;
  mta: MtaName;
  /** The message behind the header. Secrets are already redacted. Written by attackers: never print it raw. */
  text: string;
  /** How often the line happened: more than 1 from `message repeated N times`. */
  repeat: number;
  severity: Severity;

  kind: EventKind;
  queueId: string | null;
  messageId: string | null;

  // The reply.
  direction: Direction | null;
  replyCode: number | null;
  enhancedCode: string | null;
  /** The code that was sent although the line does not print it. Never together with `replyCode`. */
  impliedCode: number | null;
  stage: Stage | null;
  /** Text after the codes, or the whole outcome text where no server spoke. */
  replyText: string | null;
  replyRole: ReplyRole;
  status: Status | null;
  /** Postfix `dsn=`: may contradict the code (the outcome is `status`, what was said is the code). */
  dsn: string | null;

  // Meaning: written by `classify`.
  reason: Reason | null;
  /** The rule that decided, `layer:rule-id`. */
  rule: string | null;
  storage: StorageKind | null;
  /** True: ours is full. False: theirs. Null when `storage` is. */
  storageOurs: boolean | null;
  /** False: another line reports the same failure and is the one to count (a warning beside its 452). */
  storageCounts: boolean;

  auth: AuthFacts | null;

  // Who.
  clientIp: string | null;
  clientHost: string | null;
  helo: string | null;
  /** What ties the lines of one connection together, where it is not host and pid: `[address]:port`, a session id. */
  session: string | null;
  /** Logged-in user of the session, where the line names one. */
  account: string | null;
  /** `""` is the null sender. */
  sender: string | null;
  recipient: string | null;
  originalRecipient: string | null;
  /** Host name of the other server; `local`, `virtual`, a service name; null for none. */
  relay: string | null;
  relayIp: string | null;
  /** Bytes. */
  size: number | null;
  /** Seconds since arrival. */
  delay: number | null;
  recipients: number | null;
  relatedId: string | null;
  relation: Relation | null;
  /** Free and needed bytes, where a storage line prints them. */
  freeBytes: number | null;
  neededBytes: number | null;
  /** Postfix `disconnect` counters, `name → [successful, total]`. */
  counters: ReadonlyMap<string, readonly [number, number]> | null;
  /** Postfix `tls=`, Exim `X=`, or the protocol of a `TLS connection established` line. */
  tls: string | null;
}
