/** The commands that only read files: their answers, what they refuse, and how they behave in a pipe. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { wordsIn } from '../../cli/words.ts';
import { choices, type Condition, type Question } from '../../clauses/reading.ts';
import { inProcess, servanda, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const agreement = 'kz-az-2004-government-communications';
const sample = folder.file(
  'sample.yaml',
  `- { id: s,   type: signed,               on: 2004-03-01, place: Astana }
- { id: n1,  type: completion.notified,  by: KZ, dated: 2004-06-01, dispatched: 2004-06-02, received: 2004-06-10 }
- { id: n2,  type: completion.notified,  by: AZ, received: 2004-09-15 }
- { id: t1,  type: termination.notified, by: AZ, received: 2028-01-20, recorded: 2028-01-21 }
- { id: p1s, type: protocol.signed,      protocol: p1, on: 2010-02-01, changes: { periodLength: P3Y, noticeBefore: P3M } }
- { id: p1a, type: protocol.completion.notified, protocol: p1, by: KZ, received: 2010-03-01 }
`,
);
/** In force since 10 March 2021: the worked example. */
const worked = folder.file(
  'worked.yaml',
  `- { id: n1, type: completion.notified, by: KZ, received: 2021-03-01 }
- { id: n2, type: completion.notified, by: AZ, received: 2021-03-10 }
`,
);

test('a report never overwrites the table that it is about', async () => {
  const text = 'number,title,parties,signed\nA/1,First,KZ; AZ,1997-05-14\n';
  const table = folder.file('table.csv', text);
  const link = join(folder.path, 'link.csv');
  symlinkSync(table, link);
  const env = { SERVANDA_HOME: join(folder.path, 'no-home') };
  for (const report of [table, link]) {
    const said = await inProcess(['agreement', 'import', table, '--dry-run', '--report', report], { env });
    expect(said).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('is the table itself') as unknown });
  }
  expect(readFileSync(table, 'utf8')).toBe(text);
});

