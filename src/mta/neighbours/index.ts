// Programs beside the MTA: policy daemons, milters, content filters, password checkers, and the logging system where it
// loses lines. A new one is a file with its reader and a line in the table.
import type { MailEvent } from '../../model/event.ts';
import type { Dialect, DialectReader, LogLine } from '../../model/line.ts';
import { readAmavis } from './amavis.ts';
import { readAntivirus } from './antivirus.ts';
import { readMilterResult } from './dkim.ts';
import { readGreylist } from './greylist.ts';
import { readLogLoss } from './log-loss.ts';
import type { NeighbourReader } from './reader.ts';
import { readRspamd } from './rspamd.ts';
import { readSaslauthd } from './saslauthd.ts';
import { readSpamd, readSpampd } from './spamassassin.ts';
import { readSpf } from './spf.ts';
import { readNeighbourTrouble } from './trouble.ts';

export const neighbours: Dialect = {
  name: 'neighbour',
  claims: (program) => readerOf(program) !== null,
  reader: () => new NeighboursReader(),
};

class NeighboursReader implements DialectReader {
  /** Tags come from programs and configuration: few, and only claimed ones get here. */
  readonly #readers = new Map<string, NeighbourReader>();

  read(line: LogLine, event: MailEvent): boolean {
    const program = line.program ?? '';
    let read = this.#readers.get(program);
    if (read === undefined) {
      read = readerOf(program) ?? readRemark;
      if (this.#readers.size < MOST_TAGS) this.#readers.set(program, read);
    }
    event.kind = 'filter';
    if (!read(event, line.text)) readNeighbourTrouble(event, line.text);
    return true;
  }
}

const MOST_TAGS = 1000;

/** Tags are matched without a `postfix/` in front: policy services that Postfix spawns are often called so. */
function readerOf(program: string): NeighbourReader | null {
  const name = program.startsWith('postfix/') ? program.substring('postfix/'.length) : program;
  for (const [pattern, reader] of NEIGHBOURS) if (pattern.test(name)) return reader;
  return null;
}

/** Known to stand beside an MTA, but none of its lines tells more than the MTA's own. */
const readRemark: NeighbourReader = () => false;

const NEIGHBOURS: readonly (readonly [RegExp, NeighbourReader])[] = [
  [/^amavis(?:d|d-new|-new)?$/, readAmavis],
  [/^rspamd(?:_proxy)?$/, readRspamd],
  [/^postgrey$/, readGreylist],
  [/^polic(?:y|yd)-spf(?:-python|-perl)?$/, readSpf],
  [/^(?:opendkim|opendmarc|openarc|dkimpy-milter|dkim-filter)$/, readMilterResult],
  [/^spampd$/, readSpampd],
  [/^spamd(?:-child)?$/, readSpamd],
  [/^(?:clamav-milter|clamd|clamsmtpd?|freshclam)$/, readAntivirus],
  [/^saslauthd$/, readSaslauthd],
  [/^(?:rsyslogd(?:-\S+)?|systemd-journald?|syslogd|syslog-ng)$/, readLogLoss],
  [
    /^(?:sqlgrey|milter-greylist|greylistd?|gld|greyfix|postfwd\d?|policyd|cbpolicyd|policyd-weight|mtpolicyd|postsrsd|iredapd|pyspf-milter|mtasts-daemon|postfix-mta-sts-resolver|postfix-tlspol|spamass-milter|amavisd-milter|mimedefang(?:\.pl)?|mimedefang-multiplexor|MailScanner|dccifd|dccm|pmg-smtp-filter|pmgpolicy|authdaemond|smf-\w+|milter-\w+)(?:\/\S+)?$/,
    readRemark,
  ],
];
