// How eximstats reads one refused line: for now or for good, and from which address.

/** For good is what no rule calls temporary. */
export function isTemporary(rest: string): boolean {
  if (rest.includes('SpamAssassin')) return false;
  // H=(x) [192.0.2.1] F=<a@example.net> temporarily rejected RCPT <b@example.org>: greylisted
  if (COMMAND.test(rest) || rest.includes('temporarily refused connection')) return true;
  // H=[192.0.2.1] temporarily rejected connection in "connect" ACL: too fast
  if (!CONNECTION.test(rest)) return false;
  return !PERMANENT.some((words) => words.test(rest));
}

/** `[192.0.2.1]`, or `local` where it finds none. */
export function rejectedAddress(rest: string): string {
  return (
    HOST.exec(rest)?.[1] ??
    CONNECTION_FROM.exec(rest)?.[1] ??
    CALL_FROM.exec(rest)?.[1] ??
    GREETING.exec(rest)?.[1] ??
    'local'
  );
}

const COMMAND = /temporarily rejected [A-Z]* .*?: /;
const CONNECTION = /temporarily rejected connection in .*ACL/;

/** Asked before the connection's own rule, so that these words in an ACL's message make it permanent. */
const PERMANENT: readonly RegExp[] = [
  /listed at [^ ]|Forged IP detected in HELO|Invalid domain or IP given in HELO\/EHLO/,
  /unqualified recipient rejected|sender rejected|VRFY rejected|rejected by local_scan|rejected DATA: /,
  /too many recipients|message too big|refused relay.* to|SMTP protocol .*(?:error|violation)/,
  /lookup of host \S+ failed|[Cc]onnection from.* refused|: Connection refused/,
];

const HOST = /\bH=(?:|.*? )(\[[^\]]+\])/;
const CONNECTION_FROM = /Connection from (\[\S+\])/;
const CALL_FROM = /SMTP call from .*?(\[\S+\])/;
const GREETING = /^rejected [HE][HE]LO from .*?(\[.+?\]):/;
