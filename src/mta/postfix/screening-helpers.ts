// dnsblog and tlsproxy: they look up block lists and do TLS for postscreen (tlsproxy also for smtp).
import type { LineParser } from './line-parser.ts';
import { readScreenedClient } from './peer.ts';

export const readDnsblog: LineParser = (event, text, start) => {
  // "warning: dnsblog_query: lookup error for DNS query 100.100.51.198.zen.dnsbl.example.net: Host or domain name not found …"
  if (start > 0) {
    if (!text.startsWith('dnsblog_query: ', start)) return false;
    event.kind = 'dns';
    return true;
  }
  // "addr 198.51.100.100 listed by domain zen.dnsbl.example.net as 127.0.0.4"
  const listed = text.indexOf(' listed by domain ');
  if (!text.startsWith('addr ') || listed === -1) return false;
  event.kind = 'dns';
  event.direction = 'inbound';
  event.clientIp = text.substring('addr '.length, listed);
  return true;
};

export const readTlsproxy: LineParser = (event, text, start) => {
  for (const phrase of PHRASES) {
    if (!text.startsWith(phrase, start)) continue;
    if (readScreenedClient(event, text, start + phrase.length) === -1) return false;
    event.kind = 'tls';
    event.direction = 'inbound';
    return true;
  }
  return false;
};

// "CONNECT from [198.51.100.101]:35201", "DISCONNECT [198.51.100.101]:35201"
const PHRASES = ['CONNECT from ', 'CONNECT to ', 'DISCONNECT '];
