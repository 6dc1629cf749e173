/** A register with every agreement in agreements/, some with invented facts, for pages that only read. */
import { createHash } from 'node:crypto';
import { listAgreements } from '../../agreements/find.ts';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { date, type CalendarDate } from '../../clauses/calendar.ts';
import type { Language } from '../../clauses/desk.ts';
import { descriptionHash } from '../../dossier/description.ts';
import type { Entry } from '../../machines/facts.ts';
import { assess } from '../../machines/notice/assess.ts';
import type { NoticeContent } from '../../machines/notice/content.ts';
import type { NoticeInput } from '../../machines/notice/context.ts';
import { noticeStepId, type NoticeStep } from '../../machines/notice/steps.ts';
import { storeBytes } from '../../register/documents.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { identitiesFolder, putIdentity } from '../../identity/files.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { identityOf } from '../support/identities.ts';
import type { Servanda } from '../../client/servanda.ts';
import { deskOver, now, type DeskOver } from '../support/desk.ts';
import { keepIn, projectIn, remindIn } from '../support/register-of.ts';

export interface DeskHome extends DeskOver {
  ids: readonly string[];
  as(language: Language): Servanda;
}

/** `only`: a selection, if a test needs no others. Filling it with all takes seconds. */
export async function deskHome(only?: readonly string[]): Promise<DeskHome> {
  const files = listAgreements().filter(({ id }) => only?.includes(id) ?? true);
  const rehearsal = loadAgreement('docs/rehearsal.yaml').agreement;
  const invented = loadFacts('docs/rehearsal-facts.yaml', rehearsal);
  const before = invented.filter(f => f.id !== 't1');
  const all = [
    ...files.map(({ file, id }) => {
      const { agreement, facts } = loadAgreement(file);
      return { content: agreement, facts: id.startsWith('kz-az') ? invented : facts };
    }),
    { content: { ...rehearsal, id: 'window-open' }, facts: before },
    { content: { ...rehearsal, id: 'long-title', title: longTitle }, facts: [...before, ...fiveProtocols()] },
    { content: { ...rehearsal, id: 'five-readings' }, facts: [...before, naming] },
    { content: { ...rehearsal, id: 'terminated' }, facts: [...before, { ...naming, received: '2019-01-20', names: undefined }] },
    { content: { ...rehearsal, id: 'suspended' }, facts: [...before, ...suspensions] },
    { content: { ...rehearsal, id: 'protocol-ahead' }, facts: [...before, ...changeAhead] },
    { content: { ...rehearsal, id: 'nine-notices' }, facts: [...before, ...nineNotices()] },
    { content: { ...rehearsal, id: 'with-notices' }, facts: [...before, ...onTheDesk({ ...rehearsal, id: 'with-notices' }, before), scan] },
  ];
  const kept = all.filter(k => only?.includes(k.content.id) ?? true);
  const ids = kept.map(k => k.content.id);
  const over = await deskOver(async home => {
    await keepIn(home, kept, Date.UTC(2028, 5, 1));
    if (ids.includes('with-notices')) await remindIn(home, 'with-notices', now);
    await storeBytes(home, bytes, noKeys);
    const approver = await identityOf(newSigningKey(), 'head of department', 'KZ', ['approver', 'reader'], { now });
    await putIdentity(identitiesFolder(home), approver, { now, replace: true });
    const officer = await identityOf(newSigningKey(), 'officer', '*', ['drafter', 'approver', 'registrar', 'reader'], { now });
    await putIdentity(identitiesFolder(home), officer, { now, replace: true });
    await projectIn(home, ids, now);
  });
  return { ...over, ids, as: language => over.desk.asker({ person: 'officer', language }).servanda };
}

const longTitle = {
  en: 'Agreement between the Government of the Republic of Kazakhstan and the Government of the Republic of Azerbaijan on the mutual protection of classified information and on cooperation in the organisation of government communications',
  kk: 'Қазақстан Республикасының Үкіметі мен Әзірбайжан Республикасының Үкіметі арасындағы құпияландырылған ақпаратты өзара қорғау және үкіметтік байланысты ұйымдастыру саласындағы ынтымақтастық туралы келісімге өзгерістер мен толықтырулар енгізу туралы келісім',
  ru: 'Соглашение между Правительством Республики Казахстан и Правительством Азербайджанской Республики о взаимной защите секретной информации и о сотрудничестве в области организации правительственной связи',
  az: 'Qazaxıstan Respublikasının Hökuməti ilə Azərbaycan Respublikasının Hökuməti arasında məxfi məlumatların qarşılıqlı qorunması və hökumət rabitəsinin təşkili sahəsində əməkdaşlıq haqqında Saziş',
};

