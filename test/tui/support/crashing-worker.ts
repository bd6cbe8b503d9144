// Answers twice, then breaks down.
import { parentPort } from 'node:worker_threads';
import { sampleSnapshot } from './sample-snapshot.ts';

let turn = 0;
parentPort?.on('message', () => {
  turn++;
  if (turn > 2) throw new Error('thrown in the worker');
  parentPort?.postMessage(
    {
      snapshot: sampleSnapshot(),
      progress: { bytesRead: turn, bytesTotal: 1000, lines: turn, files: [], done: false, broken: false },
      problems: [],
    },
    [],
  );
});
