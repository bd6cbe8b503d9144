// A log as logrotate leaves it: the text in equal parts, oldest in the highest number.
import { gzipSync } from 'node:zlib';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Writes `name`, `name.1` (plain: delaycompress) and `name.2.gz` up to `name.N.gz`; returns the paths, oldest first. */
export function writeRotatedLog(
  folder: TemporaryFolder,
  name: string,
  lines: readonly string[],
  files: number,
): string[] {
  const perFile = Math.ceil(lines.length / files);
  const paths: string[] = [];
  for (let age = files - 1; age >= 0; age--) {
    const begin = (files - 1 - age) * perFile;
    const text = lines.slice(begin, begin + perFile).join('\n') + '\n';
    if (age === 0) paths.push(folder.write(name, text));
    else if (age === 1) paths.push(folder.write(`${name}.1`, text));
    else paths.push(folder.write(`${name}.${age}.gz`, gzipSync(text)));
  }
  return paths;
}
