import { formatBytes, formatCount, formatPlural } from '../format/number.ts';
import type { IncidentKind, FindingSeverity } from '../model/snapshot.ts';
import type { StorageKind } from '../model/event.ts';
import type { PanelName } from './panels/panel.ts';
import type { ViewName } from './views/view.ts';

/**
 * Every word of the dashboard that is not from the log. One such object per language; codes, reason ids, commands and
 * log text are the same in all of them. A label that stands in a narrow place is short in every language.
 */
export interface Messages {
  readonly views: Readonly<Record<ViewName, string>>;
  readonly panels: Readonly<Record<PanelName, string>>;
  readonly keys: Readonly<Record<KeyWord, { readonly short: string; readonly long: string }>>;
  readonly incidents: Readonly<Record<IncidentKind, string>>;
  readonly storageKinds: Readonly<Record<StorageKind, string>>;
  readonly severities: Readonly<Record<FindingSeverity, string>>;
  readonly sides: { readonly ours: string; readonly theirs: string };
  readonly chart: {
    title(up: string, down: string, hours: number): string;
    readonly logins: string;
    readonly storage: string;
    readonly peaks: string;
    readonly total: string;
    readonly scales: string;
    readonly empty: string;
  };
  readonly auth: {
    readonly note: string;
    readonly failed: string;
    attempts(count: number): string;
    readonly asked: string;
    implied(count: number): string;
    readonly accepted: string;
    readonly denied: string;
    readonly unsure: string;
    readonly verifierDown: string;
    readonly aborted: string;
    refused(count: number): string;
    readonly top: string;
    readonly why: string;
    users(count: number): string;
    since(time: string): string;
    readonly empty: string;
    readonly columns: Readonly<
      Record<'client' | 'fails' | 'users' | 'in' | 'first' | 'last' | 'label', string>
    >;
  };
  readonly storage: {
    readonly note: string;
    readonly deferred: string;
    replies(count: number): string;
    readonly final: string;
    readonly notStorage: string;
    readonly top: string;
    waiting(count: number): string;
    readonly full: string;
    readonly empty: string;
    readonly columns: Readonly<
      Record<'place' | 'side' | 'count' | 'wait' | 'first' | 'last' | 'kind', string>
    >;
  };
  readonly replies: { readonly inbound: string; readonly outbound: string; readonly implied: string };
  readonly mail: Readonly<
    Record<'received' | 'delivered' | 'deferred' | 'bounced' | 'rejected' | 'open' | 'delay', string>
  > & { rejectedSplit(temporary: number, permanent: number): string };
  readonly findings: {
    readonly empty: string;
    of(from: number, to: number, count: number): string;
    readonly evidence: string;
    readonly when: string;
    readonly count: string;
    readonly owner: string;
    readonly do: string;
    readonly see: string;
    readonly gone: string;
    span(from: string, to: string): string;
  };
  readonly status: {
    reading(percent: number | null, size: number): string;
    readonly ended: string;
    paused(lines: number): string;
    critical(count: number): string;
    warning(count: number): string;
    range(length: string, to: string): string;
    unread(count: number): string;
    files(count: number, size: number): string;
    readonly broken: string;
  };
  readonly help: {
    readonly title: string;
    readonly note: string;
    readonly groups: Readonly<Record<KeyGroup, string>>;
    readonly signs: string;
    readonly contrast: string;
    /** Before the sign of each severity comes its glyph. */
    readonly classes: string;
    readonly marks: {
      readonly final: string;
      readonly selected: string;
      readonly cut: string;
      readonly implied: string;
    };
    readonly contrastLines: readonly (readonly [left: string, right: string])[];
    readonly footer: string;
  };
  readonly reading: string;
  nothingIn(paths: string): string;
  nothingRecognised(lines: number): string;
  readonly looksLike: string;
  tooSmall(has: string, needs: string): string;
  readonly reportInstead: string;
}

export type KeyGroup = 'move' | 'look' | 'program';

export type KeyWord =
  | 'next'
  | 'previous'
  | 'panelLeft'
  | 'panelRight'
  | 'first'
  | 'last'
  | 'pageDown'
  | 'pageUp'
  | 'open'
  | 'back'
  | 'zoom'
  | 'pause'
  | 'help'
  | 'quit'
  | 'interrupt'
  | 'suspend'
  | 'redraw'
  | 'view'
  | 'scroll'
  | 'anyKey';

