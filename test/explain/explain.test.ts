import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import { REPLY_CODES } from '../../src/knowledge/codes/reply-codes.ts';
import { ENHANCED_CODES } from '../../src/explain/enhanced-code.ts';
import { REASONS } from '../../src/model/reason.ts';

const one = async (word: string, language: 'en' | 'pt-BR' = 'en') => {
  const { entries, problems } = await explain([word], language);
  expect(problems).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0]!;
};

describe('a reply code', () => {
  it('452 is transient, said from MAIL FROM to the end of DATA, retried, and not always a disk', async () => {
    const entry = await one('452');
    expect(entry).toMatchObject({ kind: 'reply-code', known: true, reason: 'storage-system-full' });
    expect(entry.class).toMatch(/^4xx, transient negative/);
    expect(entry.stage).toBe('MAIL FROM, RCPT TO, end of DATA');
    expect(entry.retry).toMatch(/^yes/);
    expect(entry.description).toMatch(/4\.5\.3.*4\.2\.2/);
    expect(entry.confused_with.map(({ code }) => code)).toContain('552');
    expect(entry.sources).toEqual(['RFC 5321, sections 4.2.3, 4.5.3.1.10']);
  });

  it('334 is a step of a login, by RFC 4954, and no failure', async () => {
    const entry = await one('334', 'pt-BR');
    expect(entry).toMatchObject({ stage: 'AUTH', reason: 'auth-challenge' });
    expect(entry.sources).toEqual(['RFC 4954, seção 4']);
    expect(entry.description).toMatch(/Não é erro/);
  });

  it.each(['en', 'pt-BR'] as const)('every one of them in %s', async (language) => {
    for (const { code } of REPLY_CODES) {
      const entry = await one(String(code), language);
      expect(entry.fix).not.toBeNull();
      expect(entry.confused_with.every(({ name }) => name !== '')).toBe(true);
    }
  });
});

describe('an enhanced code', () => {
  it('4.2.2 waits, 5.2.2 does not, both are a full mailbox', async () => {
    const transient = await one('4.2.2');
    const permanent = await one('5.2.2');
    expect(transient).toMatchObject({ name: 'Mailbox full', reason: 'storage-mailbox-full' });
    expect(transient.retry).toMatch(/^yes/);
    expect(permanent.retry).toMatch(/^no/);
    expect(permanent.reason).toBe('storage-mailbox-full');
    expect(transient.sources).toEqual(['RFC 3463, section 3.3']);
  });

  it('x.2.2 stands for both; what a provider made up is named as such', async () => {
    expect(await one('X.2.2')).toMatchObject({ code: 'x.2.2', reason: 'storage-mailbox-full' });
    const tenant = await one('5.7.139');
    expect(tenant.status).toMatch(/not in the IANA registry/);
    expect(tenant.sources).toEqual(['Exchange Online']);
    // In a range, and where a code of its own lies inside of one.
    expect((await one('5.7.620')).name).toMatch(/Banned sending IP/);
    expect((await one('4.7.650')).name).toMatch(/rate limited due to IP reputation/);
  });

  it.each(['2', '4', '5', 'x'])('every one of them in class %s', async (digit) => {
    for (const { code } of ENHANCED_CODES) {
      const entry = await one(digit + code.slice(1), 'pt-BR');
      expect(entry.name).not.toBe('');
      expect(entry.confused_with.every(({ name }) => name !== '')).toBe(true);
    }
  });
});

describe('patterns', () => {
  it('4xx, 4 and 4** list the codes of the class; 45x those of one kind', async () => {
    const entry = await one('4xx');
    expect(entry.members.map(({ code }) => code)).toEqual(expect.arrayContaining(['421', '450', '452']));
    expect(entry.members.every(({ code }) => code.startsWith('4'))).toBe(true);
    expect((await one('4')).code).toBe('4xx');
    expect((await one('4**')).members).toEqual(entry.members);
    expect((await one('45x')).members.every(({ code }) => code.startsWith('45'))).toBe(true);
  });

  it('5.7.* is security and policy, registered and not', async () => {
    const entry = await one('5.7.*');
    const codes = entry.members.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['5.7.1', '5.7.8', '5.7.139', '5.7.40']));
    expect(codes.every((code) => code.startsWith('5.7.'))).toBe(true);
    expect(entry.name).toMatch(/security or policy/);
  });
});

describe('a reason', () => {
  it.each(['en', 'pt-BR'] as const)('every one of them in %s', async (language) => {
    for (const reason of REASONS) {
      const entry = await one(reason, language);
      expect(entry).toMatchObject({ kind: 'reason', reason });
      expect(entry.fix).not.toBeNull();
    }
  });

  it('storage-mailbox-full is of the recipient and is confused with the disk', async () => {
    const entry = await one('storage-mailbox-full', 'pt-BR');
    expect(entry.who_acts).toBe('o destinatário');
    expect(entry.confused_with.map(({ code }) => code)).toContain('storage-system-full');
    expect(entry.members.map(({ code }) => code)).toEqual(expect.arrayContaining(['552', 'x.2.2']));
  });
});

describe('what cannot be explained', () => {
  it('499: nobody defined it, and its class is explained', async () => {
    const { entries, problems } = await explain(['499'], 'en');
    expect(problems[0]?.message).toMatch(/^499: no reply code by RFC 5321/);
    expect(entries[0]).toMatchObject({ code: '499', known: false });
    expect(entries[0]?.class).toMatch(/^4xx, transient negative/);
  });

  it('5.9.9 has a class, 3.2.2 and 799 have none', async () => {
    const { entries, problems } = await explain(['5.9.9', '3.2.2', '799'], 'en');
    expect(problems.map(({ query }) => query)).toEqual(['5.9.9', '3.2.2', '799']);
    expect(entries).toMatchObject([{ code: '5.9.9', known: false }]);
  });

  it.each([
    ['storage-mailbx-full', /storage-mailbox-full/],
    ['greylistd', /greylisted/],
    ['4.2.22', /4\.2\.2\?/],
  ])('%s: did you mean', async (word, hint) => {
    const { problems } = await explain([word], 'en');
    expect(problems[0]?.hint).toMatch(hint);
  });

  it('says it in Portuguese too', async () => {
    const { problems } = await explain(['499', 'caixa'], 'pt-BR');
    expect(problems[0]?.message).toMatch(/não é código de resposta da RFC 5321/);
    expect(problems[1]?.message).toMatch(/não é código nem motivo/);
  });
});

it.each(['334,452', '334 452', '334, 452'])('%s is two codes', async (list) => {
  const { entries } = await explain([list], 'en');
  expect(entries.map(({ code }) => code)).toEqual(['334', '452']);
});

it('asks the same only once, in the order given', async () => {
  const { entries } = await explain(['452', '4.2.2', '452', '#4.2.2'], 'en');
  expect(entries.map(({ code }) => code)).toEqual(['452', '4.2.2']);
});
