import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';

/** A copy that can be held longer than its batch: no string of it points into the log's chunk. */
export function detached(event: MailEvent): MailEvent {
  return {
    ...event,
    text: keep(event.text),
    queueId: keepOrNull(event.queueId),
    replyText: keepOrNull(event.replyText),
    enhancedCode: keepOrNull(event.enhancedCode),
    recipient: keepOrNull(event.recipient),
    originalRecipient: keepOrNull(event.originalRecipient),
    sender: keepOrNull(event.sender),
    relay: keepOrNull(event.relay),
    relayIp: keepOrNull(event.relayIp),
    clientIp: keepOrNull(event.clientIp),
    clientHost: keepOrNull(event.clientHost),
    helo: keepOrNull(event.helo),
    messageId: keepOrNull(event.messageId),
    tls: keepOrNull(event.tls),
  };
}

function keepOrNull(text: string | null): string | null {
  return text === null ? null : keep(text);
}
