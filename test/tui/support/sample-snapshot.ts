import type { Finding, Snapshot } from '../../../src/model/snapshot.ts';

/** A day of a busy server, with a password spray in the morning and a full queue disk after noon. */
export function sampleSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: 'mailtop-report/1',
    version: '0.0.0',
    generated_at: '2026-11-23T14:32:00Z',
    range: { from: '2026-11-22T14:32:00Z', to: '2026-11-23T14:32:00Z' },
    input: {
      files: [
        {
          path: '/var/log/maillog',
          bytes: 290_000_000,
          lines: 3_000_000,
          unrecognized: 12,
          compression: null,
        },
      ],
      bytes: 290_000_000,
      lines: 3_000_000,
      events: 2_900_000,
      ignored: 99_988,
      unrecognized: 12,
      outside_range: { lines: 0, from: null, to: null },
      truncated: 0,
      unrecognized_samples: [
        { path: '/var/log/maillog', line: 7, program: 'postfix/odd', text: 'something nobody has seen' },
      ],
      unrecognized_programs: [{ program: 'postfix/odd', count: 12 }],
      by_mta: { postfix: 2_900_000 },
      hosts: ['mx1', 'mx2', 'mx3'],
    },
    replies: {
      total: 22_816,
      by_class: { '2xx': 18_204, '3xx': 1_109, '4xx': 2_731, '5xx': 772 },
      by_direction: { inbound: 7_914, outbound: 14_902 },
      implied: { by_code: { '334': 39_911, '235': 37_601, '535': 3_412 } },
      codes: [
        {
          code: 452,
          enhanced_code: '4.2.2',
          direction: 'outbound',
          reason: 'storage-mailbox-full',
          count: 902,
          first: '2026-11-22T15:00:00Z',
          last: '2026-11-23T14:31:00Z',
          example: '452 4.2.2 Mailbox full',
        },
        {
          code: 452,
          enhanced_code: '4.3.1',
          direction: 'inbound',
          reason: 'storage-system-full',
          count: 131,
          first: '2026-11-23T13:50:00Z',
          last: '2026-11-23T14:31:00Z',
          example: '452 4.3.1 Insufficient system storage',
        },
        {
          code: 452,
          enhanced_code: '4.3.1',
          direction: 'outbound',
          reason: 'storage-system-full',
          count: 87,
          first: '2026-11-23T05:00:00Z',
          last: '2026-11-23T14:00:00Z',
          example: '452 4.3.1 Insufficient system storage',
        },
        {
          code: 552,
          enhanced_code: '5.2.2',
          direction: 'outbound',
          reason: 'storage-mailbox-full',
          count: 7,
          first: '2026-11-23T05:00:00Z',
          last: '2026-11-23T14:00:00Z',
          example: '552 5.2.2 Mailbox full',
        },
      ],
      reasons: [
        { reason: 'accepted', family: 'session', count: 18_204, transient: 0, permanent: 0, owner: 'nobody' },
        {
          reason: 'storage-mailbox-full',
          family: 'storage',
          count: 909,
          transient: 902,
          permanent: 7,
          owner: 'recipient',
        },
        {
          reason: 'no-such-user',
          family: 'recipient',
          count: 441,
          transient: 0,
          permanent: 441,
          owner: 'sender',
        },
        { reason: 'greylisted', family: 'flow', count: 380, transient: 380, permanent: 0, owner: 'nobody' },
        {
          reason: 'storage-system-full',
          family: 'storage',
          count: 218,
          transient: 218,
          permanent: 0,
          owner: 'admin',
        },
      ],
      timeline: [],
      folded: 0,
    },
    messages: {
      received: 12_430,
      received_smtp: 12_000,
      received_local: 430,
      reinjected: 0,
      notifications: 12,
      canceled: 0,
      delivered: 11_870,
      forwarded: 0,
      deferred: 322,
      deferral_attempts: 1_127,
      bounced: 188,
      expired: 2,
      rejected: { temporary: 448, permanent: 1_456 },
      held: 0,
      discarded: 0,
      bytes_received: 1_000_000,
      bytes_delivered: 900_000,
      open: 41,
      delay_seconds: { p50: 1.2, p90: 8, p99: 2460, max: 90_000 },
    },
    auth: {
      attempts: 41_240,
      succeeded: 37_601,
      failed: 3_412,
      temporary: 7,
      aborted: 220,
      refused: 0,
      challenges: { logged: 1_109, implied: 39_911, implied_at_least: 38_000 },
      mechanisms: [{ mechanism: 'LOGIN', succeeded: 37_601, failed: 3_412 }],
      accounts: [],
      clients: [
        client('203.0.113.9', 1_904, 3, 212),
        client('198.51.100.7', 611, 0, 1),
        client('192.0.2.44', 288, 0, 1),
        client('2001:db8:7::9', 60, 1, 58),
      ],
      outage: { accounts: 0, first: null, last: null },
      incidents: [
        {
          kind: 'password-spray',
          severity: 'critical',
          from: '2026-11-23T09:12:00Z',
          to: '2026-11-23T14:31:00Z',
          accounts: [],
          clients: ['203.0.113.9'],
          attempts: 1_907,
          succeeded: 3,
          summary: '203.0.113.9 tried 212 accounts',
        },
      ],
      timeline: hours((hour) => ({ failed: hour === 18 ? 604 : 120, succeeded: 1_500, temporary: 0 })),
      folded: { accounts: 0, clients: 0 },
    },
    storage: {
      failures: 1_127,
      transient: 1_120,
      permanent: 7,
      by_kind: {
        'queue-disk': 131,
        inode: 0,
        'mailbox-quota': 909,
        'remote-system': 87,
        'message-size': 19,
      },
      by_side: { ours: 442, theirs: 685 },
      places: [
        place('mailbox-quota', 'ours', 'carol@example.org', 311, 41),
        place('queue-disk', 'ours', 'mx1:/var/spool', 131, 0),
        place('remote-system', 'theirs', 'bigcorp.example.com', 87, 60),
      ],
      timeline: hours((hour) => ({
        'queue-disk': hour === 23 ? 131 : 0,
        inode: 0,
        'mailbox-quota': 38,
        'remote-system': 3,
        'message-size': 1,
      })),
      free_space: [],
      forecast: [],
      incidents: [],
      folded: 0,
    },
    peers: { rows: [], folded: 0 },
    system: { errors: [], folded: 0 },
    findings: [
      finding(
        'queue-disk-full',
        'critical',
        'mx1 queue disk refused 131 messages since 13:50',
        'df -h; df -i spool',
      ),
      finding(
        'password-spray',
        'critical',
        '203.0.113.9 tried 212 accounts, 3 let in',
        'lock the 3, then ban',
      ),
      finding(
        'mailbox-full',
        'warning',
        'carol@example.org mailbox full, 41 messages wait',
        'raise the quota or empty it',
      ),
      finding('queue-growing', 'warning', 'queue growing for 3 hours', 'look at the slowest destination'),
      finding('too-big', 'notice', '19 messages too big for a remote', 'send a link instead'),
    ],
    compare: null,
    ...changes,
  };
}