/** A notice that names another day than its clause: five readings of the end. */
const naming = { id: 't1', type: 'termination.notified', by: 'AZ', received: '2028-01-20', names: { firstDayOut: '2029-01-01' } };

/** p2 to p6, every other one in force. */
const fiveProtocols = () =>
  [2, 3, 4, 5, 6].flatMap(n => [
    {
      id: `p${n}s`,
      type: 'protocol.signed',
      protocol: `p${n}`,
      on: `201${n}-05-01`,
      place: 'Baku',
      evidence: 'certified copy 12',
      changes: { periodLength: 'P3Y', noticeBefore: 'P3M' },
    },
    ...['KZ', 'AZ']
      .slice(0, (n % 2) + 1)
      .map(by => ({ id: `p${n}${by}`, type: 'protocol.completion.notified', protocol: `p${n}`, by, received: `201${n}-09-01` })),
  ]);

/** One that is over, and one to come. */
const suspensions = [
  { id: 'sus1', type: 'suspension.agreed', on: '2015-01-01' },
  { id: 'res1', type: 'resumption.agreed', on: '2015-12-01', from: '2016-01-01' },
  { id: 'sus2', type: 'suspension.agreed', on: '2028-05-01', from: '2028-10-01' },
  { id: 'res2', type: 'resumption.agreed', on: '2028-05-01', from: '2029-07-01' },
];

/** A protocol in force whose changes apply from a later day. */
const changeAhead = [
  { id: 'p2s', type: 'protocol.signed', protocol: 'p2', on: '2028-03-01', changes: { noticeBefore: 'P9M', from: '2028-12-01' } },
  ...['KZ', 'AZ'].map(by => ({ id: `p2${by}`, type: 'protocol.completion.notified', protocol: 'p2', by, received: '2028-05-01' })),
];

const nineNotices = () =>
  Array.from({ length: 9 }, (_, i) => ({
    id: `t${i + 1}`,
    type: 'termination.notified',
    by: i % 2 ? 'KZ' : 'AZ',
    received: `2028-0${Math.floor(i / 2) + 2}-1${i}`,
  }));

/** The document of a notice, by the hash of its bytes. */
const bytes = Buffer.from('%PDF a scan');
const scan = {
  id: 'document-1',
  type: 'document.attached',
  on: '2028-05-30',
  person: 'registry',
  to: '2028-3',
  name: 'note 3.pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
};

/** Notices in each state that a form is about: drafted, approved, dispatched, returned, received from the other Party. */
function onTheDesk(agreement: Agreement, entries: readonly Entry[]): NoticeStep[] {
  const today = date('2028-05-20');
  const begun = (number: string, more: Partial<NoticeInput> = {}) => drafted({ agreement, entries, today }, number, more);
  const approved = { type: 'notice.approved', by: 'counsellor', at: today } as const;
  const dispatched = { type: 'notice.dispatched', by: 'registry', on: today, reference: 'No. 14', at: today } as const;
  const returned = { type: 'notice.returned', by: 'registry', reason: 'courier turned back', at: today } as const;
  const steps: Record<string, NoticeStep['step'][]> = {
    '2028-1': [begun('2028-1')],
    '2028-2': [begun('2028-2'), approved],
    '2028-3': [begun('2028-3'), approved, dispatched],
    '2028-4': [begun('2028-4'), approved, dispatched, returned],
    '2028-5': [begun('2028-5', { direction: 'theirs', arrival: { received: today, evidence: 'stamp 7' } })],
  };
  return Object.entries(steps).flatMap(([notice, all]) => all.map((step, i) => noticeStep(notice, i + 1, step)));
}

export const noticeStep = (notice: string, place: number, step: NoticeStep['step']): NoticeStep => ({
  type: 'notice.step',
  id: noticeStepId(notice, place),
  notice,
  step,
});

/** The first step of a notice of termination. */
export function drafted(
  { agreement, entries, today }: { agreement: Agreement; entries: readonly Entry[]; today: CalendarDate },
  number: string,
  more: Partial<NoticeInput> = {},
): NoticeStep['step'] {
  const channel = 'diplomaticNote' as const;
  const content = { kind: 'termination', by: more.direction === 'theirs' ? 'AZ' : 'KZ' } as NoticeContent;
  const assessment = assess({ agreement, description: descriptionHash(agreement), entries, today }, { number, content, channel });
  const input = { today, agreement: agreement.id, number, direction: 'ours' as const, content, draftedBy: 'attaché', channel, assessment };
  return { type: 'notice.drafted', input: { ...input, ...more } };
}
