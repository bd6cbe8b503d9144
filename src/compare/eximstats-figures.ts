// eximstats' numbers beside ours, and why each may differ.
import type { Figure } from './comparison.ts';
import type { Eximstats } from './eximstats.ts';

export function eximstatsFigures(theirs: Eximstats): Figure[] {
  const { totals } = theirs;
  return [
    {
      what: 'Received: messages',
      theirs: totals.received,
      ours: (messages) => messages.received,
      why: ({ notifications, reinjected }) =>
        `counts each <= line: bounces and warnings it wrote itself (${notifications}), and mail that came back (${reinjected} further ids)`,
    },
    {
      what: 'Received: volume',
      theirs: totals.bytesReceived,
      ours: (messages) => messages.bytes_received,
      why: () => 'adds S= of each <= line, notices too',
    },
    distinct(
      'Received: hosts',
      theirs.receivedHosts.count,
      'different words behind H=: the name, or "(greeting)" where none was found; all local mail is one host, "local"',
    ),
    {
      what: 'Delayed',
      theirs: totals.delayed,
      ours: (messages) => messages.deferred,
      why: () => 'mails with an == line whose <= it saw; ours adds mails that arrived in an earlier log',
    },
    {
      what: 'Failed',
      theirs: totals.failed,
      ours: () => null,
      why: ({ bounced, expired }) =>
        `mails with a ** line; ours counts recipients: returned ${bounced}, given up ${expired}`,
    },
    {
      what: 'Delivered: messages',
      theirs: totals.delivered,
      ours: () => null,
      why: () => 'counts => lines: transactions, not mails; compare the addresses',
    },
    {
      what: 'Delivered: addresses',
      theirs: totals.addresses,
      ours: (messages) => messages.delivered,
      why: () =>
        'counts => and -> lines: also the hop into a scanner, files, pipes and :blackhole:; *> it does not see',
    },
    {
      what: 'Delivered: volume',
      theirs: totals.bytesDelivered,
      ours: (messages) => messages.bytes_delivered,
      why: () => 'adds the size once for each => line, not for ->; ours for each recipient',
    },
    distinct(
      'Delivered: hosts',
      theirs.deliveredHosts.count,
      'different words behind H=; local delivery is "local"',
    ),
    {
      what: 'Rejects',
      theirs: totals.rejected,
      ours: ({ rejected }) => rejected.permanent,
      why: () =>
        'counts each line with "rejected", "refused" or "dropped" that is no delivery: AUTH, EHLO and dropped connections, what remote servers refused, and :blackhole:',
    },
    distinct('Rejects: hosts', theirs.rejectedHosts.count, 'different addresses in [ ]'),
    {
      what: 'Temp Rejects',
      theirs: totals.temporary,
      ours: ({ rejected }) => rejected.temporary,
      why: () =>
        'counts "temporarily rejected COMMAND …: reason" and temporarily refused connections; other temporary refusals are Rejects to it',
    },
    distinct('Temp Rejects: hosts', theirs.temporaryHosts.count, 'different addresses in [ ]'),
  ];
}

function distinct(what: string, count: number, why: string): Figure {
  return { what, theirs: count, ours: () => null, why: () => why };
}
