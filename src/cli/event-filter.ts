// `--kind`, `--code`, `--reason`, … of `mailtop events`.
import type { MailEvent } from '../model/event.ts';
import { UsageError } from '../model/errors.ts';
import { REASONS } from '../model/reason.ts';
import { EVENT_KINDS, EVENT_STATUSES } from './event-words.ts';
import { checkChoice, optionList, type CommandLine } from './parse.ts';

type Predicate = (event: MailEvent) => boolean;

/**
 * What the command line asks for. Within an option any value may match, and none with `!`; options all must hold.
 * Throws UsageError, also for a word that no event has: a typing error must not look like an empty log.
 */
export function eventFilter(line: CommandLine): Predicate {
  const predicates = [
    words(line, 'kind', (event) => event.kind, EVENT_KINDS),
    words(line, 'reason', (event) => event.reason, REASONS),
    words(line, 'status', (event) => event.status, EVENT_STATUSES),
    words(line, 'queue-id', (event) => event.queueId),
    words(line, 'account', (event) => event.auth?.username ?? event.account),
    words(line, 'client', (event) => event.auth?.clientIp ?? event.clientIp),
    codes(line),
  ].filter((predicate) => predicate !== null);
  return (event) => predicates.every((predicate) => predicate(event));
}

function words(
  line: CommandLine,
  name: string,
  value: (event: MailEvent) => string | null,
  choices: readonly string[] | null = null,
): Predicate | null {
  return choice(optionList(line, name), (wanted) => {
    const lower = wanted.toLowerCase();
    if (choices !== null) checkChoice(`--${name}`, lower, choices);
    return (event) => value(event)?.toLowerCase() === lower;
  });
}

function codes(line: CommandLine): Predicate | null {
  return choice(optionList(line, 'code'), (wanted) => {
    const pattern = codePattern(wanted);
    return (event) =>
      wanted.includes('.')
        ? event.enhancedCode !== null && pattern.test(event.enhancedCode)
        : pattern.test(String(event.replyCode ?? event.impliedCode ?? ''));
  });
}

/** `452`, `4xx`, `45x`, `4.2.2`, `5.7.*`, `4.x.x`. Throws UsageError. */
function codePattern(wanted: string): RegExp {
  if (!/^(?:[2-5x*][\dx*]{2}|[245x*]\.(?:\d{1,3}|[x*])\.(?:\d{1,3}|[x*]))$/i.test(wanted)) {
    throw new UsageError(`--code ${wanted}: not a code`, 'like 452, 4xx, 4.2.2 or 5.7.*');
  }
  const wild = wanted.includes('.') ? '\\d+' : '\\d';
  return new RegExp(`^${wanted.replaceAll('.', '\\.').replace(/[x*]/gi, wild)}$`);
}

function choice(values: readonly string[], test: (wanted: string) => Predicate): Predicate | null {
  if (values.length === 0) return null;
  const wanted = values.filter((value) => !value.startsWith('!')).map(test);
  const unwanted = values.filter((value) => value.startsWith('!')).map((value) => test(value.slice(1)));
  return (event) =>
    (wanted.length === 0 || wanted.some((matches) => matches(event))) &&
    !unwanted.some((matches) => matches(event));
}
