// What else there is of a log beside one of its files.
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { oldestFirst, rotatedName } from './rotation.ts';

/** The files of the rotated set of `path` that have something in them, oldest first. None when the folder cannot be read. */
export async function rotatedSet(path: string): Promise<string[]> {
  const { set } = rotatedName(path);
  const folder = dirname(path);
  const files: { path: string; modified: number }[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if (rotatedName(file).set !== set) continue;
    const stats = await stat(file).catch(() => null);
    if (stats?.isFile() === true && stats.size > 0) files.push({ path: file, modified: stats.mtimeMs });
  }
  return oldestFirst(files).map((file) => file.path);
}
