// Addresses of machines as Dovecot prints them: IPv6 without brackets, ports behind a colon.

/** `203.0.113.9`, `2001:db8::1`, `fe80::1%eth0`; not a host name. */
export function isAddress(text: string): boolean {
  let colons = 0;
  let dots = 0;
  if (text.length < 2 || text.length > 60) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) colons++;
    else if (code === DOT) dots++;
    else if (code === PERCENT) return colons >= 2;
    else if (!isHex(code)) return false;
  }
  return colons >= 2 || (dots === 3 && colons === 0);
}

/** `198.51.100.40:24` or `[2001:db8::1]:24` without the port; without brackets either. */
export function withoutPort(text: string): string {
  const colon = text.lastIndexOf(':');
  const host = colon === -1 ? text : text.substring(0, colon);
  return host.startsWith('[') && host.endsWith(']') ? host.substring(1, host.length - 1) : host;
}

const PERCENT = 37;
const DOT = 46;
const COLON = 58;

function isHex(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}
