// JSON escapes the controls of ASCII. What else moves a terminal or turns text around it leaves as it is.

/** The same JSON, with DEL, C1 controls, line separators, bidi marks and other invisible characters as `\uXXXX`. */
export function harmless(json: string): string {
  return NOT_PLAIN.test(json) ? json.replace(RISKY, escape) : json;
}

const NOT_PLAIN = /[^\n -~]/;
const RISKY = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Beyond U+FFFF JSON has two escapes. */
function escape(character: string): string {
  let escaped = '';
  for (let at = 0; at < character.length; at++) {
    escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}