export const english: Messages = {
  views: { overview: 'Overview' },
  panels: {
    contrast: 'Failed logins',
    auth: 'Auth challenges',
    storage: 'Transient storage',
    replies: 'Replies',
    reasons: 'Leading reasons',
    messages: 'Messages',
    findings: 'Findings',
  },
  keys: {
    next: { short: 'move', long: 'next row' },
    previous: { short: 'up', long: 'previous row' },
    panelLeft: { short: 'panel', long: 'previous panel' },
    panelRight: { short: 'panel', long: 'next panel' },
    first: { short: 'first', long: 'first row' },
    last: { short: 'last', long: 'last row' },
    pageDown: { short: 'page', long: 'page down' },
    pageUp: { short: 'page', long: 'page up' },
    open: { short: 'open', long: 'open finding or panel' },
    back: { short: 'back', long: 'one step back' },
    zoom: { short: 'zoom', long: 'panel to the whole screen' },
    pause: { short: 'pause', long: 'pause, counting goes on' },
    help: { short: 'help', long: 'this page' },
    quit: { short: 'quit', long: 'quit' },
    interrupt: { short: 'quit', long: 'quit at once' },
    suspend: { short: 'shell', long: 'to the shell, fg returns' },
    redraw: { short: 'redraw', long: 'draw everything anew' },
    view: { short: 'view', long: 'go to a view' },
    scroll: { short: 'scroll', long: 'scroll' },
    anyKey: { short: 'closes', long: 'any key closes' },
  },
  incidents: {
    'brute-force': 'brute force',
    'password-spray': 'password spray',
    'credential-stuffing': 'credential stuffing',
    'compromised-account': 'account taken over',
    'misconfigured-client': 'old password',
    'verifier-outage': 'verifier down',
    'plaintext-auth': 'login without TLS',
  },
  storageKinds: {
    'mailbox-quota': 'mailbox full',
    'queue-disk': 'queue disk',
    inode: 'inodes',
    'remote-system': 'other system',
    'message-size': 'too big',
  },
  severities: { critical: 'critical', warning: 'warning', notice: 'notice' },
  sides: { ours: 'ours', theirs: 'theirs' },
  chart: {
    title: (up, down, hours) =>
      `Failed logins ${up}  vs  ${down} storage failures, per ${hours === 1 ? 'hour' : `${hours} h`}`,
    logins: 'failed logins',
    storage: 'storage failures',
    peaks: 'peaks',
    total: 'in this range',
    scales: 'same clock, two scales',
    empty: 'No failed login and no storage failure with a time in this range.',
  },
  auth: {
    note: 'asks who you are',
    failed: 'failed',
    attempts: (attempts) => `of ${formatPlural(attempts, 'attempt')}`,
    asked: '334 asked',
    implied: (implied) => `~${formatCount(implied)} implied`,
    accepted: '235 let in',
    denied: '535 denied',
    unsure: '454 unsure',
    verifierDown: 'verifier down',
    aborted: 'aborted',
    refused: (refused) => `refused ${formatCount(refused)}`,
    top: 'top',
    why: 'why',
    users: (users) => formatPlural(users, 'user'),
    since: (time) => `since ${time}`,
    empty: 'No logins in this range. Is the submission service in another log file, or SASL done elsewhere?',
    columns: {
      client: 'client',
      fails: 'fails',
      users: 'users',
      in: 'in',
      first: 'first',
      last: 'last',
      label: 'label',
    },
  },
  storage: {
    note: 'cannot now',
    deferred: 'deferred',
    replies: (replies) => `of ${formatPlural(replies, 'reply', 'replies')}`,
    final: 'returned',
    notStorage: 'not storage',
    top: 'top',
    waiting: (messages) => `${formatCount(messages)} wait`,
    full: 'full',
    empty: 'No storage failures in this range.',
    columns: {
      place: 'place',
      side: 'side',
      count: 'count',
      wait: 'wait',
      first: 'first',
      last: 'last',
      kind: 'kind',
    },
  },
  replies: { inbound: 'inbound', outbound: 'outbound', implied: 'implied' },
  mail: {
    received: 'received',
    delivered: 'delivered',
    deferred: 'deferred',
    bounced: 'bounced',
    rejected: 'rejected',
    open: 'open',
    delay: 'delay',
    rejectedSplit: (temporary, permanent) => `${formatCount(temporary)} temp  ${formatCount(permanent)} perm`,
  },
  findings: {
    empty: 'Nothing stands out.',
    of: (from, to, all) => (from === 1 && to === all ? `${all}` : `${from}-${to} of ${all}`),
    evidence: 'evidence',
    when: 'when',
    count: 'count',
    owner: 'up to',
    do: 'what to do',
    see: 'see the lines',
    gone: 'This finding is over.',
    span: (from, to) => `${from} to ${to}`,
  },
  status: {
    reading: (percent, size) => `reading ${percent === null ? formatBytes(size, 'table') : `${percent} %`}`,
    ended: 'end of input',
    paused: (lines) => `paused +${formatCount(lines)}`,
    critical: (findings) => `${findings} critical`,
    warning: (findings) => `${findings} warning`,
    range: (length, to) => `${length} to ${to}`,
    unread: (lines) => `${formatPlural(lines, 'line')} not understood`,
    files: (files, size) => `${formatPlural(files, 'file')} ${formatBytes(size, 'table')}`,
    broken: 'stopped',
  },
  help: {
    title: 'Help',
    note: 'any key closes',
    groups: { move: 'MOVE', look: 'LOOK CLOSER', program: 'PROGRAM' },
    signs: 'SIGNS (colour only repeats them)',
    contrast: 'CONTRAST',
    classes: '2xx done  3xx asks for more  4xx try later  5xx no',
    marks: {
      final: 'final failure',
      selected: 'selected',
      cut: 'cut to fit',
      implied: 'worked out, not printed in the log',
    },
    contrastLines: [
      ['334', 'a question: give me your name, your password'],
      ['235', 'let in'],
      ['535', 'wrong name or password'],
      ['454', 'the verifier is down: do not ban anybody'],
      ['530', 'nobody tried to log in'],
      ['452 4.2.2', 'one mailbox is full; the mail waits and is tried again'],
      ['452 4.3.1', 'a whole server is full: ours stops all mail, theirs waits'],
      ['452 4.5.3', 'too many recipients at once: harmless'],
      ['552 5.2.2', 'full and returned: must be sent again'],
    ],
    footer: 'any key closes',
  },
  reading: 'reading …',
  nothingIn: (paths) => `Nothing in ${paths}.`,
  nothingRecognised: (lines) => `${formatPlural(lines, 'line')}, none of a mail program.`,
  looksLike: 'They look like:',
  tooSmall: (has, needs) => `The terminal is ${has}, mailtop needs ${needs}.`,
  reportInstead: 'mailtop report prints the same numbers',
};
