// The formats of a report. To add one: a file here, a line in FORMATS.
import { jsonReport } from './json.ts';
import type { ReportFormat } from './report-format.ts';
import { textReport } from './text.ts';

export { DEFAULT_COLUMNS, type RenderOptions, type ReportFormat } from './report-format.ts';

export const FORMATS: readonly ReportFormat[] = [textReport, jsonReport];
