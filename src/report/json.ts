import type { ReportFormat } from './report-format.ts';

/** The snapshot as it stands: `mailtop-report/1`. Control characters of log text are escaped by JSON itself. */
export const jsonReport: ReportFormat = {
  name: 'json',
  help: 'for programs: mailtop-report/1, one object',
  render(snapshot, { indent }) {
    return JSON.stringify(snapshot, null, indent ? 2 : undefined) + '\n';
  },
};
