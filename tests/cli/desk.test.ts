/** Notices, protocols, decisions and documents at the command line, as an officer uses it, with a running service. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays, after, before, daysBetween, legalToday, length, type CalendarDate } from '../../clauses/calendar.ts';
import * as messages from '../../workflows/messages.ts';
import { inProcess, temporaryFolder, type Said } from '../support/cli.ts';
import { startNotedService } from '../support/on-dev-server.ts';
import type { Service } from '../support/service.ts';
import { testAgreement } from '../support/test-agreement.ts';
import { fileInZip } from '../support/zip.ts';
import { wordsIn } from '../../cli/words.ts';
import { dayIn, wordings } from '../../wording/index.ts';

const folder = temporaryFolder();
const home = join(folder.path, 'home');
const zones = ['Asia/Almaty', 'Asia/Baku'];
const today = legalToday(Date.now(), zones);
const l = length.parse.bind(length);
/** In force so that the safe day is about ten days from now: a note by bag arrives late. */
const entry = addDays(before(after(addDays(today, 10), l('P6M')), l('P5Y')), 1);
let service: Service;

const facts = (day: string) => [
  { id: 's', type: 'signed', on: before(day as CalendarDate, l('P1Y')), place: 'Baku' },
  { id: 'n1', type: 'completion.notified', by: 'KZ', received: before(day as CalendarDate, l('P2M')) },
  { id: 'n2', type: 'completion.notified', by: 'AZ', received: day },
];
const recipients = [{ id: 'officer', name: 'The officer', email: 'officer@example.test' }];
const kept = (id: string) => testAgreement(id, { transit: 'P21D', desk: { party: 'KZ', recipients }, reminders: ['P30D'] });

beforeAll(async () => {
  service = await startNotedService(home);
  for (const id of ['closing', 'open']) await service.open(kept(id), facts(id === 'closing' ? entry : before(today, l('P1Y'))));
});
afterAll(async () => {
  await service?.stop();
  folder.remove();
});

const run = (...args: string[]): Promise<Said> => inProcess(args, { now: Date.now(), env: { SERVANDA_HOME: home } });
const done = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run(...args);
  expect(`${code} ${stderr}`).toMatch(/^0 /);
  return stdout;
};
const refused = async (...args: string[]): Promise<string> => {
  const { code, stderr } = await run(...args);
  expect(code, stderr).toBe(2);
  return stderr;
};
const shownJson = async (...args: string[]) => JSON.parse(await done(...args, '--json'));

