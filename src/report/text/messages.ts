import { formatDuration } from '../../format/duration.ts';
import { formatBytes, formatCount, formatPlural } from '../../format/number.ts';
import type { MessagesView } from '../../model/snapshot.ts';
import type { Section } from './page.ts';

/** Mail in, out, waiting and turned away. */
export const messages: Section = (page, { messages: view }) => {
  page.title('MESSAGES');
  if (isEmpty(view)) {
    page.line(' No message in this range.');
    return;
  }
  const facts: [string, string][] = [
    [
      'received',
      `${formatCount(view.received)}: ${formatCount(view.received_smtp)} by SMTP, ${formatCount(view.received_local)} local; ${formatBytes(view.bytes_received)}`,
    ],
    ['delivered', `${formatPlural(view.delivered, 'recipient')}; ${formatBytes(view.bytes_delivered)}`],
    [
      'deferred',
      `${formatCount(view.deferred)}, in ${formatPlural(view.deferral_attempts, 'attempt')}; open ${formatCount(view.open)}`,
    ],
    ['returned', `${formatPlural(view.bounced, 'recipient')}; given up ${formatCount(view.expired)}`],
    [
      'turned away',
      `${formatCount(view.rejected.temporary)} for now, ${formatCount(view.rejected.permanent)} for good`,
    ],
  ];
  const others: [string, number][] = [
    ['forwarded', view.forwarded],
    ['from filters', view.reinjected],
    ['notices', view.notifications],
    ['held', view.held],
    ['discarded', view.discarded],
    ['cancelled', view.canceled],
  ];
  const more = others
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${formatCount(count)}`);
  if (more.length > 0) facts.push(['also', more.join(', ')]);
  const delay = view.delay_seconds;
  if (delay !== null) {
    facts.push([
      'delay',
      `half within ${formatDuration(delay.p50)}, 90 % within ${formatDuration(delay.p90)}, 99 % within ${formatDuration(delay.p99)}, longest ${formatDuration(delay.max)}`,
    ]);
  }
  for (const [name, text] of facts) page.wrap(` ${name.padEnd(11)}  `, text);
};

function isEmpty(view: MessagesView): boolean {
  const { rejected, delay_seconds: _delay, ...counts } = view;
  return rejected.temporary + rejected.permanent === 0 && Object.values(counts).every((count) => count === 0);
}
