/** The register of a release: invented agreements with everything that may happen to one, at fixed instants in the past. */
import type { Registers } from '../../register/home.ts';
import { storeBytes } from '../../register/documents.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { Keeper } from './keeper.ts';
import { inForceFrom, testAgreement } from './test-agreement.ts';

const recipients = ['officer', 'deputy'].map(id => ({ id, name: `The ${id}`, email: `${id}@example.test` }));
const real = { rehearsal: false, desk: { party: 'KZ', recipients }, reminders: ['P6M'], transit: 'P21D' };
const decided = { type: 'decision.made', by: 'KZ', person: 'The director', authority: 'instruction 5' };

/** Its keeper after the story, and the days of the recorded answers. */
export interface Told {
  keeper: Keeper;
  days: [string, string, string];
}

/** Signature, completions, a correction, an oral notice, a notice revoked, a protocol, a document, another description, a strike. */
async function life(registers: Registers): Promise<Told> {
  const k = new Keeper(registers, 'life', false);
  const agreement = testAgreement('life', real);
  await k.come('2006-03-02');
  await k.open(agreement, [{ id: 's', type: 'signed', on: '2006-03-01' }]);
  await k.record('2006-03-03', { id: 'n1', type: 'completion.notified', by: 'KZ', received: '2006-03-02' });
  await k.record('2006-03-12', { id: 'n2', type: 'completion.notified', by: 'AZ', received: '2006-03-11' });
  await k.record('2006-03-20', { id: 'c1', type: 'corrected', of: 'n2', received: '2006-03-10', reason: 'by the stamp of the registry' });
  await k.record('2008-10-01', { id: 'oral', type: 'termination.notified', by: 'AZ', received: '2008-10-01', form: 'oral' });
  await k.record('2009-02-02', { id: 't1', type: 'termination.notified', by: 'AZ', received: '2009-02-01', evidence: 'note 17/4' });
  await k.record('2009-03-02', { id: 'r1', type: 'termination.revoked', by: 'AZ', of: 't1', received: '2009-03-01' });
  await k.record('2010-06-01', { id: 'd1', ...decided, on: '2010-06-01', decision: 'renew' });
  await protocol(k);
  const note = await storeBytes(registers.home, Buffer.from('Note verbale No. 17, as received.\n'), noKeys);
  const about = { on: '2012-09-01', person: 'registry', to: 'own', name: 'note-17.txt' };
  await k.record('2012-09-01', { id: 'doc1', type: 'document.attached', ...about, ...note });
  await k.come('2013-01-15');
  await k.revise(testAgreement('life', { ...real, reminders: ['P1Y', 'P6M'] }), 'a year is needed to prepare');
  await k.record('2014-01-10', { id: 't2', type: 'termination.notified', by: 'AZ', received: '2014-01-05' });
  await k.record('2014-02-01', { id: 'k1', type: 'struck', of: 't2', reason: 'of another agreement' });
  await k.draft('way', { kind: 'termination', by: 'KZ' });
  await k.tell('way', 'approve', { by: 'approver' });
  await lettersAbout(k);
  await k.come('2014-02-20');
  return { keeper: k, days: ['2006-03-05', '2009-02-15', '2014-02-20'] };
}

/** From its proposal to its entry into force: our notification through the desk, and theirs. */
async function protocol(k: Keeper): Promise<void> {
  await k.come('2012-01-10');
  await k.propose('p1', { title: 'On frequencies', changes: { noticePeriod: 'P4M' }, proposal: { by: 'KZ', received: '2012-01-10' } });
  await k.come('2012-02-01');
  await k.tellProtocol('p1', 'agree', { by: 'officer', on: '2012-02-01' });
  await k.come('2012-03-01');
  await k.tellProtocol('p1', 'sign', { by: 'officer', on: '2012-03-01', place: 'Baku' });
  await k.draft('own', { kind: 'protocolCompletion', protocol: 'p1', by: 'KZ' });
  await k.tell('own', 'approve', { by: 'approver' });
  await k.tell('own', 'dispatch', { by: 'clerk', on: '2012-03-01', reference: '17/4' });
  await k.come('2012-03-20');
  await k.tell('own', 'confirmReceipt', { by: 'clerk', received: '2012-03-19', evidence: 'receipt 9' });
  await k.come('2012-05-02');
  const theirs = { direction: 'theirs', arrival: { received: '2012-05-01' } };
  await k.draft('theirs', { kind: 'protocolCompletion', protocol: 'p1', by: 'AZ' }, theirs);
  await k.come('2012-05-20');
  await k.tell('theirs', 'accept', { by: 'examiner' });
}

async function lettersAbout({ register, agreement, now }: Keeper): Promise<void> {
  const { seq } = (await register.outbox(agreement)).at(-1)!;
  const letter = { outbox: seq, way: 'email' } as const;
  await register.delivered(agreement, { ...letter, recipient: 'officer', became: 'sent', detail: '250 accepted' }, now);
  await register.delivered(agreement, { ...letter, recipient: 'deputy', became: 'failed', detail: '550 no such mailbox' }, now);
}

/** Onboarded in its second period; a decision to give notice, its draft, and the resulting end. */
async function ended(registers: Registers): Promise<Told> {
  const k = new Keeper(registers, 'ended', false);
  await k.come('2018-01-10');
  await k.open(testAgreement('ended', real), inForceFrom('2011-03-10'));
  await k.record('2020-03-09', { id: 'd', ...decided, on: '2020-03-09', decision: 'terminate' });
  await k.draft('d-notice', { kind: 'termination', by: 'KZ' }, { draftedBy: 'The director', enteredBy: 'desk officer' });
  await k.tell('d-notice', 'approve', { by: 'approver' });
  await k.tell('d-notice', 'dispatch', { by: 'clerk', on: '2020-03-09' });
  await k.come('2020-03-16');
  await k.tell('d-notice', 'confirmReceipt', { by: 'clerk', received: '2020-03-16', evidence: 'receipt' });
  await k.come('2021-01-10');
  return { keeper: k, days: ['2019-01-01', '2020-06-01', '2021-01-10'] };
}

/** A rehearsal: suspended and resumed, and in force. */
async function rehearsed(registers: Registers): Promise<Told> {
  const k = new Keeper(registers, 'rehearsed', true);
  await k.come('2021-04-01');
  await k.open(testAgreement('rehearsed', { reminders: ['P6M'] }), inForceFrom('2021-03-10'));
  await k.record('2022-03-01', { id: 'sus', type: 'suspension.agreed', on: '2022-03-01', from: '2022-06-01' });
  await k.record('2023-01-01', { id: 'res', type: 'resumption.agreed', on: '2023-01-01' });
  await k.come('2023-02-01');
  return { keeper: k, days: ['2021-12-31', '2022-12-31', '2023-02-01'] };
}

/** A rehearsal whose day of entry into force is known within a month. */
async function within(registers: Registers): Promise<Told> {
  const k = new Keeper(registers, 'within', true);
  await k.come('2022-01-10');
  const received = { notBefore: '2021-03-01', notAfter: '2021-03-31' };
  const [s, n1, n2] = inForceFrom('2021-03-10');
  await k.open(testAgreement('within'), [{ ...s }, { ...n1 }, { ...n2, received }]);
  await k.come('2022-06-01');
  return { keeper: k, days: ['2021-03-15', '2022-01-10', '2022-06-01'] };
}

export const stories = [life, ended, rehearsed, within];
