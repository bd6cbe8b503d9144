// Login processes that hand a client on to another server.
import type { MailEvent } from '../../model/event.ts';
import { isAddress, withoutPort } from './address.ts';

/** Whether the server behind took the client: then the login succeeded. Its address goes into `event`. */
export function readProxyStart(message: string, event: MailEvent): boolean {
  // 2.2: "proxy(bob@example.org): started proxying to 198.51.100.50:143"
  if (message.startsWith('proxy')) {
    const started = message.lastIndexOf(': started proxying to ');
    if (started === -1) return false;
    setRelay(event, withoutPort(message.substring(started + ': started proxying to '.length)));
    return true;
  }
  // 2.3: "Started proxying to 198.51.100.50 (0.012 secs)"; 2.4: "Started proxying to remote host (0.012 secs)"
  if (!message.startsWith('Started proxying to ')) return false;
  const start = 'Started proxying to '.length;
  const blank = message.indexOf(' ', start);
  const host = message.substring(start, blank === -1 ? message.length : blank);
  if (host !== 'remote') setRelay(event, host.startsWith('<') ? host.substring(1, host.length - 1) : host);
  return true;
}

/**
 * "proxy(bob): disconnecting 203.0.113.7 (Disconnected by client: Connection reset by peer(0s idle, in=298, out=1200))",
 * "proxy: Logging in to 198.51.100.50:110 timed out (state=0, duration=180s)".
 */
export function readProxyEnd(message: string, user: string | null, event: MailEvent): boolean {
  event.account = user;
  event.kind = message.includes('isconnect') ? 'disconnect' : 'error';
  return true;
}

function setRelay(event: MailEvent, host: string): void {
  if (isAddress(host)) event.relayIp = host;
  else if (host !== '') event.relay = host;
}
