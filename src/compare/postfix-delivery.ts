// The two Postfix lines that pflogsumm counts by their fields, whichever daemon wrote them.

export interface SenderLine {
  readonly sender: string;
  readonly size: number;
}

export interface RecipientLine {
  readonly recipient: string;
  readonly status: string;
  /** `sent`, but on to another address of ours. */
  readonly forwarded: boolean;
}

/** 3F2A91C0D4: from=<alice@example.org>, size=1843, nrcpt=1 (queue active) */
export function senderLine(text: string): SenderLine | null {
  for (let at = text.indexOf(FROM); at !== -1; at = text.indexOf(FROM, at + 1)) {
    const start = at + FROM.length;
    const end = text.indexOf('>', start);
    if (end === -1) return null;
    if (!text.startsWith(SIZE, end)) continue;
    const size = Number.parseInt(text.substring(end + SIZE.length, end + SIZE.length + MOST_DIGITS), 10);
    if (!Number.isNaN(size)) return { sender: text.substring(start, end), size };
  }
  return null;
}

/**
 * 3F2A91C0D4: to=<bob@example.net>, relay=mx.example.net[192.0.2.7]:25, delay=1.1, delays=…, dsn=2.0.0, status=sent (250 ok)
 * Fields in this order and no others between them: a line of Postfix 3.11 with a further field is not counted.
 */
export function recipientLine(text: string): RecipientLine | null {
  for (let at = text.indexOf(TO); at !== -1; at = text.indexOf(TO, at + 1)) {
    const start = at + TO.length;
    const end = text.indexOf('>', start);
    if (end === -1) return null;
    const status = statusStart(text, end);
    if (status === -1) continue;
    const blank = text.indexOf(' ', status);
    return {
      recipient: text.substring(start, end),
      status: blank === -1 ? text.substring(status) : text.substring(status, blank),
      forwarded: blank !== -1 && text.includes('forwarded as ', blank),
    };
  }
  return null;
}

const FROM = 'from=<';
const SIZE = '>, size=';
const TO = 'to=<';
const ORIGINAL = '>, orig_to=<';
const STATUS = 'status=';
const MOST_DIGITS = 15;
const FIELDS: readonly { readonly name: string; readonly needed: boolean }[] = [
  { name: 'relay=', needed: true },
  { name: 'conn_use=', needed: false },
  { name: 'delay=', needed: true },
  { name: 'delays=', needed: false },
  { name: 'dsn=', needed: false },
];

/** Where the word after `status=` begins, or -1. `close` is the `>` of the address. */
function statusStart(text: string, close: number): number {
  let end = close;
  if (text.startsWith(ORIGINAL, end)) end = text.indexOf('>', end + ORIGINAL.length);
  if (end === -1 || !text.startsWith('>, ', end)) return -1;
  let at = end + 3;
  for (const { name, needed } of FIELDS) {
    if (text.startsWith(name, at)) {
      const comma = text.indexOf(',', at);
      if (comma <= at + name.length || text[comma + 1] !== ' ') return -1;
      at = comma + 2;
    } else if (needed) {
      return -1;
    }
  }
  return text.startsWith(STATUS, at) && at + STATUS.length < text.length ? at + STATUS.length : -1;
}
