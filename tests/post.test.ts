/** Letters: to whom, by which way, in which language, once each. */
import { describe, expect, it } from 'vitest';
import { letterOf } from '../activities/post/letter.ts';
import { lettersOwed, type Post } from '../activities/post/owed.ts';
import { wordings } from '../activities/wording/index.ts';
import { languages, type Recipient } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { DeliveryLine, OutboxLine } from '../register/types.ts';
import { d } from './law/given.ts';
import { keptAgreement } from './law/notices-on-their-way.ts';

const officer: Recipient = { id: 'officer', name: 'The officer', language: 'ru', email: 'officer@example.test' };
const program: Recipient = { id: 'program', name: 'A program', language: 'en', webhook: 'https://example.test/hook' };
const head: Recipient = { id: 'head', name: 'The head', language: 'kk', email: 'head@example.test', webhook: 'https://example.test/head' };
const act: Act = {
  kind: 'remind',
  what: 'lastDayForNotice',
  on: d('2030-02-28'),
  basis: 'art. 13',
  text: '6 months to the safe day, 28 Aug 2030: <silence> renews & "binds".',
  due: d('2030-08-28'),
  to: ['officer', 'program'],
};
const now = Date.UTC(2030, 1, 28, 9);
const line = (seq: number, step: OutboxLine['step'], more: Partial<Act> = {}, name = 'sha256:a', at = now): OutboxLine => ({
  seq,
  agreement: 'x',
  act: name,
  step,
  body: { ...act, ...more },
  at,
});
const sent = (
  outbox: number,
  recipient: string,
  way: DeliveryLine['way'] = 'email',
  became: DeliveryLine['became'] = 'sent',
): DeliveryLine => ({
  seq: outbox,
  agreement: 'x',
  outbox,
  recipient,
  way,
  became,
  detail: '250',
  at: now,
});
const owed = (outbox: OutboxLine[], deliveries: DeliveryLine[] = [], more: Partial<Post> = {}): string[] =>
  lettersOwed({ outbox, deliveries, recipients: [officer, program, head], now, ...more }).map(l => `${l.outbox} ${l.recipient} ${l.way}`);

describe('letters owed', () => {
  it('go to those whom the act tells, by each way in which they can be reached', () => {
    expect(owed([line(1, 'performed')])).toEqual(['1 officer email', '1 program webhook']);
    expect(owed([line(1, 'performed', { to: undefined })])).toEqual([
      '1 officer email',
      '1 program webhook',
      '1 head email',
      '1 head webhook',
    ]);
    expect(owed([line(1, 'performed', { to: ['nobody'] })])).toEqual([]);
  });

  it('go once: neither again after they were sent, nor after they were given up', () => {
    expect(owed([line(1, 'performed')], [sent(1, 'officer')])).toEqual(['1 program webhook']);
    expect(owed([line(1, 'performed')], [sent(1, 'officer', 'email', 'failed'), sent(1, 'program', 'webhook')])).toEqual([]);
  });

  it('are of reminders, announcements and outcomes, and not of history or of what the register keeps', () => {
    expect(owed([line(1, 'history')])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'enter', what: 'takenUp' })])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'draft', what: 'closingReport' })])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'enter', what: 'decisionOutcome' })])).toHaveLength(2);
    expect(owed([line(1, 'performed', { kind: 'announce', what: 'termination' })])).toHaveLength(2);
  });

  it('are not sent a week late', () => {
    const week = 7 * 86_400_000;
    expect(owed([line(1, 'performed', {}, 'sha256:a', now - week)])).toHaveLength(2);
    expect(owed([line(1, 'performed', {}, 'sha256:a', now - week - 1)])).toEqual([]);
  });

  it('withdrawn before anyone was told, nobody is told; after that, those who were told', () => {
    const both = [line(1, 'performed'), line(2, 'withdrawn')];
    expect(owed(both)).toEqual([]);
    expect(owed(both, [sent(1, 'officer')])).toEqual(['2 officer email']);
    expect(owed(both, [sent(1, 'officer'), sent(2, 'officer')])).toEqual([]);
    expect(owed(both, [sent(1, 'officer', 'email', 'failed')])).toEqual([]);
  });

  it('of which it is not known whether they arrived are taken back as if they had, and told again as if they had not', () => {
    const maybe = sent(1, 'officer', 'email', 'unknown');
    expect(owed([line(1, 'performed'), line(2, 'withdrawn')], [maybe])).toEqual(['2 officer email']);
    expect(owed([line(1, 'performed'), line(2, 'withdrawn'), line(3, 'performed')], [maybe])).toEqual([
      '3 officer email',
      '3 program webhook',
    ]);
    expect(owed([line(1, 'performed')], [maybe])).toEqual(['1 program webhook']);
  });

  it('owed again after a withdrawal, those are told who were told of it or of nothing', () => {
    const again = [line(1, 'performed'), line(2, 'withdrawn'), line(3, 'performed')];
    expect(owed(again, [sent(1, 'officer')])).toEqual(['3 program webhook']);
    expect(owed(again, [sent(1, 'officer'), sent(2, 'officer')])).toEqual(['3 officer email', '3 program webhook']);
  });
});

describe('a letter', () => {
  const agreement = keptAgreement();
  const of = (language: Recipient['language'], more: object = {}) =>
    letterOf({ agreement, act, isWithdrawn: false, recipient: { ...officer, language }, id: 'sha256:abc', at: now, ...more });

  it.each(languages)('in %s says what, which day, on what basis, and what can be done', language => {
    const { subject, text, html } = of(language);
    const { letter: l } = wordings[language];
    expect(subject).toContain(l.acts.lastDayForNotice);
    for (const said of [l.labels.due, l.asEntered, act.text, l.acknowledge, 'The officer']) expect(text).toContain(said);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain('&lt;silence&gt; renews &amp; &quot;binds&quot;');
    expect(html).not.toContain('<silence>');
  });

  it('has the date concerned as a calendar entry of a whole day, with the id of the act', () => {
    const { calendar } = of('en');
    expect(calendar!.method).toBe('PUBLISH');
    for (const said of [
      'BEGIN:VCALENDAR',
      'METHOD:PUBLISH',
      'UID:abc@servanda',
      'DTSTART;VALUE=DATE:20300828',
      'DTEND;VALUE=DATE:20300829',
    ])
      expect(calendar!.content).toContain(said);
    expect(of('en').calendar!.content).toBe(calendar!.content);
    expect(of('en', { act: { ...act, due: undefined } }).calendar).toBeUndefined();
  });

  it('of an act that was taken back says so, and cancels the entry', () => {
    const { subject, text, calendar } = of('en', { isWithdrawn: true });
    expect(subject).toMatch(/^Withdrawn: /);
    expect(text).not.toContain(wordings.en.letter.acknowledge);
    expect(calendar!.method).toBe('CANCEL');
    for (const said of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1', 'UID:abc@servanda']) expect(calendar!.content).toContain(said);
  });

  it('of another matter than the decision asks for nothing', () => {
    const { text, subject } = of('en', { act: { ...act, kind: 'announce', what: 'renewal', due: undefined, basis: 'closing clause' } });
    expect(text).not.toContain(wordings.en.letter.acknowledge);
    expect(text).toContain('Basis: closing clause');
    expect(subject).toBe('Renewed: An invented agreement');
  });
});
