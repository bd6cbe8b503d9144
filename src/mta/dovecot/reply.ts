// A reply of another server, printed whole: `452 4.2.2 <leo@example.org> Quota exceeded`.
import type { MailEvent } from '../../model/event.ts';

/** Fills code, enhanced code, text and status. False: the text is no reply. */
export function readReply(reply: string, event: MailEvent): boolean {
  const code = replyCode(reply);
  if (code === 0) return false;
  event.replyCode = code;
  event.enhancedCode = enhancedCode(reply);
  event.replyText = reply;
  event.status = code < 400 ? 'sent' : code < 500 ? 'temp-rejected' : 'rejected';
  return true;
}

/** 200 to 599 in front, 0 without. */
export function replyCode(reply: string): number {
  const first = reply.charCodeAt(0) - ZERO;
  const second = reply.charCodeAt(1) - ZERO;
  const third = reply.charCodeAt(2) - ZERO;
  if (!(first >= 2 && first <= 5 && second >= 0 && second <= 9 && third >= 0 && third <= 9)) return 0;
  const next = reply.charCodeAt(3);
  return reply.length === 3 || next === SPACE || next === HYPHEN ? first * 100 + second * 10 + third : 0;
}

/** The word behind the code, when it is one. */
export function enhancedCode(reply: string): string | null {
  const match = ENHANCED.exec(reply.length > 20 ? reply.substring(0, 20) : reply);
  return match?.[1] ?? null;
}

const ENHANCED = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const ZERO = 48;
const SPACE = 32;
const HYPHEN = 45;
