// What containers put in front of a line: terminal colours, "mailserver-1  | ", "[pod/mail-0/postfix] ".

const ESCAPE = 27;
const OPEN_BRACKET = 91;

/** Where the wrapped line begins, or 0 when there is no wrapper. `text` has no colours left in it. */
export function wrapperEnd(text: string): number {
  if (text.charCodeAt(0) === OPEN_BRACKET) {
    // kubectl logs --prefix: "[pod/mail-0/postfix] Nov 23 …"
    const match = /^\[pod\/[^\] ]+\] /.exec(text);
    return match === null ? 0 : match[0].length;
  }
  // docker compose logs: "mailserver-1  | Nov 23 …"
  const match = /^[A-Za-z0-9][\w.-]{0,80} {1,40}\| ?/.exec(text);
  return match === null ? 0 : match[0].length;
}

/** The text without SGR sequences at its start, which compose and grep put around a prefix. */
export function stripColours(text: string): string {
  if (text.charCodeAt(0) !== ESCAPE) return text;
  const end = text.lastIndexOf('\x1b', LAST_COLOUR);
  const close = text.indexOf('m', end);
  if (close === -1) return text;
  // Only what precedes the line itself: colours further right belong to the text and stay visible.
  return text.slice(0, close + 1).replace(SGR, '') + text.slice(close + 1);
}

const LAST_COLOUR = 120;
const SGR = new RegExp(String.raw`${String.fromCharCode(ESCAPE)}\[[0-9;]{0,20}m`, 'g');