describe('a notice of ours', () => {
  test('says in its draft and in the dry run that a note by bag would arrive too late, and that the outcome is disputed', async () => {
    expect(await done('notice', 'draft', 'closing', '--kind', 'termination', '--by', 'KZ', '--number', '1', '--person', 'drafter')).toMatch(
      /The day to send it by, [^:]+, is past: send it by the quickest channel, to arrive by the safe day, /,
    );
    const dry = await done('notice', 'show', 'closing', '1', '--dry-run');
    expect(dry).toContain('disputed');
    expect(dry).toContain('A dry run: nothing was written.');
    expect(await refused('notice', 'approve', 'closing', '1', '--person', 'drafter')).toContain('the four-eyes rule');
    expect(await done('notice', 'approve', 'closing', '1', '--person', 'approver')).toContain(
      'npx servanda notice dispatch closing 1 --on DATE',
    );
    const left = await run('notice', 'dispatch', 'closing', '1', '--on', today, '--yes', '--reference', 'No. 14', '--person', 'clerk');
    expect(left).toMatchObject({ code: 0, stderr: expect.stringContaining('disputed') as unknown });
    expect(await refused('notice', 'received', 'closing', '1', '--on', addDays(today, -1), '--evidence', 'x')).toContain('VCLT art. 78');
    expect(await refused('notice', 'received', 'closing', '1', '--on', today)).toContain('--evidence is missing');
    const proved = ['--on', today, '--evidence', 'receipt 8'];
    expect(await refused('notice', 'received', 'closing', '1', ...proved)).toMatch(/last day in force +none +\d[\s\S]*needs confirmation/);
    const received = await done(
      'notice',
      'received',
      'closing',
      '1',
      '--on',
      today,
      '--evidence',
      'receipt 8',
      '--person',
      'clerk',
      '--yes',
    );
    expect(received).toContain('in time on every reading');
    const { state, notice, steps } = await shownJson('notice', 'show', 'closing', '1');
    expect(await done('notice', 'show', 'closing', '1', '--dry-run')).toMatch(/It has already been received, on .* nothing is simulated/s);
    expect({ state, reference: notice.content.reference, steps: steps.length }).toEqual({
      state: 'received',
      reference: 'No. 14',
      steps: 4,
    });
    expect(await refused('notice', 'recall', 'closing', '1', '--reason', 'changed mind')).toContain('VCLT art. 68');
  });

  test('is revoked by another notice, which is changed in transit, and the list shows what is left', async () => {
    const drafted = await done('notice', 'revoke', 'closing', '1', '--person', 'drafter');
    const number = /drafted as notice (\S+)\. /.exec(drafted)![1]!;
    await done('notice', 'change', 'closing', number, '--channel', 'governmentLine', '--person', 'editor');
    expect(await refused('notice', 'approve', 'closing', number, '--person', 'editor')).toContain('the four-eyes rule');
    await done('notice', 'approve', 'closing', number, '--person', 'approver');
    await done('notice', 'dispatch', 'closing', number, '--on', today, '--yes');
    await done('notice', 'return', 'closing', number, '--reason', 'line was down');
    await done('notice', 'dispatch', 'closing', number, '--on', today, '--yes');
    expect(await done('notice', 'list', 'closing')).toContain('Proof of receipt expected by');
    await done('notice', 'received', 'closing', number, '--on', today, '--evidence', 'line log', '--yes');
    await vi.waitFor(async () => expect((await shownJson('notice', 'show', 'closing', '1')).state).toBe('revoked'), 10_000);
    expect(await run('notice', 'list', 'closing')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('To list closed ones as well, add --all') as unknown,
    });
    expect(await done('notice', 'list', 'closing', '--all')).toContain('revocation, by KZ');
    expect(await done('notice', 'show', 'closing', number)).toMatch(/Says +Revokes: \S+/);
  });

  test.each([
    [['notice', 'draft', 'open', '--by', 'KZ'], '--kind is missing'],
    [['notice', 'draft', 'open', '--kind', 'consent', '--by', 'KZ'], '--protocol is missing'],
    [['notice', 'draft', 'open', '--kind', 'completion', '--by', 'XX'], 'XX is not a Party. The Parties are KZ and AZ.'],
    [['notice', 'draft', 'open', '--kind', 'revocation', '--of', 's', '--by', 'KZ'], 's is not a notice of termination in the register'],
    [
      ['notice', 'draft', 'open', '--kind', 'free', '--by', 'KZ', '--subject', 'x', '--text', 'y', '--signer', 'z'],
      '--signer and --authority go together',
    ],
    [['notice', 'enter', 'open', '--kind', 'termination', '--by', 'AZ'], '--received is missing'],
    [['notice', 'document', 'open', 'x'], '--language is missing'],
  ])('refuses %j, and says what to do', async (args, why) => {
    expect(await refused(...args)).toContain(why);
  });

  test('that does not exist exits with 2', async () => {
    expect(await run('notice', 'show', 'open', '99')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('notice', 'approve', 'open', '99')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a notice of theirs', () => {
  test('is assessed: accepted it counts, defective it is recorded with the reason', async () => {
    const came = ['notice', 'enter', 'open', '--by', 'AZ', '--received', today];
    expect(await done(...came, '--kind', 'consultations', '--subject', 'the line', '--number', 'c1')).toContain(
      'It counts once it has been examined',
    );
    expect(await refused('notice', 'examine', 'open', 'c1')).toContain('Give either --accept or --defective');
    expect(await done('notice', 'examine', 'open', 'c1', '--accept', '--person', 'examiner', '--yes')).toContain('moves no date');
    await done(...came, '--kind', 'termination', '--number', 'c2');
    expect(await done('notice', 'examine', 'open', 'c2', '--defective', 'no signature', '--yes')).toContain('defective');
    const show = await done('agreement', 'show', 'open');
    expect(show).toContain('Consultations requested by AZ: the line');
    expect((await shownJson('agreement', 'show', 'open')).withoutEffect).toContainEqual(
      expect.objectContaining({ fact: 'c2', why: expect.stringContaining('no signature') as unknown }),
    );
  });
});

describe('a notice of theirs that was corrected', () => {
  test('is shown, listed in the register and printed in its current version, and the correction is named', async () => {
    const came = ['notice', 'enter', 'open', '--by', 'AZ', '--received', today, '--evidence', 'note 12', '--reference', '14-3'];
    await done(...came, '--kind', 'consultations', '--subject', 'the line', '--number', 'c3');
    await done('notice', 'examine', 'open', 'c3', '--accept', '--person', 'examiner', '--yes');
    const before = addDays(today, -8);
    const fix = ['correct', 'open', 'c3', '--received', before, '--evidence', 'note 13', '--reason', 'stamp misread', '--id', 'fix'];
    await done(...fix, '--yes');
    const shown = await shownJson('notice', 'show', 'open', 'c3');
    expect(shown.notice.arrival).toMatchObject({ received: before, evidence: 'note 13' });
    expect(shown.amendments).toMatchObject([{ id: 'fix', reason: 'stamp misread' }]);
    const w = (await wordsIn('en')).day;
    const page = await done('notice', 'show', 'open', 'c3');
    expect(page).toMatch(new RegExp(`^Received +${w(before)}\n +note 13$`, 'm'));
    expect(page.replaceAll(/\s+/g, ' ')).toContain(
      `Corrected ${w(today)}: c3 corrected: Received on: ${w(before)}, Evidence: note 13; reason: stamp misread`,
    );
    const out = join(folder.path, 'c3.docx');
    await done('notice', 'document', 'open', 'c3', '--language', 'en', '--format', 'docx', '--out', out);
    const printed = fileInZip(readFileSync(out), 'word/document.xml');
    expect(printed).toContain(dayIn(wordings.en, before));
    expect(printed).not.toContain(dayIn(wordings.en, today));
    const register = (await done('agreement', 'show', 'open')).replaceAll(/\s+/g, ' ');
    expect(register).toContain('number of the note: 14-3; evidence: note 12; corrected by fix');
    expect(register).toContain('Evidence: note 13; reason: stamp misread');
  });
});

describe('a protocol', () => {
  test('is proposed, agreed and signed, and its clauses are consolidated once each Party has notified', async () => {
    await done(
      'protocol',
      'propose',
      'open',
      'p1',
      '--by',
      'KZ',
      '--received',
      today,
      '--title',
      'On three years',
      '--changes',
      '{"periodLength":"P3Y","appliesTo":"runningPeriod"}',
    );
    expect(await refused('protocol', 'sign', 'open', 'p1', '--on', today)).toContain('VCLT art. 10');
    await done('protocol', 'agree', 'open', 'p1', '--on', today);
    await done('protocol', 'sign', 'open', 'p1', '--on', today, '--place', 'Baku');
    const shown = await done('protocol', 'show', 'open', 'p1');
    expect(shown).toContain('notification of completion for protocol p1 by KZ and AZ');
    expect(shown).toMatch(/Changes +periods of 3 years, from the running period already/);
    const completion = ['--kind', 'protocolCompletion', '--protocol', 'p1'];
    await done('notice', 'draft', 'open', ...completion, '--by', 'KZ', '--number', 'p1-KZ', '--person', 'drafter');
    await done('notice', 'approve', 'open', 'p1-KZ', '--person', 'approver');
    await done('notice', 'dispatch', 'open', 'p1-KZ', '--on', today, '--yes');
    await done('notice', 'received', 'open', 'p1-KZ', '--on', today, '--evidence', 'receipt 9', '--yes');
    await done('notice', 'enter', 'open', ...completion, '--by', 'AZ', '--received', today, '--number', 'p1-AZ');
    await done('notice', 'examine', 'open', 'p1-AZ', '--accept', '--yes');
    const { clauses } = await shownJson('agreement', 'show', 'open');
    expect(clauses).toContainEqual({
      clause: 'periodLength',
      value: '3 years',
      valued: { code: 'firstPeriod', args: expect.objectContaining({ length: 'P3Y' }) as unknown },
      article: 'art. 13',
      instrument: 'protocol p1',
      since: today,
      how: null,
    });
    expect(await done('agreement', 'show', 'open', '--as-of', addDays(today, -1))).toMatch(
      /Length of a period +5 years +art\. 13 +the agreement/,
    );
    expect(await refused('protocol', 'abandon', 'open', 'p1', '--on', today)).toContain('integral part');
    expect(await done('protocol', 'list', 'open')).toContain('in force');
  });

  test('is abandoned, and then refuses further steps', async () => {
    expect(await refused('protocol', 'propose', 'open', 'p2', '--by', 'KZ', '--received', today, '--changes', '{')).toContain(
      '--changes is not JSON',
    );
    expect(
      await refused('protocol', 'propose', 'open', 'p2', '--by', 'KZ', '--received', today, '--changes', '{"retroactive":true}'),
    ).toContain('needs from');
    await done('protocol', 'propose', 'open', 'p2', '--by', 'KZ', '--received', today);
    expect(await done('protocol', 'abandon', 'open', 'p2', '--on', today, '--reason', 'no need')).toContain('abandoned');
  });
});

describe('notices and protocols in progress that the Temporal server has lost', () => {
  test('are onboarded from the register when their agreement is opened again, and nothing is entered twice', async () => {
    await done('notice', 'draft', 'open', '--kind', 'consultations', '--by', 'KZ', '--subject', 'lost', '--number', 'lost');
    await done('notice', 'approve', 'open', 'lost', '--person', 'approver');
    await done('protocol', 'propose', 'open', 'p3', '--by', 'KZ', '--received', today);
    const lost = [messages.noticeWorkflowId('open', 'lost'), messages.protocolWorkflowId('open', 'p3')];
    for (const id of lost) await service.client.workflow.getHandle(id).terminate('lost');
    expect(await run('notice', 'dispatch', 'open', 'lost', '--on', today, '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npx servanda up') as unknown,
    });
    const lines = (await service.registers.of(true).rows('open')).length;
    const file = folder.file('open.yaml', JSON.stringify({ ...kept('open'), facts: facts(before(today, l('P1Y'))) }));
    await done('agreement', 'open', file);
    for (const id of lost)
      await vi.waitFor(async () => expect((await service.client.workflow.getHandle(id).describe()).status.name).toBe('RUNNING'), 10_000);
    expect(await service.registers.of(true).rows('open')).toHaveLength(lines);
    await done('notice', 'dispatch', 'open', 'lost', '--on', today, '--yes');
    expect(await done('protocol', 'abandon', 'open', 'p3', '--on', today)).toContain('abandoned');
  });
});

describe('the decision', () => {
  test('no reminder is acknowledged where none was sent: at the command line, by the register itself, or once renewal is decided', async () => {
    expect(await refused('acknowledge', 'open', '--yes')).toMatch(
      /^There is no reminder of open to acknowledge\. The next one goes out on \d+ \w+ \d{4}\./,
    );
    const entry = { id: 'a1', type: 'reminder.acknowledged', on: today, by: 'KZ', person: 'The officer' };
    await expect(service.enter('open', entry)).rejects.toMatchObject({
      cause: { details: [{ code: 'nothingToAcknowledge', params: { agreement: 'open' } }] },
    });
    expect((await service.registers.of(true).rows('open')).map(row => row.entry.id)).not.toContain('a1');
  });

  test('if undecided exits with 1; it can be acknowledged, decided and changed, and giving notice has a draft', async () => {
    const undecided = await run('deadlines', '--rehearsals', '--undecided');
    expect(undecided).toMatchObject({ code: 1, stdout: expect.stringContaining('closing (rehearsal)') as unknown });
    expect(await done('agreement', 'show', 'closing')).toContain('undecided');
    expect(await done('acknowledge', 'closing', '--by', 'The officer', '--yes')).toContain('acknowledged');
    expect(await done('acknowledge', 'closing', '--by', 'The head', '--yes')).toContain('acknowledged');
    expect(await refused('decide', 'closing', '--renew', '--by', 'x')).toContain('--authority is missing');
    expect(await refused('decide', 'closing', '--by', 'x', '--authority', 'y')).toContain(
      'Give one of --renew, --terminate, --negotiate, --lapse',
    );
    await done('decide', 'closing', '--renew', '--by', 'The director', '--authority', 'instruction 5', '--yes');
    expect((await run('deadlines', 'closing', '--undecided')).code).toBe(0);
    expect(await refused('acknowledge', 'closing', '--yes')).toMatch(/^There is no reminder of closing to acknowledge\.$/m);
    expect(await done('decide', 'closing', '--terminate', '--by', 'The director', '--authority', 'instruction 6', '--yes')).toContain(
      'A notice of termination is drafted',
    );
    await vi.waitFor(
      async () =>
        expect(await done('notice', 'list', 'closing')).toMatch(/decision-\S+-notice +termination, by KZ +a draft that is not approved/),
      10_000,
    );
  });
});

describe('notes and documents at the desk', () => {
  test('a note is drawn up once, and a second one does not replace it', async () => {
    const out = join(folder.path, 'note.pdf');
    const first = await done('notice', 'document', 'closing', '1', '--language', 'kk', '--out', out);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await done('notice', 'document', 'closing', '1', '--language', 'kk', '--out', out)).toBe(first);
    expect(await refused('notice', 'document', 'closing', '1', '--language', 'ru', '--out', out)).toContain(
      'уже есть, и его содержание другое',
    );
    expect(await refused('notice', 'document', 'closing', '1', '--language', 'kk', '--format', 'odt')).toContain(
      '--format odt: мұндай пішім жоқ. Барлары: pdf, docx.',
    );
    const docx = join(folder.path, 'cover.docx');
    await done('protocol', 'document', 'open', 'p1', '--language', 'az', '--format', 'docx', '--out', docx);
    expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
  });

  test('a document is attached by its hash, checked whenever it is read, and returned unchanged', async () => {
    const scan = folder.file('scan.pdf', '%PDF-1.7 signed');
    expect(await refused('document', 'attach', 'closing', scan)).toContain('--to is missing');
    expect(await run('document', 'attach', 'closing', scan, '--to', 'nothing')).toMatchObject({ code: 2 });
    expect(await refused('document', 'attach', 'closing', join(folder.path, 'none'), '--to', '1')).toContain('There is no file');
    await done('document', 'attach', 'closing', scan, '--to', '1', '--person', 'registry', '--yes');
    expect(await done('document', 'attach', 'closing', scan, '--to', '1', '--yes')).toContain('already attached to 1');
    const [document] = await shownJson('document', 'list', 'closing');
    expect(document).toMatchObject({ to: '1', name: 'scan.pdf', person: 'registry', size: 15 });
    expect(await done('notice', 'show', 'closing', '1')).toContain(`sha256:${document.sha256}`);
    const out = join(folder.path, 'back.pdf');
    await done('document', 'save', 'closing', document.id, '--out', out);
    expect(readFileSync(out, 'utf8')).toBe('%PDF-1.7 signed');
    expect(await refused('document', 'save', 'closing', document.id, '--out', out)).toContain('already exists');
    const stored = join(home, 'documents', document.sha256.slice(0, 2), document.sha256);
    expect(existsSync(stored)).toBe(true);
    chmodSync(stored, 0o600);
    writeFileSync(stored, '%PDF-1.7 forged');
    const listed = await run('document', 'list', 'closing');
    expect(listed).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NO') as unknown,
      stderr: expect.stringContaining('no longer the document') as unknown,
    });
    expect(await run('document', 'save', 'closing', document.id, '--out', join(folder.path, 'again.pdf'))).toMatchObject({ code: 1 });
  });

  test('without a configured way to send letters, deliveries says what is missing', async () => {
    expect(await run('deliveries')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('SERVANDA_SMTP_URL and SERVANDA_MAIL_FROM') as unknown,
    });
  });
});

test('the safe day of this test lies ahead, and closer than a bag can travel', async () => {
  const { period } = await shownJson('agreement', 'show', 'closing', '--as-of', today);
  expect(daysBetween(today, period.lastDayForNotice.safe)).toBeGreaterThan(5);
  expect(daysBetween(today, period.lastDayForNotice.safe)).toBeLessThan(15);
});
