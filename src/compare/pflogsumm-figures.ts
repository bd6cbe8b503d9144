// pflogsumm's numbers beside ours, and why each may differ.
import type { Figure } from './comparison.ts';
import type { Pflogsumm } from './pflogsumm.ts';

export function pflogsummFigures(theirs: Pflogsumm): Figure[] {
  const { totals } = theirs;
  return [
    {
      what: 'received',
      theirs: totals.received,
      ours: (messages) => messages.received,
      why: ({ reinjected, canceled }) =>
        `counts each client= and pickup line: again when a content filter hands a mail back (${reinjected} further ids), and mail that was then refused or cancelled (${canceled} cancelled)`,
    },
    {
      what: 'delivered',
      theirs: totals.delivered,
      ours: (messages) => messages.delivered,
      why: () =>
        'counts each status=sent line: also the hop into a content filter that comes back, and probes',
    },
    {
      what: 'forwarded',
      theirs: totals.forwarded,
      ours: (messages) => messages.forwarded,
      why: () => 'counts "forwarded as" lines; ours are recipients, each once',
    },
    {
      what: 'deferred',
      theirs: totals.deferred,
      ours: (messages) => messages.deferred,
      why: () => 'counts queue ids: a mail with two ids twice, two mails under one reused id once',
    },
    {
      what: 'deferrals',
      theirs: totals.deferrals,
      ours: (messages) => messages.deferral_attempts,
      why: () => 'counts status=deferred lines; ours adds soft bounces and repeated lines',
    },
    {
      what: 'bounced',
      theirs: totals.bounced,
      ours: (messages) => messages.bounced,
      why: ({ expired }) =>
        `counts status=bounced lines; ours are recipients, each once, with what was given up after the queue lifetime apart (${expired})`,
    },
    {
      what: 'rejected',
      theirs: totals.rejected,
      ours: ({ rejected }) => rejected.temporary + rejected.permanent,
      why: () =>
        'counts reject: lines and cleanup checks; ours adds milters at smtpd, full disks and too many errors, and leaves out AUTH, VRFY and the like',
    },
    {
      what: 'reject warnings',
      theirs: totals.warned,
      ours: () => null,
      why: () => 'warn_if_reject and header checks that only warn: nothing was refused, so ours has no sum',
    },
    {
      what: 'held',
      theirs: totals.held,
      ours: (messages) => messages.held,
      why: () => 'counts hold: lines, of recipients too; ours are mails that were still held at the end',
    },
    {
      what: 'discarded',
      theirs: totals.discarded,
      ours: (messages) => messages.discarded,
      why: () =>
        'counts discard: lines, of recipients too, and no milter-discard; ours are mails and recipients that went nowhere',
    },
    {
      what: 'bytes received',
      theirs: totals.bytesReceived,
      ours: (messages) => messages.bytes_received,
      why: () => 'adds size= of each queue id it saw arrive: a mail that a filter hands back twice',
    },
    {
      what: 'bytes delivered',
      theirs: totals.bytesDelivered,
      ours: (messages) => messages.bytes_delivered,
      why: () =>
        'adds the size for each status=sent line, hops into a content filter too; 0 where size= is not in the log',
    },
    distinct('senders', theirs.senders.count),
    distinct('sending hosts/domains', theirs.sendingDomains.count),
    distinct('recipients', theirs.recipients.count),
    distinct('recipient hosts/domains', theirs.recipientDomains.count),
  ];
}

function distinct(what: string, count: number): Figure {
  return { what, theirs: count, ours: () => null, why: () => 'different ones; ours keeps no list of all' };
}
