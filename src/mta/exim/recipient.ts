// The address of a delivery line with its parents and the address it began as: `yves@x (team@x, all@x) <everyone@x>`.
import type { MailEvent } from '../../model/event.ts';
import {
  BAR,
  CLOSE_PARENTHESIS,
  COLON,
  GREATER,
  LESS,
  OPEN_PARENTHESIS,
  QUOTE,
  SLASH,
  SPACE,
} from './ascii.ts';
import { addressEnd, angleEnd, fieldBegins, quotedEnd } from './scan.ts';

/**
 * Reads the recipient at `at` and returns where the text behind it begins: a field, or the `: ` before a message.
 *   bob <bob@example.net> R=local_user …
 *   |/usr/bin/procmail -d victor (victor@example.net) <postmaster@example.net> R=procmail …
 *   w11@example.net: Unrouteable address
 */
export function readRecipient(text: string, at: number, event: MailEvent): number {
  const first = text.charCodeAt(at);
  if (first === BAR || first === SLASH || text.startsWith('save ', at)) return readPath(text, at, event);
  let end = addressEnd(text, at);
  // `:blackhole:` ends in a colon of its own.
  if (text.charCodeAt(end - 1) === COLON && first !== COLON) {
    event.recipient = text.substring(at, end - 1);
    return end - 1;
  }
  event.recipient = text.substring(at, end);
  if (text.charCodeAt(end + 1) === OPEN_PARENTHESIS) end = parentsEnd(text, end + 1);
  if (text.charCodeAt(end + 1) !== LESS || text.charCodeAt(end) !== SPACE) return behindBlank(text, end);
  const close = angleEnd(text, end + 1);
  if (close === -1) return behindBlank(text, end);
  event.originalRecipient = text.substring(end + 2, close);
  return behindBlank(text, close + 1);
}

/** Commands and folders may hold blanks: the first field behind them ends them, and `<original>` stands before that. */
function readPath(text: string, at: number, event: MailEvent): number {
  let end = text.indexOf(' ', at);
  while (end !== -1 && !fieldBegins(text, end + 1)) end = text.indexOf(' ', end + 1);
  if (end === -1) end = text.length;
  let pathEnd = end;
  if (text.charCodeAt(end - 1) === GREATER) {
    const open = text.lastIndexOf(' <', end);
    if (open > at) {
      event.originalRecipient = text.substring(open + 2, end - 1);
      pathEnd = open;
    }
  }
  if (text.charCodeAt(pathEnd - 1) === CLOSE_PARENTHESIS) {
    const parents = text.lastIndexOf(' (', pathEnd);
    if (parents > at) pathEnd = parents;
  }
  event.recipient = text.substring(at, pathEnd);
  return behindBlank(text, end);
}

/** Behind the parenthesis that closes the one at `at`; addresses in it may be quoted. */
function parentsEnd(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = quotedEnd(text, index) - 1;
    else if (code === CLOSE_PARENTHESIS) return index + 1;
  }
  return text.length;
}

function behindBlank(text: string, at: number): number {
  return text.charCodeAt(at) === SPACE ? at + 1 : at;
}
