/** Letters: to whom, in which way, in which language, and each only once. */
import { describe, expect, it } from 'vitest';
import { letterOf } from '../delivery/letter.ts';
import { lettersOwed, type Post } from '../delivery/owed.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import { wordings } from '../wording/index.ts';
import type { Length } from '../clauses/calendar.ts';
import { languages, type Recipient } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { DeliveryLine, Line, OutboxLine } from '../register/types.ts';
import { d } from './law/setup.ts';
import { keptAgreement } from './law/notice-setup.ts';

const officer: Recipient = { id: 'officer', name: 'The officer', language: 'ru', email: 'officer@example.test' };
const program: Recipient = { id: 'program', name: 'A program', language: 'en', webhook: 'https://example.test/hook' };
const head: Recipient = { id: 'head', name: 'The head', language: 'kk', email: 'head@example.test', webhook: 'https://example.test/head' };
const act: Act = {
  kind: 'remind',
  what: 'lastDayForNotice',
  on: d('2030-02-28'),
  basis: 'art. 13',
  params: {
    state: 'ahead',
    ahead: 'P6M' as Length,
    since: null,
    decision: { decision: 'negotiate', person: '<b>A & "B"</b>', authority: 'instruction', by: 'KZ' },
    lastDay: d('2031-02-27'),
    unsure: [],
  },
  due: d('2030-08-28'),
  to: ['officer', 'program'],
};
const now = Date.UTC(2030, 1, 28, 9);
const line = (seq: number, step: OutboxLine['step'], more: object = {}, name = 'sha256:a', at = now): OutboxLine => ({
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

describe('letters that are owed', () => {
  it('go to those whom the act names, in each way in which they can be reached', () => {
    expect(owed([line(1, 'performed')])).toEqual(['1 officer email', '1 program webhook']);
    expect(owed([line(1, 'performed', { to: undefined })])).toEqual([
      '1 officer email',
      '1 program webhook',
      '1 head email',
      '1 head webhook',
    ]);
    expect(owed([line(1, 'performed', { to: ['nobody'] })])).toEqual([]);
  });

  it('go once: not again after they were sent, or after they were given up', () => {
    expect(owed([line(1, 'performed')], [sent(1, 'officer')])).toEqual(['1 program webhook']);
    expect(owed([line(1, 'performed')], [sent(1, 'officer', 'email', 'failed'), sent(1, 'program', 'webhook')])).toEqual([]);
  });

  it('are about reminders, announcements and outcomes, and not about history or what only the register keeps', () => {
    expect(owed([line(1, 'history')])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'enter', what: 'onboarded' })])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'draft', what: 'closingReport' })])).toEqual([]);
    expect(owed([line(1, 'performed', { kind: 'enter', what: 'decisionOutcome' })])).toHaveLength(2);
    expect(owed([line(1, 'performed', { kind: 'announce', what: 'termination' })])).toHaveLength(2);
  });

  it('are not sent a week late', () => {
    const week = 7 * 86_400_000;
    expect(owed([line(1, 'performed', {}, 'sha256:a', now - week)])).toHaveLength(2);
    expect(owed([line(1, 'performed', {}, 'sha256:a', now - week - 1)])).toEqual([]);
  });

  it('withdrawn before anyone was informed go to nobody, and afterwards to those who were informed', () => {
    const both = [line(1, 'performed'), line(2, 'withdrawn')];
    expect(owed(both)).toEqual([]);
    expect(owed(both, [sent(1, 'officer')])).toEqual(['2 officer email']);
    expect(owed(both, [sent(1, 'officer'), sent(2, 'officer')])).toEqual([]);
    expect(owed(both, [sent(1, 'officer', 'email', 'failed')])).toEqual([]);
  });

  it('of which it is not known whether they arrived are withdrawn as if they had, and sent again as if they had not', () => {
    const maybe = sent(1, 'officer', 'email', 'unknown');
    expect(owed([line(1, 'performed'), line(2, 'withdrawn')], [maybe])).toEqual(['2 officer email']);
    expect(owed([line(1, 'performed'), line(2, 'withdrawn'), line(3, 'performed')], [maybe])).toEqual([
      '3 officer email',
      '3 program webhook',
    ]);
    expect(owed([line(1, 'performed')], [maybe])).toEqual(['1 program webhook']);
  });

  it('again after a withdrawal go to those who were informed of the withdrawal or of nothing', () => {
    const again = [line(1, 'performed'), line(2, 'withdrawn'), line(3, 'performed')];
    expect(owed(again, [sent(1, 'officer')])).toEqual(['3 program webhook']);
    expect(owed(again, [sent(1, 'officer'), sent(2, 'officer')])).toEqual(['3 officer email', '3 program webhook']);
  });
});

