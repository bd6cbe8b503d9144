// The dashboard's second thread: reads, parses, counts, and answers each question with the counts of that moment.
import { parentPort, workerData } from 'node:worker_threads';
import { MailtopError } from '../model/errors.ts';
import type { Source } from '../model/source.ts';
import { Analysis } from '../pipeline.ts';
import { openSources } from '../sources/index.ts';
import type { FeedState, FileProgress, Problem } from './feed.ts';
import type { FeedInput } from './worker-feed.ts';

const { paths, run } = workerData as FeedInput;
const analysis = new Analysis(run);
const files = new Map<Source, FileProgress>();
const problems: Problem[] = [];
let done = false;

parentPort?.on('message', () => parentPort?.postMessage(currentState(), []));

const opened = await openSources(paths);
problems.push(...opened.problems.map(problemOf));
analysis.expect(opened.sources);
for (const source of opened.sources) note(source, 0, 'waiting');
for (const source of opened.sources) await read(source);
analysis.end();
done = true;

async function read(source: Source): Promise<void> {
  try {
    await analysis.read(source, (bytes) => note(source, bytes, 'reading'));
    note(source, files.get(source)?.bytesRead ?? 0, 'done');
  } catch (error) {
    // What cannot be read is reported, the next input is read; any other error is ours and ends the thread.
    if (!(error instanceof MailtopError)) throw error;
    problems.push(problemOf(error));
    note(source, files.get(source)?.bytesRead ?? 0, 'failed');
  }
}

function note(source: Source, bytesRead: number, state: FileProgress['state']): void {
  files.set(source, { path: source.path, bytesRead, bytesTotal: source.size, state });
}

function problemOf({ message, hint }: MailtopError): Problem {
  return { message, hint };
}

function currentState(): FeedState {
  const snapshot = analysis.snapshot();
  let bytesRead = 0;
  let bytesTotal: number | null = 0;
  for (const file of files.values()) {
    bytesRead += file.bytesRead;
    bytesTotal = bytesTotal === null || file.bytesTotal === null ? null : bytesTotal + file.bytesTotal;
  }
  return {
    snapshot,
    progress: {
      bytesRead,
      bytesTotal,
      lines: snapshot.input.lines,
      files: [...files.values()],
      done,
      broken: false,
    },
    problems,
  };
}