export function finding(id: string, severity: Finding['severity'], title: string, summary: string): Finding {
  return {
    id,
    area: 'storage',
    severity,
    title,
    evidence: '131 replies 452 4.3.1 to 96 clients',
    from: '2026-11-23T13:50:00Z',
    to: '2026-11-23T14:31:00Z',
    count: 131,
    hint: { owner: 'admin', summary, steps: ['df -h /var/spool', 'postsuper -d ALL deferred'] },
    query: '--code 452 --reason storage-system-full',
  };
}

function hours<Row>(rowOf: (hour: number) => Row): (Row & { time: string })[] {
  const start = Date.parse('2026-11-22T15:00:00Z');
  return Array.from({ length: 24 }, (_, hour) => ({
    time: new Date(start + hour * 3_600_000).toISOString(),
    ...rowOf(hour),
  }));
}

function client(
  name: string,
  failed: number,
  succeeded: number,
  accounts: number,
): Snapshot['auth']['clients'][number] {
  return {
    client: name,
    succeeded,
    failed,
    accounts,
    let_in: [],
    first: '2026-11-23T09:12:00Z',
    last: '2026-11-23T14:31:00Z',
  };
}

function place(
  kind: Snapshot['storage']['places'][number]['kind'],
  side: 'ours' | 'theirs',
  name: string,
  count: number,
  waiting: number,
): Snapshot['storage']['places'][number] {
  return {
    kind,
    side,
    place: name,
    mtas: ['postfix'],
    count,
    messages: count,
    waiting,
    waiting_bytes: null,
    first: '2026-11-23T05:00:00Z',
    last: '2026-11-23T14:31:00Z',
  };
}
