/**
 * Slips that are easily overlooked are named: a letter that looks Latin, a day that its month lacks, a fact that another command enters.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { languages } from '../../clauses/desk.ts';
import { parseAgreement } from '../../agreements/load.ts';
import { withSlipsOf } from '../../cli/failures.ts';
import { unknownEntry } from '../../client/facts.ts';
import { refuse } from '../../machines/refusal.ts';
import { slipsIn } from '../../wording/faults/slips.ts';
import { wordings } from '../../wording/index.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';
import { keepIn } from '../support/register-of.ts';
import { wordsIn } from '../../cli/words.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const agreement = testAgreement('kept');
beforeAll(() => keepIn(home, [{ content: agreement, facts: inForceFrom('2021-03-10') }]));
afterAll(() => folder.remove());

const refused = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await inProcess(args, { env: { SERVANDA_HOME: home } });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
};
const letterK = 'it has the Cyrillic letter К (U+041A): write Latin K';

describe('a letter that looks like a Latin one', () => {
  it.each([
    ['a Party of a fact', ['record', 'kept', 'termination.notified', '--by', 'КZ', '--received', '2021-05-01', '--yes'], letterK],
    ['a Party of a simulation', ['simulate', 'kept', '--by=КZ', '--received', '2027-01-01'], letterK],
    ['a Party of a notice', ['notice', 'enter', 'kept', '--kind', 'termination', '--by', 'КZ', '--received', '2021-05-01'], letterK],
    ['a Party that decides', ['decide', 'kept', '--renew', '--for', 'КZ', '--by', 'x', '--authority', 'y'], letterK],
    ['a length', ['deadlines', '--within', 'P6М'], 'the Cyrillic letter М (U+041C): write Latin M'],
    ['an id in the register', ['agreement', 'show', 'kеpt'], 'the Cyrillic letter е (U+0435): write Latin e'],
    ['the id of an entry', ['strike', 'kept', 'ѕ1', '--reason', 'x', '--yes'], 'the Cyrillic letter ѕ (U+0455): write Latin s'],
    ['a file', ['timeline', 'kz-аz-2004-government-communications'], 'the Cyrillic letter а (U+0430): write Latin a'],
    ['a day', ['timeline', 'kept', '--as-of', '2026-11-3О'], 'the Cyrillic letter О (U+041E): write the digit 0'],
    ['a command', ['tіmeline', 'kept'], 'the Cyrillic letter і (U+0456): write Latin i'],
  ])('in %s is named', async (_, args, said) => {
    expect(await refused(...args)).toContain(said);
  });

  it('in an argument is named, whether or not the message names that argument', async () => {
    const said = withSlipsOf(
      ['protocol', 'propose', 'kept', 'р1', '--by', 'КZ'],
      'protocol: must be 1 to 40 letters.',
      await wordsIn('en'),
    );
    expect(said).toMatch(/\nр1: it has the Cyrillic letter р \(U\+0440\): write Latin p\.$/);
  });

  it('in a Party is no obstacle to the id derived from it', async () => {
    expect(await refused('record', 'kept', 'termination.notified', '--by', 'КZ', '--received', '2021-05-01', '--yes')).not.toContain(
      '--id',
    );
  });

  it('in an agreement’s file is named, wherever it stands', async () => {
    const { clauses } = agreement;
    const written = { ...agreement, clauses: { ...clauses, duration: { ...clauses.duration, noticeBefore: 'P6М' } }, facts: [] };
    expect(await refused('timeline', folder.file('length.yaml', stringify(written)))).toContain('write Latin M');
    const parties = agreement.parties.map(p => ({ ...p, id: p.id.replace('KZ', 'КZ') }));
    expect(() => parseAgreement(stringify({ ...agreement, parties, facts: [] }), 'x.yaml')).toThrow(letterK);
  });

  it('is also named when the service refuses', () => {
    const refusal = refuse('unknownParty', { what: 'termination.notified', party: 'КZ', parties: ['KZ', 'AZ'] });
    expect(refusalSentence(refusal, wordings.en)).toContain(`КZ: ${letterK}.`);
  });

  it.each([
    ['КА', ['К (U+041A) and А (U+0410)']],
    ['ΑΖ', ['Greek letters Α (U+0391) and Ζ (U+0396)']],
    ['IІ', ['І (U+0406): write Latin I']],
    ['2026-11-З0', ['the Cyrillic letter З (U+0417): write the digit 3']],
    ['2004-0З-О1', ['letters З (U+0417) and О (U+041E): write the digits 3 and 0']],
    ['2026-11-3O', ['the Latin letter O (U+004F): write the digit 0']],
    ['р1', ['р (U+0440): write Latin p']],
  ])('in %s is reported: %j', (written, said) => {
    const found = slipsIn(written, wordings.en);
    expect(found).toHaveLength(said.length);
    for (const [i, part] of said.entries()) expect(found[i]).toContain(part);
  });

  it.each(['KZ', 'Комитет', 'Үкімет', 'статья 13', 'Hökumət', 'P6M', 'КЗ-АЗ', 'сон', 'г.', '16 августа 1985 г.', '1985г.', 'А-7З/1'])(
    'is not suspected in %s',
    written => {
      expect(slipsIn(written, wordings.en)).toEqual([]);
    },
  );
});

describe('a day that does not exist', () => {
  it.each([
    ['2004-02-30', 'February 2004 has 29 days'],
    ['2005-02-29', 'February 2005 has 28 days'],
    ['1900-02-29', 'February 1900 has 28 days'],
    ['2026-11-31', 'November 2026 has 30 days'],
    ['30.02.2004', 'February 2004 has 29 days'],
    ['2004-13-01', 'there is no month 13'],
  ])('as %s is explained: %s', (day, said) => {
    expect(slipsIn(day, wordings.en)).toEqual([said]);
  });

  it.each([
    ['30.11.2026', 'write 2026-11-30.'],
    ['03.04.2026', 'write 2026-04-03.'],
    ['30/11/2026', 'write 2026-11-30.'],
    ['11/30/2026', 'write 2026-11-30.'],
    ['03/04/2026', 'can be read in two ways: write 2026-04-03 or 2026-03-04.'],
  ])('%s, in another order, is read as in a table: %s', async (day, said) => {
    expect(await refused('timeline', 'jp-kr-2016-military-information', '--as-of', day)).toContain(`--as-of ${day}: ${said}`);
  });

  it('is explained in a flag, in a file and in a table', async () => {
    expect(await refused('timeline', 'kept', '--as-of', '2004-02-30')).toContain('February 2004 has 29 days');
    const facts = folder.file('facts.yaml', '- { id: s, type: signed, on: 2004-02-30 }\n');
    expect(await refused('timeline', 'jp-kr-2016-military-information', '--facts', facts)).toContain('February 2004 has 29 days');
    const table = folder.file('table.csv', 'number,title,parties,signed\nA/1,First,KZ; AZ,2004-02-30\n');
    const { stdout } = await inProcess(['agreement', 'import', table, '--dry-run'], { env: { SERVANDA_HOME: home } });
    expect(stdout).toContain('February 2004 has 29 days');
  });

  it('is explained only if it does not exist', () => {
    expect(slipsIn('2004-02-29', wordings.en)).toEqual([]);
  });
});

it.each(languages)('both mistakes are named in %s', language => {
  const w = wordings[language];
  expect(slipsIn('КZ', w)[0]).toContain('К (U+041A)');
  expect(slipsIn('2004-02-30', w)[0]).toContain('29');
  expect(slipsIn('2004-13-30', w)[0]).toContain('13');
});

describe('a fact that another command enters', () => {
  it.each([
    ['note.received', 'notice enter <agreement> --kind free'],
    ['consultations.requested', 'notice enter <agreement> --kind consultations'],
    ['communications.requested', 'notice enter <agreement> --kind communications'],
    ['organisation.notified', 'notice enter <agreement> --kind organisation'],
    ['error.notified', 'notice enter <agreement> --kind correction'],
    ['decision.made', 'decide <agreement>'],
    ['reminder.acknowledged', 'acknowledge <agreement>'],
    ['document.attached', 'document attach <agreement> <file>'],
    ['corrected', 'correct <agreement> <entry>'],
    ['struck', 'strike <agreement> <entry>'],
    ['described', 'agreement revise <file> --reason TEXT'],
  ])('%s leads to that command: %s', async (type, command) => {
    for (const asked of ['record', 'simulate'])
      expect(await refused(asked, 'kept', type, '--by', 'AZ', '--received', '2021-05-01')).toContain(`npx servanda ${command}`);
  });

  it('leads to it also with the flags of that command, which this one lacks', async () => {
    const said = await refused('record', 'kept', 'note.received', '--subject', 'x', '--by', 'KZ');
    expect(said).toBe('note.received is entered with another command: npx servanda notice enter <agreement> --kind free\n');
  });

  it.each([
    ['notice.received', 'Did you mean note.received? note.received is entered with another command: npx servanda notice enter'],
    ['termination.notifed', 'Did you mean termination.notified? Types: signed, '],
  ])('whose type is unknown, %s, is refused: %s', async (type, said) => {
    const found = await refused('record', 'kept', type, '--by', 'KZ', '--received', '2021-05-01');
    expect(found.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(found).not.toMatch(/corrected|struck|decision\.made/);
  });

  it('is not suspected in a condition, which is recorded by its name', async () => {
    const { stderr } = await inProcess(['simulate', 'kept', 'condition.met', '--condition', 'none-such', '--on', '2027-01-01'], {
      env: { SERVANDA_HOME: home },
    });
    expect(stderr).not.toMatch(/no flag|is entered with/);
  });
});

it('an unknown entry is answered with the nearest one and the first ten, not with the whole ledger', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `note-${n + 1}`);
  const { message } = unknownEntry(wordings.en, 'kept', 'note-99', ids);
  expect(message).toContain('note-9, note-10, ….');
  expect(message).not.toMatch(/note-1[12]/);
  expect(unknownEntry(wordings.en, 'kept', 'x', ids.slice(0, 10)).message).not.toContain('…');
});
