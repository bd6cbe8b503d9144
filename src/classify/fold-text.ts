/** Accents, typographic signs and capitals away; other scripts stay, decomposed. */
export function foldToAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i');
}

const MARKS = /\p{M}+/gu;
const QUOTES = /[‘’‚‛′`´]/g;
const DOUBLE_QUOTES = /[“”„«»]/g;
const DASHES = /[‐-―]/g;
