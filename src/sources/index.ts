// Where bytes come from.
export { defaultLogs } from './default-logs.ts';
export { openSources, type OpenedSources } from './open-sources.ts';
export { stdinIsPiped } from './pipe-source.ts';
export { Progress } from './progress.ts';
