import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';

describe('334 and 452', () => {
  it('differ in kind, stage, who speaks next, delay and who mends it', async () => {
    const { differences, which } = await explain(['334', '452'], 'en');
    const points = differences.map(({ text }) => text);
    expect(points[0]).toMatch(/334 is a 3xx step.*452 is a 4xx refusal/);
    expect(points[1]).toMatch(/334 belongs to AUTH.*452 belongs to MAIL FROM, RCPT TO or the end of DATA/);
    expect(points.join(' ')).toMatch(/334 never delays or loses mail; 452 delays it/);
    expect(points.join(' ')).toMatch(/4\.3\.1.*administrator.*4\.2\.2.*recipient.*4\.5\.3/);
    expect(which).toHaveLength(1);
    expect(which[0]?.text).toMatch(/334 advice only inside an AUTH exchange/);
  });

  it('in Portuguese, and in the other order', async () => {
    const { differences, which } = await explain(['452', '334'], 'pt-BR');
    expect(differences[0]?.text).toMatch(/334 é um passo 3xx.*452 é uma recusa 4xx/);
    expect(which[0]?.text).toMatch(/orientação do 334 só dentro de uma troca AUTH/);
  });
});

describe('codes that nobody compared by hand', () => {
  it('differ in the facts that differ, and in those only', async () => {
    const { differences, which } = await explain(['421', '554'], 'en');
    const titles = differences.map(({ text }) => text);
    expect(titles).toContain('Class');
    expect(titles).toContain('Does retry help');
    expect(titles).not.toContain('Said by');
    const retry = differences.find(({ text }) => text === 'Does retry help');
    expect(retry?.by_code).toMatchObject([
      { code: '421', text: expect.stringMatching(/^yes/) },
      { code: '554', text: expect.stringMatching(/^no/) },
    ]);
    expect(which.map(({ code }) => code)).toEqual(['421', '554']);
  });

  it('mix: reply code, enhanced code, reason, text', async () => {
    const { entries, differences, which } = await explain(
      ['450', '4.7.1', 'greylisted', '550 5.1.1 User unknown'],
      'pt-BR',
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['reply-code', 'enhanced-code', 'reason', 'text']);
    expect(differences.length).toBeGreaterThan(2);
    expect(which).toHaveLength(4);
  });

  it('some of those compared by hand keep what was written about them', async () => {
    const { differences } = await explain(['535', '534'], 'en');
    expect(differences[0]?.text).toMatch(/535: the secret is wrong; 534: the method is wrong/);
    expect(differences.some(({ by_code }) => by_code.length === 2)).toBe(true);
  });
});

it('one code has no differences', async () => {
  const { differences, which } = await explain(['452'], 'en');
  expect([differences, which]).toEqual([[], []]);
});
