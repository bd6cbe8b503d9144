// The report that is made to be mailed: findings first, then logins and space side by side, then the rest.
import type { ReportFormat } from './report-format.ts';
import { compare } from './text/compare.ts';
import { contrast } from './text/contrast.ts';
import { findings } from './text/findings.ts';
import { heading } from './text/heading.ts';
import { accounts, clients } from './text/logins.ts';
import { messages } from './text/messages.ts';
import { Page, type Section } from './text/page.ts';
import { peers } from './text/peers.ts';
import { places } from './text/places.ts';
import { replies } from './text/replies.ts';
import { unrecognized } from './text/unrecognized.ts';

const SECTIONS: readonly Section[] = [
  heading,
  compare,
  findings,
  contrast,
  replies,
  messages,
  clients,
  accounts,
  places,
  peers,
  unrecognized,
];

export const textReport: ReportFormat = {
  name: 'text',
  help: 'for people and mail: plain text',
  render(snapshot, options) {
    const page = new Page(options, snapshot.range.to);
    for (const section of SECTIONS) section(page, snapshot);
    return page.text();
  },
};
