// DKIM and DMARC milters: opendkim, opendmarc, openarc.
import type { MailEvent } from '../../model/event.ts';
import { leadingQueueId } from './queue-id.ts';

/** "4jYDch3CGkz9s24: DKIM-Signature field added (s=mail, d=example.org)", "4jYDch3CGkz9s24: example.com fail" */
export function readMilterResult(event: MailEvent, text: string): boolean {
  event.queueId = leadingQueueId(text);
  if (event.queueId === null) return false;
  // "4jYDch3CGkz9s24: mail.example.com [192.0.2.30] not internal"
  if (text.endsWith('] not internal')) {
    const open = text.lastIndexOf(' [');
    if (open === -1) return true;
    event.clientHost = text.substring(event.queueId.length + 2, open);
    event.clientIp = text.substring(open + 2, text.length - '] not internal'.length);
  }
  return true;
}
