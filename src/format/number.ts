// Counts, bytes and shares for people. Machines get plain numbers.

/** What is not known is neither 0 nor blank. */
export const UNKNOWN = '-';

/** `1,204`, and from a million on `1.23 M`. */
export function formatCount(count: number | null): string {
  if (count === null || !Number.isFinite(count)) return UNKNOWN;
  const whole = Math.round(count);
  if (Math.abs(whole) < 1e6) return grouped(whole);
  let scaled = whole / 1e6;
  let unit = 0;
  while (Math.abs(scaled) >= 999.5 && unit < LARGE.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${threeDigits(scaled)} ${LARGE[unit] ?? ''}`;
}

/** As `df -h`: powers of 1024. `43M` in tables, `43 MiB` in sentences. */
export function formatBytes(bytes: number | null, style: 'table' | 'sentence' = 'sentence'): string {
  if (bytes === null || !Number.isFinite(bytes)) return UNKNOWN;
  let scaled = bytes;
  let unit = 0;
  while (Math.abs(scaled) >= 1023.5 && unit < BYTE_UNITS.length - 1) {
    scaled /= 1024;
    unit++;
  }
  const letter = BYTE_UNITS[unit] ?? '';
  const decimals = unit > 0 && Math.abs(scaled) < 9.95 ? 1 : 0;
  const number = scaled.toFixed(decimals);
  if (style === 'table') return `${number}${letter}`;
  return unit === 0 ? `${number} bytes` : `${number} ${letter}iB`;
}

/** `8.3 %`. What is not nothing is never `0 %`, what is not all never `100 %`. */
export function formatShare(part: number, whole: number, decimals: number = 1): string {
  if (!(whole > 0)) return UNKNOWN;
  const percent = (part / whole) * 100;
  const step = 10 ** -decimals;
  if (percent <= 0) return '0 %';
  if (percent < step) return `<${step.toFixed(decimals)} %`;
  if (percent >= 100) return '100 %';
  if (percent > 100 - step) return `>${(100 - step).toFixed(decimals)} %`;
  return `${percent.toFixed(decimals)} %`;
}

/** `1 message`, `2 messages`, `2 addresses` with a plural of its own. */
export function formatPlural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** `once`, `twice`, `12 times`. */
export function formatTimes(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${formatCount(count)} times`;
}

const LARGE = ['M', 'G', 'T', 'P'];
const BYTE_UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

function threeDigits(number: number): string {
  const size = Math.abs(number);
  return number.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}
