// The lines of a mail, one event a paragraph: time, host, program, what happened.
import { REASON_FACTS } from '../../knowledge/reasons/index.ts';
import type { MailEvent } from '../../model/event.ts';
import { formatCount } from '../../format/number.ts';
import type { Instant } from '../../format/time.ts';
import { fitLeft } from '../../format/width.ts';
import type { Page } from '../../report/text/page.ts';
import type { TracedLine } from '../line-reader.ts';
import { rawText } from '../raw-text.ts';
import { eventWords } from './event-words.ts';

/** `raw`: below what happened the line as it is in the file. */
export type LineStyle = 'words' | 'raw';

/** From this many alike tries in a row on only the first and the last are shown. */
const FOLDED_FROM = 4;

/** @param reference the time that others are relative to: on its day only the clock is shown. */
export function writeLines(
  page: Page,
  lines: readonly TracedLine[],
  reference: Instant,
  style: LineStyle,
): void {
  const day = reference ?? lines[0]?.event.time ?? null;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as TracedLine;
    let next = at + 1;
    while (next < lines.length && isAlike(line.event, (lines[next] as TracedLine).event)) next++;
    writeLine(page, line, day, style);
    if (next - at >= FOLDED_FROM && style === 'words') {
      page.line(`${' '.repeat(12)}${page.ellipsis} ${formatCount(next - at - 2)} tries alike`);
      writeLine(page, lines[next - 1] as TracedLine, day, style);
      at = next;
    } else at++;
  }
}

function isAlike(one: MailEvent, other: MailEvent): boolean {
  return (
    one.kind === 'delivery' &&
    other.kind === 'delivery' &&
    one.status === 'deferred' &&
    other.status === 'deferred' &&
    one.recipient === other.recipient &&
    one.relay === other.relay &&
    one.replyCode === other.replyCode &&
    one.reason === other.reason
  );
}

function writeLine(page: Page, line: TracedLine, day: Instant, style: LineStyle): void {
  const { event } = line;
  const time = event.time === null ? '' : page.clock.precise(event.time, day);
  const repeat = event.repeat > 1 ? ` (${formatCount(event.repeat)} times)` : '';
  const who = fitLeft(page.plain(`${shortHost(event.host)}${daemon(event)}`), 12, page.ellipsis);
  page.wrap(` ${time.padEnd(8)} ${mark(event)} ${who} `, eventWords(event) + repeat);
  if (TELLS_WHY.has(event.kind) && event.reason !== null && !SAYS_NOTHING.has(event.reason)) {
    page.wrap(`${' '.repeat(12)}why: `, REASON_FACTS[event.reason].definition.en);
  }
  if (style === 'raw') page.wrap('   | ', rawText(line));
}

const TELLS_WHY: ReadonlySet<string> = new Set(['delivery', 'reject', 'host-attempt', 'storage', 'auth']);
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  'accepted',
  'session',
  'unclassified',
  'auth-ok',
  'auth-challenge',
]);

/** `+` it went well, `~` for now not, `x` never. */
function mark({ kind, status }: MailEvent): string {
  if (kind !== 'delivery' && kind !== 'reject' && kind !== 'auth') return ' ';
  if (status === 'sent' || status === 'accepted') return '+';
  if (status === 'deferred' || status === 'temp-rejected' || status === 'softbounce') return '~';
  return status === 'bounced' || status === 'rejected' || status === 'expired' ? 'x' : ' ';
}

function shortHost(host: string | null): string {
  return host === null ? '' : `${host.split('.', 1)[0] ?? ''} `;
}

/** `smtpd` of `postfix/submission/smtpd`. */
function daemon({ program, mta }: MailEvent): string {
  return program?.slice(program.lastIndexOf('/') + 1) ?? mta;
}
