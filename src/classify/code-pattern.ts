/** Whether a reply code fits `452` or `4xx`. */
export function fitsReply(pattern: string, code: number): boolean {
  return fits(pattern, String(code));
}

/** Whether an enhanced code fits `4.3.1`, `x.2.2` or `5.7.606-649` (a range of the last number). */
export function fitsEnhanced(pattern: string, code: string): boolean {
  const [class_, subject, detail] = pattern.split('.');
  const [codeClass, codeSubject, codeDetail] = code.split('.');
  return part(class_, codeClass) && part(subject, codeSubject) && part(detail, codeDetail);
}

function fits(pattern: string, code: string): boolean {
  if (pattern.length !== code.length) return false;
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern.charAt(i);
    if (sign !== 'x' && sign !== code.charAt(i)) return false;
  }
  return true;
}

function part(pattern: string | undefined, value: string | undefined): boolean {
  if (pattern === 'x' || pattern === value) return true;
  const dash = pattern?.indexOf('-') ?? -1;
  if (pattern === undefined || dash === -1) return false;
  return Number(value) >= Number(pattern.slice(0, dash)) && Number(value) <= Number(pattern.slice(dash + 1));
}
