// A trace as text: each mail's facts, then its lines in plain words.
import { formatDuration } from '../../format/duration.ts';
import { formatBytes, formatCount, formatPlural } from '../../format/number.ts';
import { REASON_FACTS } from '../../knowledge/reasons/index.ts';
import type { Message, MessageOutcome, Recipient } from '../../model/message.ts';
import type { RenderOptions } from '../../report/report-format.ts';
import { Page } from '../../report/text/page.ts';
import type { Span } from '../span.ts';
import { idsOf, type Story } from '../story.ts';
import type { Trace } from '../trace.ts';
import { writeLines, type LineStyle } from './lines.ts';

export function tracePage(trace: Trace, options: RenderOptions, style: LineStyle): string {
  const { stories, others, span } = trace;
  const reference = span?.to ?? null;
  const page = new Page(options, reference);
  page.line(`${trace.query}: ${whatThereIs(trace)}`);
  if (span !== null) page.line(spanLine(page, span));
  for (const story of stories) writeStory(page, story, span, style);
  if (others.length > 0) {
    page.title(`About no mail: ${formatPlural(others.length + trace.moreOthers, 'line')}${latest(trace)}`);
    writeLines(page, others, reference, style);
  }
  if (trace.moreIds > 0) {
    page.line();
    page.wrap(
      '',
      `${formatPlural(trace.moreIds, 'more queue id matches', 'more queue ids match')}: --top N shows more, --from and --to look elsewhere.`,
    );
  }
  return page.text();
}

function whatThereIs({ stories, others }: Trace): string {
  const matched = stories.filter((story) => story.matched).length;
  const tied = stories.length - matched;
  if (stories.length === 0) return others.length > 0 ? 'no mail, but it was seen' : 'nothing';
  return (
    formatPlural(matched, 'mail') +
    (tied > 0 ? `, and ${formatCount(tied)} tied to ${matched === 1 ? 'it' : 'them'}` : '')
  );
}

function latest({ moreOthers, others }: Trace): string {
  return moreOthers > 0 ? `, the latest ${formatCount(others.length)}` : '';
}

export function spanLine({ clock }: Page, { from, to }: Span): string {
  return `in files from ${clock.full(from)} to ${clock.full(to)} ${clock.offset(to)}`;
}

function writeStory(page: Page, { message, lines }: Story, span: Span | null, style: LineStyle): void {
  page.title(
    `${idsOf(message).join(page.utf8 ? ' › ' : ' > ')}: ${OUTCOMES[message.outcome]}${notice(message)}`,
  );
  page.wrap(' from    ', origin(message));
  for (const recipient of message.recipients) page.wrap(' to      ', fate(recipient));
  if (message.messageId !== null) page.wrap(' id      ', message.messageId);
  if (message.origin === null) {
    page.wrap(
      ' begins  ',
      `not in these files${span === null ? '' : `, which begin ${page.time(span.from)}`}`,
    );
  }
  page.wrap(' ends    ', ending(page, message, span));
  page.line();
  writeLines(page, lines, message.arrived, style);
}

const OUTCOMES: Readonly<Record<MessageOutcome, string>> = {
  delivered: 'delivered',
  'partly-delivered': 'delivered to some, not to all',
  deferred: 'deferred: it waits for another try',
  bounced: 'returned to its sender',
  expired: 'given up: it waited too long',
  rejected: 'refused',
  held: 'on hold, until an administrator lets it go',
  discarded: 'thrown away',
  canceled: 'cancelled by the client',
  open: 'open',
};

function notice({ origin: how }: Message): string {
  return how === 'notification' ? ' (a notification of the mail system)' : '';
}

function origin({ sender, size, origin: how, clientIp, account }: Message): string {
  const who = sender === null ? 'unknown' : sender === '' ? '<> (nobody: a notification)' : sender;
  const facts = [who];
  if (size !== null) facts.push(formatBytes(size));
  if (how === 'smtp') facts.push(clientIp === null ? 'by SMTP' : `by SMTP from ${clientIp}`);
  else if (how === 'local') facts.push('handed in on this host');
  if (account !== null) facts.push(`logged in as ${account}`);
  return facts.join(', ');
}

function fate({ address, original, outcome, attempts, relay, reason, delay, deferrals }: Recipient): string {
  const facts = [`${address}: ${outcome}`];
  if (relay !== null) facts.push(`by ${relay}`);
  if (delay !== null) facts.push(`after ${formatDuration(delay)}`);
  if (attempts > 1) facts.push(`${formatCount(attempts)} tries`);
  if (outcome !== 'delivered' && reason !== null) facts.push(REASON_FACTS[reason].title.en.toLowerCase());
  else if (deferrals > 0) facts.push(`${formatCount(deferrals)} in vain`);
  if (original !== null && original !== '' && original !== address) facts.push(`written to ${original}`);
  return facts.join(', ');
}

function ending(page: Page, { ended, outcome }: Message, span: Span | null): string {
  if (ended !== null) return `${page.clock.full(ended)}, off the queue`;
  const until = span === null ? '' : `, which end ${page.clock.full(span.to)}`;
  return outcome === 'held' ? `held${until}` : `not seen to end in these files${until}`;
}
