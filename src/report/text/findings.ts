import { formatPlural } from '../../format/number.ts';
import type { Finding, FindingSeverity } from '../../model/snapshot.ts';
import type { Page, Section } from './page.ts';

const MOST_NOTICES = 10;

/** What happened and what to do, most urgent first. Notices are one line. */
export const findings: Section = (page, snapshot) => {
  page.title('FINDINGS');
  if (snapshot.findings.length === 0) {
    page.wrap(' ', 'Nothing to do. Checked: storage, logins, reputation, delivery, TLS, errors, input.');
    return;
  }
  let notices = 0;
  for (const finding of snapshot.findings) {
    if (finding.severity === 'notice' && ++notices > MOST_NOTICES) continue;
    write(page, finding);
  }
  if (notices > MOST_NOTICES) page.line(`   and ${formatPlural(notices - MOST_NOTICES, 'more notice')}`);
};

function write(page: Page, finding: Finding): void {
  const sign = (page.utf8 ? SIGNS : ASCII_SIGNS)[finding.severity];
  page.wrap(` ${sign} ${finding.severity.padEnd(8)}  ${finding.area.padEnd(10)}  `, finding.title);
  if (finding.severity === 'notice') return;
  const when = whenOf(page, finding);
  const facts = [when, finding.evidence].filter((part) => part !== '').join('; ');
  if (facts !== '') page.wrap('             seen:       ', facts);
  const [first] = finding.hint.steps;
  if (first !== undefined) page.wrap('             do:         ', first);
}

function whenOf(page: Page, { from, to }: Finding): string {
  if (from === null || to === null) return '';
  const [first, last] = [page.time(from), page.time(to)];
  return first === last ? first : `${first} to ${last}`;
}

const SIGNS: Readonly<Record<FindingSeverity, string>> = { critical: '▲', warning: '●', notice: '○' };
const ASCII_SIGNS: Readonly<Record<FindingSeverity, string>> = { critical: '!', warning: '*', notice: 'o' };
