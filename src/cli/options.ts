// The option table: parsing, `--help` and the README's table are made from it.

export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in help; absent for switches. */
  readonly value?: string;
  /** The values there are; absent: any. */
  readonly choices?: readonly string[];
  readonly repeatable?: true;
  readonly help: string;
  /** Commands that take it; absent: all. */
  readonly commands?: readonly string[];
}

/** Those that read logs. */
export const READING: readonly string[] = ['top', 'report', 'events', 'messages', 'trace'];
const REPORT = ['top', 'report'];
const EVENTS = ['events'];

export const OPTIONS: readonly OptionSpec[] = [
  {
    name: 'from',
    value: 'T',
    help: 'only what happened at T or later: RFC 3339, 2026-11-23, yesterday, -2h, "2 days ago"',
    commands: READING,
  },
  { name: 'to', value: 'T', help: 'only what happened before T', commands: READING },
  {
    name: 'year',
    value: 'YYYY',
    help: 'year of the first stamp, where stamps carry none (default: worked out)',
    commands: READING,
  },
  {
    name: 'timezone',
    value: 'ZONE',
    help: "zone of stamps that carry none: Europe/Berlin, +01:00, UTC (default: this host's)",
    commands: READING,
  },
  {
    name: 'mta',
    value: 'NAME',
    repeatable: true,
    help: 'only lines of postfix, exim, dovecot or neighbour (policy daemons, filters)',
    commands: READING,
  },
  {
    name: 'top',
    value: 'N',
    help: 'rows per table (text 10, json 1000); mails of trace (20)',
    commands: READING,
  },
  {
    name: 'jobs',
    value: 'N',
    help: 'threads that may read (this release reads with one)',
    commands: READING,
  },
  {
    name: 'format',
    value: 'NAME',
    help: 'text or json',
    commands: [...REPORT, 'explain', 'trace'],
  },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    help: 'write there instead; .json and .txt choose the format',
    commands: [...REPORT, 'trace'],
  },
  {
    name: 'compare',
    value: 'NAME',
    help: 'the numbers of pflogsumm or eximstats beside ours, by their rules, and why they differ',
    commands: REPORT,
  },
  {
    name: 'fail-on',
    value: 'COND',
    repeatable: true,
    help: "status 1 if it holds: critical, warning, notice (or worse), a finding's id (own-disk), or 'storage.transient > 100'",
    commands: REPORT,
  },
  {
    name: 'kind',
    value: 'KIND',
    repeatable: true,
    help: 'events of this kind; comma lists; !KIND leaves out (so for the next six)',
    commands: EVENTS,
  },
  {
    name: 'code',
    value: 'CODE',
    repeatable: true,
    help: 'with this reply or enhanced code: 452, 4xx, 4.2.2, 5.7.*',
    commands: EVENTS,
  },
  {
    name: 'reason',
    value: 'REASON',
    repeatable: true,
    help: 'with this reason: storage-mailbox-full',
    commands: EVENTS,
  },
  {
    name: 'status',
    value: 'STATUS',
    repeatable: true,
    help: 'with this status: deferred, rejected',
    commands: EVENTS,
  },
  { name: 'queue-id', value: 'ID', repeatable: true, help: 'of this message', commands: EVENTS },
  { name: 'account', value: 'NAME', repeatable: true, help: 'of this login', commands: EVENTS },
  { name: 'client', value: 'IP', repeatable: true, help: 'of this client address', commands: EVENTS },
  { name: 'raw', help: 'the lines as they stand in the files', commands: ['trace'] },
  { name: 'lang', value: 'LANG', help: 'of explain: en or pt-BR (default: LC_ALL, LC_MESSAGES, LANG)' },
  { name: 'color', value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'auto, always or never' },
  { name: 'no-color', help: 'no colours (also NO_COLOR)' },
  { name: 'quiet', short: 'q', help: 'no progress and no notes on stderr' },
  { name: 'no-progress', help: 'no progress on stderr' },
  { name: 'verbose', short: 'v', help: 'say more when something fails' },
  { name: 'help', short: 'h', help: 'this' },
  { name: 'version', short: 'V', help: 'the version' },
];
