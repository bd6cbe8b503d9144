// anvil, scache, verify: counters that the daemons write when they stop or every ten minutes.
import type { MailEvent } from '../../model/event.ts';
import type { LineParser } from './line-parser.ts';

export const readStatistics: LineParser = (event, text, start) => {
  if (start > 0) return false;
  // "statistics: max connection rate 452/60s for (smtp:198.51.100.100) at Nov 23 18:55:00": the time is not the line's
  if (text.startsWith('statistics: ')) {
    event.kind = 'statistics';
    readRatedClient(event, text);
    return true;
  }
  // "cache btree:/var/lib/postfix/verify_cache full cleanup: retained=334 dropped=0 entries"
  if (!text.startsWith('cache ') || text.indexOf(' cleanup: retained=') === -1) return false;
  event.kind = 'statistics';
  return true;
};

/** `(smtp:198.51.100.100)`, `(127.0.0.1:2588:127.0.66.10)`, `(submission:2001:db8:5::9)`: service, colon, address. */
function readRatedClient(event: MailEvent, text: string): void {
  const open = text.indexOf(' for (');
  const close = text.indexOf(') at ', open);
  if (open === -1 || close === -1) return;
  const serviceAt = open + ' for ('.length;
  const colon = text.indexOf(':', serviceAt);
  if (colon === -1 || colon > close) return;
  // A service may be an address with a port.
  const isAddress = text.substring(serviceAt, colon).includes('.');
  const port = isAddress ? text.indexOf(':', colon + 1) : -1;
  event.clientIp = text.substring((port !== -1 && port < close ? port : colon) + 1, close);
}
