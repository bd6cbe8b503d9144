import { UNKNOWN, formatCount } from '../../format/number.ts';
import { instantOf } from '../draw/wall-clock.ts';
import { span } from '../draw/line.ts';
import { wrap } from '../draw/wrap.ts';
import type { Line, Span } from '../draw/line.ts';
import type { Look } from '../draw/scene.ts';
import type { Finding } from '../../model/snapshot.ts';

/** The whole of a finding: what was seen, and the steps to take. */
export function findingText(finding: Finding, width: number, look: Look): Line[] {
  const { words, glyphs } = look;
  const label = Math.max(
    ...[words.findings.evidence, words.findings.when, words.findings.count].map((text) => text.length),
  );
  const fact = (name: string, text: string): Line[] => {
    const lines = wrap(look.clean(text), Math.max(10, width - label - 4));
    return lines.map((line, index) => [
      span(` ${(index === 0 ? name : '').padEnd(label)}  `, 'quiet'),
      span(line),
    ]);
  };
  const paragraph = (text: string, lead: string, role: Span['role'] = 'plain'): Line[] =>
    wrap(look.clean(text), Math.max(10, width - lead.length - 1)).map((line, index) => [
      span(index === 0 ? lead : ' '.repeat(lead.length)),
      span(line, role),
    ]);

  const lines: Line[] = [
    [
      span(` ${glyphs.sign[finding.severity]} ${words.severities[finding.severity]}`, finding.severity),
      span(`  ${look.clean(finding.id)}`, 'quiet'),
    ],
    ...paragraph(finding.title, ' ', 'strong'),
    [],
    ...(finding.evidence === '' ? [] : fact(words.findings.evidence, finding.evidence)),
    ...fact(words.findings.when, timeSpan(finding, look)),
    ...fact(words.findings.count, formatCount(finding.count)),
    [],
    [
      span(` ${words.findings.do} `, 'strong'),
      span(`(${words.findings.owner}: ${look.clean(finding.hint.owner)})`, 'quiet'),
    ],
    ...paragraph(finding.hint.summary, ' '),
    [],
  ];
  for (const [index, step] of finding.hint.steps.entries()) {
    lines.push(...paragraph(step, ` ${`${index + 1}.`.padStart(3)} `));
  }
  if (finding.query !== '') {
    lines.push([], [span(` ${words.findings.see}`, 'strong')], ...paragraph(finding.query, '   '));
  }
  return lines;
}

function timeSpan(finding: Finding, { clock, words }: Look): string {
  const [from, to] = [finding.from, finding.to].map((text) => {
    const time = instantOf(text);
    return time === null ? UNKNOWN : clock.long(time);
  });
  return from === to ? (from ?? UNKNOWN) : words.findings.span(from ?? UNKNOWN, to ?? UNKNOWN);
}
