import type { CompareView } from './compare.ts';
import type { Family, Reason } from './reason.ts';
import type { Direction, MtaName, Severity, StorageKind } from './event.ts';

/**
 * Everything that was counted, plain and frozen: the only thing that reports, exports and the dashboard read.
 * It is the report of `--format json` as it stands (`mailtop-report/1`), hence the snake_case and the
 * RFC 3339 times in UTC, which sort as text. A field may be added, none renamed.
 */
export interface Snapshot {
  schema: 'mailtop-report/1';
  version: string;
  generated_at: string;
  range: { from: string | null; to: string | null };
  input: InputView;
  replies: RepliesView;
  messages: MessagesView;
  auth: AuthView;
  storage: StorageView;
  peers: PeersView;
  system: SystemView;
  findings: Finding[];
  /** Null unless another program's numbers were asked for. */
  compare: CompareView | null;
}

export type Compression = 'gzip' | 'zstd' | 'xz' | 'bzip2';

export interface FileView {
  path: string;
  bytes: number;
  lines: number;
  unrecognized: number;
  compression: Compression | null;
}

export interface UnrecognizedSample {
  path: string;
  line: number;
  program: string | null;
  text: string;
}

export interface InputView {
  files: FileView[];
  bytes: number;
  lines: number;
  events: number;
  ignored: number;
  unrecognized: number;
  /** Not counted in any other way, because `--from` or `--to` leaves them out; when they were. */
  outside_range: { lines: number; from: string | null; to: string | null };
  /** Lines so long that their ends were not read. */
  truncated: number;
  unrecognized_samples: UnrecognizedSample[];
  /** Lines not understood per program, most first. */
  unrecognized_programs: { program: string | null; count: number }[];
  by_mta: Partial<Record<MtaName, number>>;
  hosts: string[];
}

export type ReplyClass = '2xx' | '3xx' | '4xx' | '5xx';

export interface CodeRow {
  code: number;
  enhanced_code: string | null;
  direction: Direction;
  reason: Reason;
  count: number;
  first: string | null;
  last: string | null;
  example: string;
}

export interface ReasonRow {
  reason: Reason;
  family: Family;
  count: number;
  transient: number;
  permanent: number;
  owner: string;
}

export interface RepliesView {
  total: number;
  by_class: Record<ReplyClass, number>;
  by_direction: { inbound: number; outbound: number };
  implied: { by_code: Record<string, number> };
  codes: CodeRow[];
  reasons: ReasonRow[];
  timeline: ({ time: string } & Record<ReplyClass, number>)[];
  /** Replies of rare code combinations that were folded away to bound memory; 0 when the rows are complete. */
  folded: number;
}

export interface MessagesView {
  received: number;
  received_smtp: number;
  received_local: number;
  reinjected: number;
  notifications: number;
  canceled: number;
  delivered: number;
  forwarded: number;
  deferred: number;
  deferral_attempts: number;
  bounced: number;
  expired: number;
  rejected: { temporary: number; permanent: number };
  held: number;
  discarded: number;
  bytes_received: number;
  bytes_delivered: number;
  open: number;
  delay_seconds: { p50: number; p90: number; p99: number; max: number } | null;
}

export interface AccountRow {
  account: string;
  succeeded: number;
  failed: number;
  clients: number;
  first: string | null;
  last: string | null;
}

export interface ClientRow {
  client: string;
  succeeded: number;
  failed: number;
  accounts: number;
  /** The first few accounts that this client got into. */
  let_in: string[];
  first: string | null;
  last: string | null;
}

export type IncidentKind =
  | 'brute-force'
  | 'password-spray'
  | 'credential-stuffing'
  | 'compromised-account'
  | 'misconfigured-client'
  | 'verifier-outage'
  | 'plaintext-auth';

export type FindingSeverity = 'critical' | 'warning' | 'notice';

export interface AuthIncident {
  kind: IncidentKind;
  severity: FindingSeverity;
  from: string | null;
  to: string | null;
  accounts: string[];
  clients: string[];
  attempts: number;
  succeeded: number;
  summary: string;
}

export interface AuthView {
  attempts: number;
  succeeded: number;
  failed: number;
  temporary: number;
  aborted: number;
  refused: number;
  /**
   * 334 replies. `implied`: not logged, as many as the mechanisms of the attempts usually take (an estimate);
   * `implied_at_least`: as many as the lines prove.
   */
  challenges: { logged: number; implied: number; implied_at_least: number };
  mechanisms: { mechanism: string; succeeded: number; failed: number }[];
  accounts: AccountRow[];
  clients: ClientRow[];
  /** Attempts that could not be judged: how many accounts met it, and when. Null times when there were none. */
  outage: { accounts: number; first: string | null; last: string | null };
  incidents: AuthIncident[];
  timeline: { time: string; succeeded: number; failed: number; temporary: number }[];
  /** Attempts whose account or client row was folded away to bound memory; 0 when the rows are complete. */
  folded: { accounts: number; clients: number };
}

export interface PlaceRow {
  kind: StorageKind;
  side: 'ours' | 'theirs';
  place: string;
  /** Whose lines told of it. */
  mtas: MtaName[];
  count: number;
  messages: number;
  waiting: number;
  waiting_bytes: number | null;
  first: string | null;
  last: string | null;
}

export interface StorageView {
  failures: number;
  transient: number;
  permanent: number;
  by_kind: Record<StorageKind, number>;
  by_side: { ours: number; theirs: number };
  places: PlaceRow[];
  timeline: ({ time: string } & Record<StorageKind, number>)[];
  free_space: { time: string | null; host: string | null; free_bytes: number; needed_bytes: number | null }[];
  forecast: StorageForecast[];
  incidents: StorageIncident[];
  folded: number;
}

export interface StorageForecast {
  place: string;
  kind: StorageKind;
  trend: 'growing' | 'steady' | 'easing' | 'over';
  per_day: number;
  exhausted_at: string | null;
  confidence: 'low' | 'medium' | 'high';
  basis: string;
}

export interface StorageIncident {
  kind: StorageKind;
  side: 'ours' | 'theirs';
  place: string;
  severity: FindingSeverity;
  from: string | null;
  to: string | null;
  count: number;
  summary: string;
}

/** One kind of trouble with one other side, whether or not a server spoke (a connection that timed out has no reply). */
export interface PeerRow {
  /** Domain of the other server, or of the recipient when no server was reached; `-` for clients and local delivery. */
  peer: string;
  direction: Direction;
  reason: Reason;
  count: number;
  /** Distinct messages, where the lines name them. */
  messages: number;
  transient: number;
  permanent: number;
  first: string | null;
  last: string | null;
  example: string;
}

export interface PeersView {
  rows: PeerRow[];
  folded: number;
}

/** The mail system's own trouble: fatal, panic, failing tables and services. Storage has its own place. */
export interface SystemErrorRow {
  mta: MtaName;
  host: string | null;
  program: string | null;
  severity: Severity;
  count: number;
  first: string | null;
  last: string | null;
  example: string;
}

export interface SystemView {
  errors: SystemErrorRow[];
  folded: number;
}

export interface Finding {
  id: string;
  area: 'storage' | 'auth' | 'delivery' | 'reputation' | 'tls' | 'input' | 'system';
  severity: FindingSeverity;
  title: string;
  evidence: string;
  from: string | null;
  to: string | null;
  count: number;
  hint: { owner: string; summary: string; steps: string[] };
  query: string;
}