describe('a letter', () => {
  const agreement = keptAgreement();
  const of = (language: Recipient['language'], more: object = {}, isWithdrawn = false, instead: Act[] = [], because?: Line) =>
    letterOf({
      agreement,
      act: { ...act, ...more },
      isWithdrawn,
      instead,
      because,
      recipient: { ...officer, language },
      entry: undefined,
      sender: 'Treaties <treaties@example.test>',
      at: now,
    });
  const renewal = { question: 'renewal', period: 2, sendBy: d('2030-08-14') };
  const expiry = { what: 'expiryAhead', question: 'expiry', period: 1, due: d('2026-12-11') };

  it.each(languages)('in %s says what happens on which day, on what basis, and what can be done', language => {
    const { subject, text, html } = of(language);
    const { letter: l } = wordings[language];
    expect(subject).toContain(l.acts.lastDayForNotice);
    for (const said of [l.labels.due, actSentence(act, wordings[language]), l.acknowledgeLast, 'The officer']) expect(text).toContain(said);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain('&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  it.each([
    ['en', 'Send by: 14 August 2030', 'Safe day: last day for receipt of the notice: 28 August 2030', 'The agreement is renewed.'],
    [
      'ru',
      'Отправить не позднее: 14 августа 2030 года',
      'Последний безопасный день получения уведомления: 28 августа 2030 года',
      'продлевается',
    ],
    ['kk', 'Жіберудің соңғы күні: 2030 жылғы 14 тамыз', 'Хабарлама алынуға тиіс соңғы қауіпсіз күн: 2030 жылғы 28 тамыз', 'ұзартылады'],
    ['az', 'Göndərilməli olduğu son gün: 14 avqust 2030', 'Bildirişin alınmalı olduğu son təhlükəsiz gün: 28 avqust 2030', 'uzadılır'],
  ] as const)('about a renewal gives in %s the send-by day and the safe day, in subject and text', (language, ...said) => {
    const { subject, text } = of(language, renewal);
    for (const words of said) expect(text).toContain(words);
    for (const words of said.slice(0, 2)) expect(subject).toContain(words);
    expect(of(language, { ...renewal, what: 'escalation' }).subject).toContain(said[0]);
  });

  it.each([
    ['en', 'Expires on 11 December 2026 unless the Parties agree to renew', 'renewed', 'Last day in force: 11 December 2026'],
    [
      'ru',
      'Срок действия истекает 11 декабря 2026 года, если Стороны не договорятся о продлении',
      'продлевается',
      'Последний день действия: 11 декабря 2026 года',
    ],
    [
      'kk',
      'Тараптар ұзарту туралы уағдаласпаса, қолданылу мерзімі 2026 жылғы 11 желтоқсан күні аяқталады',
      'ұзартылады',
      'Қолданылатын соңғы күні: 2026 жылғы 11 желтоқсан',
    ],
    [
      'az',
      'Tərəflər uzadılma barədə razılığa gəlməsələr, 11 dekabr 2026 tarixində müddəti bitir',
      'uzadılır',
      'Qüvvədə olduğu son gün: 11 dekabr 2026',
    ],
  ] as const)('about an expiry is worded as one in %s, and never like a renewal', (language, subjectBegins, renewed, lastDay) => {
    const { subject, text } = of(language, expiry);
    expect(subject).toBe(`${subjectBegins}: An invented agreement`);
    expect(text).toContain(lastDay);
    expect(text).toContain(wordings[language].letter.otherwise.expiry);
    for (const words of [renewed, wordings[language].letter.labels.safeDay, wordings[language].letter.acts.lastDayForNotice])
      expect(`${subject} ${text}`).not.toContain(words);
    expect(of(language, { ...expiry, what: 'escalation' }).text).toContain(lastDay);
  });

  it.each([
    ['a reminder of the ladder', {}, ['officer'], true],
    ['an escalation', { state: 'escalated' }, ['officer'], true],
    ['a reminder sent to all', {}, ['officer', 'head'], false],
    ['a late reminder', { state: 'late' }, undefined, false],
    ['a reminder to somebody listed later', { state: 'listed' }, ['head'], false],
    ['a reminder of a decision that was made', { decision: (act.params as { decision: unknown }).decision }, ['officer'], false],
  ])('about %s says whether the next person on the list is reminded', (_, state, to, isNext) => {
    const desk = { party: 'KZ', recipients: [officer, head].map(r => ({ ...r, webhook: undefined })) };
    const said = (on = act.on) =>
      letterOf({
        agreement: keptAgreement({ desk }),
        act: { ...act, on, to, params: { ...act.params, decision: null, ...state } } as Act,
        isWithdrawn: false,
        instead: [],
        recipient: officer,
        entry: undefined,
        sender: 'Treaties <treaties@example.test>',
        at: now,
      }).text;
    const { acknowledge, acknowledgeLast } = wordings.ru.letter;
    expect(said()).toContain(isNext ? acknowledge : acknowledgeLast);
    expect(said(act.due)).toContain(acknowledgeLast);
  });

  it('about a withdrawn act says so, and neither what to do nor what would have followed', () => {
    const { subject, text } = of('en', renewal, true);
    expect(subject).toMatch(/^Withdrawn: A decision is due/);
    for (const words of ['Acknowledge', wordings.en.letter.labels.otherwise]) expect(text).not.toContain(words);
    expect(of('en', expiry, true).subject).toBe(
      'Withdrawn: Expires on 11 December 2026 unless the Parties agree to renew: An invented agreement',
    );
  });

  it('about a withdrawn act says what replaces it, or that nothing does', () => {
    const now = { ...act, due: d('2030-09-28') } as Act;
    const { text } = of('ru', renewal, true, [now]);
    expect(text).toContain(`Это больше не верно, так как реестр изменился: ${actSentence({ ...act, ...renewal } as Act, wordings.ru)}`);
    expect(text).toContain(`Теперь верно: ${actSentence(now, wordings.ru)}`);
    expect(of('en', renewal, true).text).toContain(
      `Nothing replaces it. To see where the agreement stands now: npx servanda agreement show`,
    );
  });

  it.each([
    [
      { type: 'struck', of: 't1', reason: 'sent in error' },
      'Reason: entry t1 was struck (sent in error).',
      'Причина: исключена запись t1 (sent in error).',
    ],
    [{ type: 'corrected', of: 'n2', received: '2029-01-01' }, 'Reason: entry n2 was corrected.', 'Причина: исправлена запись n2.'],
    [
      { type: 'described', reason: 'a misprint' },
      'Reason: the description of the agreement was changed (a misprint).',
      'Причина: изменено описание соглашения (a misprint).',
    ],
    [
      { type: 'suspension.agreed', on: '2029-01-01', reason: 'none of it' },
      /^Reason: an entry was recorded: suspension.*, 1 Jan 2029\.$/im,
      /^Причина: внесена запись: .*, 1 января 2029 года\.$/m,
    ],
  ])('about a withdrawn act says what withdrew it: %j', (entry, english, russian) => {
    const because = { id: 'x', recorded: '2030-01-01', ...entry } as unknown as Line;
    const said = (language: Recipient['language']): string => of(language, renewal, true, [], because).text;
    const inLine = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[().]/g, '\\$&')}$`, 'm');
    expect(said('en')).toMatch(english instanceof RegExp ? english : inLine(english));
    expect(said('ru')).toMatch(russian instanceof RegExp ? russian : inLine(russian));
    for (const language of languages) expect(said(language)).toContain(wordings[language].letter.because.split(':')[0]);
    expect(of('en', renewal, false, [], because).text).not.toContain('Reason');
  });

  it('about the result of a decision gives the end of the period, and no send-by day', () => {
    const { subject, text } = of('en', {
      ...renewal,
      kind: 'enter',
      what: 'decisionOutcome',
      due: d('2031-02-28'),
      params: { asked: d('2030-08-28'), decision: null, outcome: 'silence' },
    });
    expect(subject).toBe('Outcome of the decision: An invented agreement (28 February 2031)');
    expect(text).not.toContain(wordings.en.letter.labels.sendBy);
  });

  it('about anything but the decision asks for nothing', () => {
    const { text, subject } = of('en', {
      kind: 'announce',
      what: 'renewal',
      due: undefined,
      basis: 'closing clause',
      params: { firstDay: d('2031-02-28'), period: 3, lastDay: d('2036-02-27'), lastDayForNotice: null },
    });
    expect(text).not.toContain('Acknowledge');
    expect(text).toContain('Basis: closing clause');
    expect(subject).toBe('Renewed: An invented agreement');
    expect(
      of('en', { what: 'proofOfReceipt', params: { agreement: 'x', notice: '2030-1', dispatched: act.on, expected: act.due } }).subject,
    ).toBe('Proof of receipt is missing: An invented agreement (28 August 2030)');
  });
});
