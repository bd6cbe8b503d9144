import { UNKNOWN } from './number.ts';

/** At most two units: `51 ms`, `0.5 s`, `42 min`, `9 h`, `9 h 05 min`, `2 d 04 h`. */
export function formatDuration(seconds: number | null): string {
  if (seconds === null || !(seconds >= 0) || !Number.isFinite(seconds)) return UNKNOWN;
  if (seconds < 0.0005) return '0 s';
  if (seconds < 0.0995) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 0.95) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return twoUnits(hours, 'h', minutes % 60, 'min');
  const wholeHours = Math.round(minutes / 60);
  return twoUnits(Math.floor(wholeHours / 24), 'd', wholeHours % 24, 'h');
}

function twoUnits(first: number, firstUnit: string, second: number, secondUnit: string): string {
  const rest = second === 0 ? '' : ` ${String(second).padStart(2, '0')} ${secondUnit}`;
  return `${first} ${firstUnit}${rest}`;
}
