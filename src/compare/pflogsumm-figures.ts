// pflogsumm's numbers beside ours, and why each may differ.
import type { MessagesView } from '../model/snapshot.ts';
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
        `counts client= and pickup lines: again what a filter hands back (${reinjected} further ids), also mail refused after its data or cancelled (${canceled})`,
    },
    {
      what: 'delivered',
      theirs: totals.delivered,
      ours: (messages) => messages.delivered,
      why: () => 'counts status=sent lines: the hop into a filter too, and one address twice',
    },
    {
      what: 'forwarded',
      theirs: totals.forwarded,
      ours: (messages) => messages.forwarded,
      why: () => 'counts lines; ours are recipients, each once',
    },
    {
      what: 'deferred',
      theirs: totals.deferred,
      ours: (messages) => messages.deferred,
      why: () => 'counts queue ids: two ids of one mail twice, a reused id once',
    },
    {
      what: 'deferrals',
      theirs: totals.deferrals,
      ours: (messages) => messages.deferral_attempts,
      why: () => 'counts status=deferred lines; ours adds soft bounces',
    },
    {
      what: 'bounced',
      theirs: totals.bounced,
      ours: (messages) => messages.bounced,
      why: ({ expired }) =>
        `counts status=bounced lines; ours are recipients, given up after long waiting apart (${expired})`,
    },
    {
      what: 'rejected',
      theirs: totals.rejected,
      ours: refused,
      why: () =>
        'counts reject: lines, of VRFY and ETRN too; ours adds milters at smtpd, full disks and broken addresses',
    },
    {
      what: 'reject warnings',
      theirs: totals.warned,
      ours: () => null,
      why: () => 'nothing was refused: no sum of ours',
    },
    {
      what: 'held',
      theirs: totals.held,
      ours: (messages) => messages.held,
      why: () => 'counts hold: lines; ours are mails that still were held at the end',
    },
    {
      what: 'discarded',
      theirs: totals.discarded,
      ours: (messages) => messages.discarded,
      why: () => 'counts discard: lines, of recipients too; ours adds milters and the discard transport',
    },
    {
      what: 'bytes received',
      theirs: totals.bytesReceived,
      ours: (messages) => messages.bytes_received,
      why: () =>
        'adds size= of what it saw arrive: twice from a filter, nothing where the sender has a > in it',
    },
    {
      what: 'bytes delivered',
      theirs: totals.bytesDelivered,
      ours: (messages) => messages.bytes_delivered,
      why: () => 'adds the size for each of its delivered',
    },
    distinct('senders', theirs.senders.count),
    distinct('sending hosts/domains', theirs.sendingDomains.count),
    distinct('recipients', theirs.recipients.count),
    distinct('recipient hosts/domains', theirs.recipientDomains.count),
  ];
}

function refused({ rejected }: MessagesView): number {
  return rejected.temporary + rejected.permanent;
}

function distinct(what: string, count: number): Figure {
  return { what, theirs: count, ours: () => null, why: () => 'different ones: no sum of ours' };
}
