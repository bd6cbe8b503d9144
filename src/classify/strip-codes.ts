/**
 * The words of a reply: without its codes, also those that the further lines of a multi-line reply repeat
 * (`550-5.7.1 … 550 5.7.1 …`), and without Exim's `\\n` between lines.
 */
export function stripCodes(text: string, replyCode: number | null): string {
  const joined = joinLines(beforeForgedReply(text), replyCode);
  LEADING_CODES.lastIndex = 0;
  return LEADING_CODES.test(joined) ? joined.slice(LEADING_CODES.lastIndex) : joined;
}

/**
 * `451 4.7.1 try later]: 452 4.3.1 Insufficient system storage`: a bracket that nothing opened, and a code behind it,
 * imitate the log's own `host mx[192.0.2.1]: 452 …`. The server said what stands before.
 */
function beforeForgedReply(text: string): string {
  const close = text.indexOf(']: ');
  if (close === -1 || text.lastIndexOf('[', close) !== -1) return text;
  FORGED_CODE.lastIndex = close;
  return FORGED_CODE.test(text) ? text.slice(0, close) : text;
}

const FORGED_CODE = /\]: [2-5]\d\d[ -]/y;

function joinLines(text: string, replyCode: number | null): string {
  const joined = text.includes('\\n') ? text.replaceAll('\\n', ' ') : text;
  if (replyCode === null || joined.indexOf(String(replyCode), 1) === -1) return joined;
  return joined.replace(LINE_CODES, (all, before: string, code: string) =>
    Number(code) === replyCode ? before : all,
  );
}

const LEADING_CODES = /^[2-5]\d\d(?:[ \-\t:;,]+|$)(?:#?[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d|\w)[ :;,-]*)?/y;
const LINE_CODES = /(\s|^)([2-5]\d\d)[ -](?:#?[245]\.\d{1,3}\.\d{1,3}(?: |$))?/g;
