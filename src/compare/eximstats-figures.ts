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
      why: ({ notifications }) => `counts <= lines: its own bounces and warnings too (${notifications})`,
    },
    {
      what: 'Received: volume',
      theirs: totals.bytesReceived,
      ours: (messages) => messages.bytes_received,
      why: () => 'adds S= of its received',
    },
    distinct(
      'Received: hosts',
      theirs.receivedHosts.count,
      'different words behind H=, "(greeting)" without a name; local mail is one host, "local"',
    ),
    {
      what: 'Delayed',
      theirs: totals.delayed,
      ours: (messages) => messages.deferred,
      why: () => 'counts mails with a == line, also when it only says that it was not time to try again',
    },
    {
      what: 'Failed',
      theirs: totals.failed,
      ours: () => null,
      why: ({ bounced, expired }) =>
        `mails with a ** line; ours are recipients: ${bounced} returned, ${expired} given up`,
    },
    {
      what: 'Delivered: messages',
      theirs: totals.delivered,
      ours: () => null,
      why: () => 'counts => lines, which are neither mails nor recipients',
    },
    {
      what: 'Delivered: addresses',
      theirs: totals.addresses,
      ours: (messages) => messages.delivered,
      why: () => 'counts => and -> lines: scanners, files, pipes, :blackhole: and one address twice too',
    },
    {
      what: 'Delivered: volume',
      theirs: totals.bytesDelivered,
      ours: (messages) => messages.bytes_delivered,
      why: () => 'adds the size for each => line, not for ->; ours for each recipient',
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
        'counts lines with "rejected", "refused" or "dropped" anywhere: dropped connections, errors of remote servers and :blackhole: too',
    },
    distinct('Rejects: hosts', theirs.rejectedHosts.count, 'different addresses'),
    {
      what: 'Temp Rejects',
      theirs: totals.temporary,
      ours: ({ rejected }) => rejected.temporary,
      why: () =>
        'counts "temporarily rejected COMMAND …: reason"; other wordings are Rejects to it, or nothing',
    },
    distinct('Temp Rejects: hosts', theirs.temporaryHosts.count, 'different addresses'),
  ];
}

function distinct(what: string, count: number, why: string): Figure {
  return { what, theirs: count, ours: () => null, why: () => `${why}: no sum of ours` };
}
