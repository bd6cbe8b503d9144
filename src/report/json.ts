import { harmless } from '../format/harmless-json.ts';
import type { ReportFormat } from './report-format.ts';

/** The snapshot as it stands: `mailtop-report/1`. Log text in it is harmless on a terminal. */
export const jsonReport: ReportFormat = {
  name: 'json',
  help: 'for programs: mailtop-report/1, one object',
  render(snapshot, { indent }) {
    return harmless(JSON.stringify(snapshot, null, indent ? 2 : undefined)) + '\n';
  },
};