describe('timeline', () => {
  test('prints the answer that others rely on, and nothing else on standard output', async () => {
    const { code, stdout, stderr } = await servanda([
      'timeline',
      `agreements/${agreement}.yaml`,
      '--facts',
      sample,
      '--as-of',
      '2028-02-01',
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      agreement,
      asOf: '2028-02-01',
      knownOn: null,
      reading: 'default',
      status: 'inForce',
      certain: true,
      description: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      entryIntoForce: { date: '2004-09-15', notBefore: null, basis: 'art. 13', certain: true, alternatives: [] },
      period: {
        number: 5,
        firstDay: '2024-09-15',
        lastDay: '2029-09-14',
        settled: false,
        lastDayForNotice: {
          date: '2029-03-14',
          safe: '2029-03-14',
          alternatives: [{ date: '2029-03-15', when: [{ periodEnd: 'sameNumberedDay' }] }],
        },
      },
      notice: { id: 't1', by: 'AZ', received: '2028-01-20', inTime: 'yes' },
      termination: { cause: 'notice', lastDayInForce: '2028-07-19', firstDayOut: '2028-07-20', certain: false },
      protocols: [{ id: 'p1', status: 'signed', entryIntoForce: { date: null, notBefore: '2010-03-01' } }],
      withoutEffect: [],
    });
  });

  test('names every running notice, and says of a decision that the agreement ends in any case', async () => {
    const facts = folder.file(
      'two-notices.yaml',
      `${readFileSync(sample, 'utf8')}- { id: t2, type: termination.notified, by: KZ, received: 2028-01-25, recorded: 2028-01-25 }
- { id: d, type: decision.made, on: 2028-01-26, recorded: 2028-01-26, by: KZ, person: x, authority: y, decision: renew }
`,
    );
    const { stdout } = await inProcess(['timeline', agreement, '--facts', facts, '--as-of', '2028-02-01']);
    const page = stdout.replace(/\s+/g, ' ');
    expect(page).toContain('notices t1 and t2 are running; if all of them are revoked, a new one must be sent by 28 Feb 2029');
    expect(page).toContain('d: Nothing is left to decide: the agreement ends in any case; its last day in force is 19 Jul 2028.');
  });

  test('shows dates with the days left, the article, and other readings in words', async () => {
    const { stdout } = await inProcess(['timeline', agreement, '--facts', sample, '--as-of', '2028-02-01']);
    const page = stdout.replace(/\s+/g, ' ');
    expect(page).toContain(
      'notice t1 is running; if it is revoked, a new one must be sent by 28 Feb 2029 to arrive by the safe day, 14 Mar 2029',
    );
    expect(page).toContain('Last day for notice, if still in force art. 13');
    expect(page).toContain(
      'On another reading it stays in force after that day: if a notice in time ends the agreement only at the end of the period.',
    );
    expect(page).toContain('15 Mar 2029 if a period ends on the anniversary of its beginning');
    expect(page).toContain(
      'by notice, last day in force 19 Jul 2028 (in 169 days), out of force from 20 Jul 2028, art. 13: 6 months after receipt',
    );
    expect(page).toContain('out of force from 21 Jul 2028 if the time from the notice to the end is counted to the day after');
    expect(page).toContain('15 Sep 2004 Entry into force art. 13');
  });

  test('without --as-of answers for the day that has begun for both Parties', async () => {
    // 00:30 on 1 February in Almaty, 23:30 on 31 January in Baku.
    const { stdout } = await inProcess(['timeline', agreement, '--json'], { now: Date.UTC(2028, 0, 31, 19, 30) });
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2028-01-31' });
  });

  test('with --known-on leaves out what was recorded later', async () => {
    const { stdout } = await inProcess([
      'timeline',
      agreement,
      '--facts',
      sample,
      '--as-of',
      '2028-02-01',
      '--known-on',
      '2028-01-20',
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ knownOn: '2028-01-20', termination: null });
  });

  test('replaces the facts of the file with --facts, adds to them with --add-facts, and refuses both together', async () => {
    const replaced = await inProcess(['timeline', agreement, '--facts', worked, '--as-of', '2022-01-01', '--json']);
    expect(JSON.parse(replaced.stdout)).toMatchObject({ status: 'negotiated' });
    const added = await inProcess(['timeline', agreement, '--add-facts', worked, '--as-of', '2022-01-01', '--json']);
    expect(JSON.parse(added.stdout)).toMatchObject({ status: 'inForce' });
    const both = await inProcess(['timeline', agreement, '--facts', worked, '--add-facts', worked]);
    expect(both).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('one of the two') });
  });

  test('with --until lists what falls due up to a day, which must not be before the day asked about', async () => {
    const { stdout } = await inProcess([
      'timeline',
      agreement,
      '--add-facts',
      worked,
      '--as-of',
      '2022-01-01',
      '--until',
      '2031-12-31',
      '--json',
    ]);
    const { dates } = JSON.parse(stdout) as { dates: { date: string; what: string }[] };
    expect(dates.filter(d => d.what === 'periodEnd').map(d => d.date)).toEqual(['2026-03-09', '2031-03-09']);
    const { code, stderr } = await inProcess(['timeline', agreement, '--as-of', '2022-01-01', '--until', '2021-12-31']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--until 2021-12-31 is before 2022-01-01') });
  });

  test('deadlines --undecided names no agreement of several, and offers no decision where the safe day is past', async () => {
    const undecided = ['deadlines', '--undecided', '--within', 'P2Y', '--as-of', '2026-11-30', '--files'];
    const of = async (...ids: string[]): Promise<string> => (await inProcess([...undecided, ...ids])).stderr.replaceAll(/\s+/g, ' ');
    const [renewed, expiring, past] = ['jp-kr-2016-military-information', 'in-bd-1996-ganges-waters', 'cn-ru-2001-friendship'];
    expect(await of(renewed)).toBe(
      `A decision on ${renewed} is due and not made: without one, it is renewed. To decide: npx servanda decide ${renewed} --renew | --terminate | --negotiate --by … --authority …. `,
    );
    expect(await of(renewed, expiring)).toMatch(
      /^2 decisions are due .* renewed or expires\. .* decide <agreement> --renew \| --terminate/,
    );
    const missed = await of(past);
    expect(missed).toContain(`The safe day of ${past} is past.`);
    expect(missed).not.toMatch(/decide|--terminate/);
  });

  test('refuses a ledger that the register would refuse, and names every refusal', async () => {
    const bad = folder.file(
      'bad.yaml',
      `- { id: n1, type: completion.notified, by: KZ, dated: 2004-07-01, received: 2004-06-10 }
- { id: r1, type: termination.revoked, by: AZ, of: t1, received: 2028-03-01 }
`,
    );
    const { code, stdout, stderr } = await inProcess(['timeline', agreement, '--facts', bad]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('2 entries are refused');
    expect(stderr).toContain('n1: the day of receipt, 10 Jun 2004, is before the day of the notice, 1 Jul 2004');
    expect(stderr).toContain('r1 is of t1');
  });

  test.each([
    ['a missing agreement', ['timeline', 'kz-az-2004'], 'Did you mean kz-az-2004-government-communications?'],
    ['a missing file', ['timeline', 'nowhere/a.yaml'], 'There is no file nowhere/a.yaml.'],
    [
      'a mistake in a list of facts',
      ['timeline', agreement, '--facts', folder.file('m.yaml', '- { id: s, type: sgned, on: 2004-03-01 }')],
      'did you mean signed?',
    ],
    ['a day that does not exist', ['timeline', agreement, '--as-of', '2026-02-30'], '--as-of 2026-02-30'],
    ['a day written otherwise', ['timeline', agreement, '--as-of', '2026/3/1'], '--as-of 2026/3/1: write 2026-03-01.'],
    ['a day without its hyphens', ['timeline', agreement, '--as-of', '20260301'], 'write 2026-03-01.'],
    ['a length without its P', ['deadlines', '--files', '--within', '1Y'], '(did you mean P1Y?)'],
    ['a length in words', ['deadlines', '--files', '--within', '1 year 6 months'], '(did you mean P1Y6M?)'],
    [
      'a length that nobody can tell',
      ['deadlines', '--files', '--within', 'soon'],
      '--within soon: must be a length such as P5Y, P6M or P90D.',
    ],
    ['a Party in lower case', ['simulate', agreement, '--by', 'kz', '--received', '2031-02-03'], 'KZ or AZ; did you mean KZ?'],
    [
      'a channel, misspelt',
      ['notice', 'draft', 'x', '--kind', 'termination', '--by', 'KZ', '--channel', 'currier'],
      '(did you mean courier?)',
    ],
    ['a language by another code', ['deadlines', '--files', '--language', 'ru_RU'], 'Did you mean ru?'],
    ['a language by its name', ['deadlines', '--files', '--language', 'Kazakh'], 'Did you mean kk?'],
    ['an unknown flag', ['timeline', agreement, '--asof', '2026-02-28'], 'Did you mean --as-of?'],
    ['an argument too many', ['timeline', agreement, 'x'], 'one argument too many'],
    ['nothing to answer about', ['timeline'], '<file-or-id> is missing'],
    ['an unknown command', ['timelin'], 'Did you mean timeline?'],
    ['a command of one group', ['open', 'x'], 'Did you mean agreement open?'],
    ['a command of several groups', ['list'], 'Did you mean agreement list, notice list or protocol list?'],
    ['a command of another group', ['agreement', 'verify'], 'Did you mean register verify or keys verify?'],
    ['another word for a command', ['notice', 'sent'], 'Did you mean notice dispatch?'],
    ['another word for a flag', ['version'], 'Did you mean --version?'],
    ['a flag of all commands, misspelt', ['--versoin'], 'There is no flag --versoin. Did you mean --version?'],
    ['a flag too short to be one', ['timeline', agreement, '--y'], 'There is no flag --y.'],
    ['an unknown shell', ['completion', 'fish'], 'shell fish: must be one of bash, zsh.'],
    ['a command named like a property', ['constructor'], 'There is no command constructor.'],
    ['a command that its group lacks', ['agreement', 'diagram'], 'There is no command agreement diagram. Did you mean diagram?'],
  ])('reports %s with what to do, and exits with 2', async (_, args, said) => {
    const { code, stdout, stderr } = await inProcess(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('    at ');
  });

  test('does not fail when its reader goes away, and prints no colour to a pipe', async () => {
    const { code, stdout, stderr } = await servanda({
      shell: `( $SERVANDA timeline ${agreement} --facts '${sample}' --as-of 2028-02-01; echo "exit $?" >&2 ) | head -n 1`,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'exit 0\n' });
    expect(stdout).toBe('Agreement on cooperation in government communications\n');
  });
});

describe('explain', () => {
  test('has an article and the way of counting for every date that timeline shows', async () => {
    const asked = [agreement, '--facts', sample, '--as-of', '2028-02-01', '--json'];
    const shown = JSON.parse((await inProcess(['timeline', ...asked])).stdout) as { dates: { date: string; label: string }[] };
    const explained = JSON.parse((await inProcess(['explain', ...asked])).stdout) as {
      date: string;
      label: string;
      basis: string;
      how: string;
      alternatives: { date: string; inWords: string }[];
    }[];
    for (const { date, label } of shown.dates)
      expect(explained).toContainEqual(
        expect.objectContaining({ date, label, basis: expect.stringMatching(/\S/), how: expect.stringMatching(/\S/) }),
      );
    expect(explained.find(e => e.label === 'Last day of period 5')).toMatchObject({
      how: 'period 5: 15 Sep 2004 + 5 × 5 years, the day before',
      alternatives: [{ date: '2029-09-15', inWords: 'if a period ends on the anniversary of its beginning' }],
    });
    expect(explained.map(e => e.date)).toEqual(explained.map(e => e.date).sort());
  });

  it('names in words the reading on which a date differs', async () => {
    const { code, stdout } = await inProcess(['explain', agreement, '--facts', sample, '--as-of', '2028-02-01']);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Last day in force: 19 Jul 2028 (in 169 days)\n  art. 13: 6 months after receipt on 20 Jan 2028; it ceases to be in force on 20 Jul 2028',
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '20 Jul 2028 if the time from the notice to the end is counted to the day after and any notice ends the agreement by its own time limit',
    );
  });

  it('says that a day after a pending end comes only if still in force, as timeline does', async () => {
    const { stdout } = await inProcess(['explain', agreement, '--facts', sample, '--as-of', '2028-02-01']);
    const headings = stdout.split('\n').filter(line => /^\S.*: \d/.test(line));
    const after = headings.slice(headings.findIndex(line => line.startsWith('Last day in force')) + 1);
    expect(after).toEqual([
      'Send a notice by: 28 Feb 2029 (in 393 days), if still in force',
      'Safe day for notice: 14 Mar 2029 (in 407 days), if still in force',
      'Last day for notice: 14 Mar 2029 (in 407 days), if still in force',
      'Last day of period 5: 14 Sep 2029 (in 591 days), if still in force',
    ]);
    expect(headings.filter(line => line.includes('if still in force'))).toEqual(after);
    const paragraphs = stdout
      .trimEnd()
      .split('\n\n')
      .map(text => text.replace(/\s+/g, ' '));
    const last = paragraphs.find(text => text.startsWith('On another reading'));
    expect(last).toBe(
      'On another reading it stays in force after that day: if a notice in time ends the agreement only at the end of the period.',
    );
  });

  it('gives the evidence and note of a fact, what corrected it and why, and the sources of the text', async () => {
    const facts = folder.file(
      'corrected.yaml',
      `- { id: s, type: signed, on: 2004-03-01 }
- { id: n1, type: completion.notified, by: KZ, received: 2004-06-10, evidence: note 41, note: by courier }
- { id: n2, type: completion.notified, by: AZ, received: 2004-09-15 }
- { id: c1, type: corrected, of: n1, received: 2004-06-11, reason: stamp misread, recorded: 2005-01-10 }
`,
    );
    const { stdout } = await inProcess(['explain', agreement, '--facts', facts, '--as-of', '2028-02-01']);
    expect(stdout).toContain(
      `notified by KZ, received: 11 Jun 2004
  VCLT art. 78: recorded fact
  evidence: note 41
  note: by courier
  n1 corrected: Received on: 11 Jun 2004; reason: stamp misread
`,
    );
    const [first] = loadAgreement(agreementFile(agreement)).agreement.sources;
    expect(stdout.slice(stdout.indexOf('Sources')).replace(/\s+/g, ' ')).toContain(`${first!.what}: ${first!.where}`);
  });

  it.each([
    ['en', 'n1 corrected: Received on: 11 Jun 2004, Signed by: A. B., On what authority the signer signs: letter 5, Remark cleared'],
    [
      'ru',
      'исправлена запись n1: Получено: 11 июня 2004 года, Кто подписал: A. B., На каком основании подписано: letter 5, поле Примечание',
    ],
    ['kk', 'n1 жазбасы түзетілді: Алынған күні: 2004 жылғы 11 маусым, Қол қойған адам: A. B., Қандай негізде қол қойған: letter 5'],
    ['az', 'Alındığı gün: 11 iyun 2004, Kim imzalayıb: A. B.,'],
    ['en', 's corrected: On which day: 1 Mar 2004, On which day, at the latest: 31 Mar 2004'],
    ['en', 'ps corrected: Length of a period: 4 years, At the end of a period: it expires, From which period the new length applies: from'],
    ['ru', 'исправлена запись ps: Продолжительность периода: 4 года, В конце периода: истекает, С какого периода действует новая'],
  ])('names the fields of a correction, and their values, in the language asked for: %s', async (language, says) => {
    const facts = folder.file(
      'fields.yaml',
      `- { id: s, type: signed, on: 2004-03-01 }
- { id: n1, type: completion.notified, by: KZ, received: 2004-06-10, note: by courier }
- { id: n2, type: completion.notified, by: AZ, received: 2004-09-15 }
- { id: ps, type: protocol.signed, protocol: p, on: 2026-01-01, changes: { periodLength: P3Y } }
- { id: c1, type: corrected, of: n1, received: 2004-06-11, signer: { name: A. B., authority: letter 5 }, note: null, reason: r, recorded: 2005-01-10 }
- { id: c2, type: corrected, of: s, on: { notBefore: 2004-03-01, notAfter: 2004-03-31 }, reason: r, recorded: 2005-01-10 }
- { id: c3, type: corrected, of: ps, changes: { periodLength: P4Y, appliesTo: runningPeriod, renewal: { kind: none } }, reason: r, recorded: 2026-02-10 }
`,
    );
    const { stdout } = await inProcess(['explain', agreement, '--facts', facts, '--as-of', '2028-02-01', '--language', language]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(says);
  });

  test('has words for every choice of every question', async () => {
    const all = (Object.keys(choices) as Question[]).flatMap(q => choices[q].map((choice): Condition => ({ [q]: choice })));
    const english = await wordsIn('en');
    const words = all.map(condition => english.conditions([condition]));
    expect(words.every(w => w.startsWith('if ') && !w.includes('undefined'))).toBe(true);
    expect(new Set(words).size).toBe(all.length);
    expect(english.conditions([{ periodEnd: 'dayBefore', effect: 'dayAfter' }, { waysOut: 'endOfPeriod' }])).toMatch(
      /^if .* and .*, or if /,
    );
  });
});

describe('deadlines', () => {
  test('are sorted by the day by which to act, then by their own day, with the days left, up to the time asked for', async () => {
    const { code, stdout } = await inProcess(['deadlines', '--files', '--within', 'P3Y', '--as-of', '2026-11-22', '--json']);
    const all = JSON.parse(stdout) as { agreement: string; date: string; sendBy: string | null; daysLeft: number }[];
    expect(code).toBe(0);
    expect(all.length).toBeGreaterThan(2);
    const places = all.map(d => `${d.sendBy ?? d.date} ${d.date}`);
    expect(places).toEqual(places.toSorted());
    expect(places).not.toEqual(all.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(d => `${d.sendBy ?? d.date} ${d.date}`));
    expect(all.every(d => d.date >= '2026-11-22' && d.date <= '2029-11-22' && d.daysLeft >= 0)).toBe(true);
    expect(all).toContainEqual(
      expect.objectContaining({ agreement: 'ru-az-2002-production-cooperation', what: 'notice', date: '2028-11-16', sendBy: '2028-11-02' }),
    );
  });

  test('show people by when to act, the day, what it is, and its article', async () => {
    const { stdout } = await inProcess(['deadlines', '--files', '--within', 'P3Y', '--as-of', '2026-11-22']);
    expect(stdout).toMatch(
      /2 Nov 2028 \(in 711 days\) +16 Nov 2028 +ru-az-2002-production-cooperation +safe day for notice, period \d, art\. 9/,
    );
  });

  test.each([
    ['en', '; overdue', 'silence renews it'],
    ['ru', '; просрочено', 'продлевается при молчании'],
    ['kk', '; мерзімі өтіп кеткен', 'үнсіздік жағдайында ұзартылады'],
    ['az', '; vaxtı keçib', 'sükut edildikdə uzadılır'],
  ])('in %s say in the table what is overdue, and that a safe day has passed', async (language, overdue, missed) => {
    const page = async (day: string): Promise<string> => {
      const of = ['--files', 'jp-kr-2016-military-information', '--as-of', day, '--language', language];
      return (await inProcess(['deadlines', ...of, '--within', 'P1M'])).stdout;
    };
    const [before, late, after] = [await page('2026-08-10'), await page('2026-08-11'), await page('2026-08-25')];
    expect([before, late, after].map(p => p.includes(overdue))).toEqual([false, true, false]);
    expect([before, late, after].map(p => p.includes(missed))).toEqual([false, false, true]);
  });

  test('exit with 1 if there are none in the time asked for, reported on standard error', async () => {
    const { code, stdout, stderr } = await inProcess(['deadlines', '--files', agreement, '--as-of', '2026-11-22']);
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: 'No deadline within 1 year, in 1 agreement.\n' });
  });

  test.each(['P3', 'PT6H', '1Y', 'P101Y'])('refuse %s as a time to look ahead', async within => {
    const { code, stderr } = await inProcess(['deadlines', '--files', '--within', within]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`--within ${within}: must be`) });
  });
});

