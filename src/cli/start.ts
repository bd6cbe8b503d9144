// `npm start`: the dashboard on the log files that come with mailtop; with arguments, on those.
import { fileURLToPath } from 'node:url';

const DEMO = fileURLToPath(new URL('../../fixtures/demo', import.meta.url));

if (process.argv.length === 2) process.argv.push(DEMO);
await import('./main.ts');
