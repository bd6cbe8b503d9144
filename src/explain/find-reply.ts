import { replyStart } from '../classify/parse-reply.ts';

/** The reply inside of a pasted line of a log; the whole text when none is found. */
export function findReply(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const start = replyStart(line);
  if (start > 0) return line.slice(start);
  const quoted = WITH_ENHANCED.exec(line) ?? AFTER_COLON.exec(line);
  if (quoted !== null) return line.slice(quoted.index + quoted[1]!.length);
  const delivery = POSTFIX_DELIVERY.exec(line);
  return delivery === null ? line : `${delivery[1]!} ${delivery[2]!}`;
}

/** `NOQUEUE: reject: RCPT from h[192.0.2.1]: 450 4.7.1 <a@b>: …`, and a text that begins with its codes. */
const WITH_ENHANCED = /^(.*?(?:^|[\s:("'<]))[2-5]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;
/** `rejected RCPT <a@b>: 550 no such user`. */
const AFTER_COLON = /^(.*?: )[2-5]\d\d[ -](?!\d)/;
/** `dsn=5.2.2, status=bounced (maildir delivery failed: quota)`. */
const POSTFIX_DELIVERY = /\bdsn=([245]\.\d{1,3}\.\d{1,3}), status=[a-z-]+ \((.*)\)/;