interface Simulated {
  after: {
    period: { number: number } | null;
    notices: { inTime: string }[];
    termination: { lastDayInForce: string; alternatives: unknown[] } | null;
    status: string;
  };
  revocable: { until: string; onEveryReading: string; withoutConsent: string } | null;
  withoutEffect: { why: string }[];
}

async function simulated(...args: string[]): Promise<Simulated> {
  const { code, stdout, stderr } = await inProcess(['simulate', agreement, ...args, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Simulated;
}

describe('simulate', () => {
  it('asks for how long a renewal is agreed, before it is recorded', async () => {
    const ganges = ['simulate', 'in-bd-1996-ganges-waters', 'renewal.agreed', '--on', '2026-11-02', '--as-of', '2026-11-28'];
    const { stdout } = await inProcess([...ganges, '--length', 'P10Y']);
    expect(stdout).toContain('If entered: Renewal for 10 years agreed, 2 Nov 2026');
    expect(stdout).toMatch(/^renewal agreed until +none +11 Dec 2036$/m);
    expect(stdout).toMatch(/^last day in force +11 Dec 2026 +11 Dec 2036$/m);
    expect((await inProcess([...ganges, '--until', '2031-06-30'])).stdout).toMatch(/^last day in force +11 Dec 2026 +30 Jun 2031$/m);
    const both = await inProcess([...ganges, '--until', '2031-06-30', '--length', 'P10Y']);
    expect(both).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--until: found "2031-06-30"; can’t stand beside length') as unknown,
    });
  });

  // law.md, worked: F = 2021-03-10, E = 2026-03-09, last day for notice 2025-09-09.
  test.each([
    ['2025-09-09', 'yes', '2026-03-08'],
    ['2025-09-10', 'disputed', '2026-03-09'],
    ['2025-09-11', 'no', '2026-03-10'],
  ])('answers for a notice received %s: in time %s, last day in force %s', async (received, inTime, lastDayInForce) => {
    const { after } = await simulated('--add-facts', worked, '--as-of', '2025-09-01', '--by', 'KZ', '--received', received);
    expect(after).toMatchObject({ notices: [{ inTime }], termination: { lastDayInForce } });
  });

  it('gives the last day on which the notice could be revoked: it can on that day, and not on the next', async () => {
    const { revocable } = await simulated('--add-facts', worked, '--as-of', '2025-09-01', '--by', 'KZ', '--received', '2025-09-02');
    expect(revocable).toMatchObject({ until: '2026-03-01', withoutConsent: '2025-09-09' });
    const noticed = folder.file(
      'noticed.yaml',
      `- { id: n1, type: completion.notified, by: KZ, received: 2021-03-01 }\n- { id: n2, type: completion.notified, by: AZ, received: 2021-03-10 }\n- { id: t, type: termination.notified, by: KZ, received: 2025-09-02 }\n`,
    );
    const revoking = (day: string) =>
      simulated('termination.revoked', '--add-facts', noticed, '--as-of', '2025-09-03', '--by', 'KZ', '--of', 't', '--received', day);
    expect(await revoking('2026-03-01')).toMatchObject({ after: { termination: null }, withoutEffect: [] });
    expect(await revoking('2026-03-02')).toMatchObject({ after: { status: 'terminated' }, withoutEffect: [expect.anything()] });
  });

  it('shows before and after, and writes nothing', async () => {
    const home = join(folder.path, 'never');
    const { stdout } = await inProcess(
      ['simulate', agreement, '--add-facts', worked, '--as-of', '2025-09-01', '--by', 'AZ', '--received', '2025-09-02'],
      { env: { SERVANDA_HOME: home } },
    );
    expect(stdout).toContain('If entered: Notice of termination by AZ (tn-2025-09-02-AZ) received, 2 Sep 2025');
    expect(stdout).toMatch(/last day in force +none +1 Mar 2026/);
    expect(stdout).toContain('It could be revoked until 1 Mar 2026 (in 181 days)');
    expect(stdout).toContain('Nothing was written.');
    expect(existsSync(home)).toBe(false);
  });

  test.each([
    ['an invalid Party', ['--by', 'UZ', '--received', '2030-01-01'], 'must be a Party'],
    ['a field that the fact lacks', ['--by', 'KZ', '--received', '2030-01-01', '--on', '2030-01-01'], '--on is not known here'],
    ['an unknown type', ['termination.notify', '--by', 'KZ', '--received', '2030-01-01'], 'Did you mean termination.notified?'],
    ['dates out of order', ['--by', 'KZ', '--received', '2030-01-01', '--dated', '2030-01-02'], 'is before the day of the notice'],
    ['a revocation of nothing', ['termination.revoked', '--by', 'KZ', '--of', 't9', '--received', '2030-01-01'], 'is of t9'],
    [
      'changes that are not JSON',
      ['protocol.signed', '--protocol', 'p1', '--on', '2030-01-01', '--changes', 'P3Y'],
      '--changes is not JSON',
    ],
  ])('refuses %s with what to do, and exits with 2', async (_, args, said) => {
    const { code, stdout, stderr } = await inProcess(['simulate', agreement, ...args, '--add-facts', worked]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});

describe('diagram', () => {
  test.each(['agreement', 'protocol', 'notice'])('of %s is Mermaid', async instrument => {
    const { code, stdout } = await inProcess(['diagram', instrument]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^stateDiagram-v2\n/);
  });

  test('of anything else is refused with a list of what there is', async () => {
    const { code, stderr } = await inProcess(['diagram', 'treaty']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'There is no diagram of treaty. Known: agreement, protocol, notice.\n',
    });
  });
});
