/** The first two sentences of an agreement's page: what to do by when; and what that achieves, on which readings, by which article. */
import { byText, dayBefore, daysBetween, type CalendarDate } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { isRenewalDecided, type Ending, type Headline } from '../../../client/headline.ts';
import { html, joined, type Html } from '../../html.ts';
import { noticePath } from '../../forms/next-of-notice.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

export interface HeadlineContext {
  s: AgreementStanding;
  headline: Headline;
  words: Words;
  days: Days;
}

export function firstSentence({ s, headline: h, words, days }: HeadlineContext): Html {
  const { headline: m } = words.m;
  const { late } = words.wording.client;
  const until = asksForNotice(h) ? changeableUntil(s) : undefined;
  if (until) {
    const step = s.reckoning.find(r => (r.id === 'sendBy' || r.id === 'safeDay') && r.date === until)?.id;
    return words.rich(m.decidedUntil, { day: days.link(until, step), left: words.left(daysBetween(s.asOf, until)) });
  }
  switch (h.code) {
    case 'send':
      return words.rich(m.send, { day: days.link(h.sendBy, 'sendBy'), left: words.left(h.daysLeft) });
    case 'sendByPast':
      return words.rich(m.sendByPast, { day: days.link(h.sendBy, 'sendBy'), left: words.left(h.daysLeft) });
    case 'safeDayPast':
      return h.safe ? words.rich(late.safeDayPast, { day: days.link(h.safe) }) : html`${late.noSafeDay}`;
    case 'renews':
      return html`${words.rich(late.renews, { days: renewalsTogether(s, days, h.renewsOn) })} <i>(${words.left(h.daysLeft)})</i>`;
    case 'sendToEnd':
      return words.rich(m.sendToEnd, { day: days.link(h.sendBy), end: days.link(h.lastDay), left: words.left(h.daysLeft) });
    case 'ends':
    case 'expires': {
      if (h.lastDay < s.asOf) return words.rich(m.disputedSince, { day: days.link(h.lastDay, 'termination') });
      const certain = String(!h.otherDays.length && !h.orNever);
      return words.rich(m[h.code], { certain, day: days.link(h.lastDay, 'termination'), left: words.left(h.daysLeft) });
    }
    case 'stands':
      return days.said(s.answer.sentence);
    default:
      return h satisfies never;
  }
}

const asksForNotice = ({ code }: Headline): boolean =>
  code === 'send' || code === 'sendByPast' || code === 'safeDayPast' || code === 'sendToEnd';

/** The last day on which a notice, sent or received by then, can still undo a decision to renew; undefined if none was made. */
function changeableUntil({ decision: owed, asOf }: AgreementStanding): CalendarDate | undefined {
  if (!owed || !isRenewalDecided({ decision: owed })) return undefined;
  return owed.sendBy && owed.sendBy >= asOf ? owed.sendBy : owed.due;
}

export function secondSentence(said: HeadlineContext): Html {
  const { s, words, headline: h } = said;
  return joined([...sent(said), ...achieved(said), ...endedOtherwise(said), ...(h.code === 'stands' ? [] : decided(s, words))], ' ');
}

/** A dispatched notice has no legal effect before it is received: it is mentioned next to what still applies. */
function sent({ s: { agreement, onItsWay }, words, days }: HeadlineContext): Html[] {
  if (!onItsWay) return [];
  const { notice, dispatched } = onItsWay;
  const number = html`<a href="${noticePath(agreement, notice)}">${notice}</a>`;
  return [words.rich(words.m.second.onItsWay, { number, day: days.plain(dispatched) })];
}

function achieved({ s, headline: h, words, days }: HeadlineContext): Html[] {
  const m = words.m.second;
  const { late } = words.wording.client;
  const basis = 'basis' in h ? words.basis(h.basis) : '';
  switch (h.code) {
    case 'send':
    case 'sendByPast': {
      const from = h.code === 'send' ? h.from : null;
      const safe = days.link(h.safe, 'safeDay');
      return [
        from ? words.rich(m.receivedFrom, { from: days.link(from), safe, basis }) : words.rich(m.received, { safe, basis }),
        words.rich(late.otherwise, { days: renewals(s, days, words, h.renewsOn) }),
      ];
    }
    case 'safeDayPast':
      return [
        ...(h.lastDays.length ? [words.rich(late.lastDays, { days: days.links(h.lastDays), basis })] : []),
        words.rich(late.otherwise, { days: renewals(s, days, words, h.renewsOn) }),
      ];
    case 'renews':
      return [
        ...(h.lastDays.length
          ? [words.rich(late.lastDays, { days: days.links(h.lastDays), basis }), words.rich(late.silence, { basis })]
          : [words.rich(late.renewal, { basis })]),
        ...(h.lateNotice
          ? [
              words.rich(late.lateNotice, {
                day: days.plain(s.asOf),
                days: days.links(h.lateNotice.lastDays),
                basis: words.basis(h.lateNotice.basis),
              }),
            ]
          : []),
        ...(h.ahead ? aheadOfRenewal(h.ahead, { words, days }, basis) : []),
      ];
    case 'sendToEnd':
      return toEnd({ s, words, days }, h);
    case 'ends':
    case 'expires':
      return ending({ s, words, days }, h);
    case 'stands':
      return [...standing({ words, days }, h), ...s.notes.map(days.said)];
    default:
      return h satisfies never;
  }
}

/** A notice against the next renewal must be sent before the one that comes. */
function aheadOfRenewal(
  { from, safe, sendBy, renewsOn, daysLeft }: NonNullable<Extract<Headline, { code: 'renews' }>['ahead']>,
  { words, days }: Pick<HeadlineContext, 'words' | 'days'>,
  basis: string,
): Html[] {
  const { headline, second } = words.m;
  const values = { day: days.link(sendBy, 'sendBy'), left: words.left(daysLeft) };
  return [
    html`${words.rich(daysLeft < 0 ? headline.sendByPast : headline.send, values)}.`,
    words.rich(second.receivedFrom, { from: days.link(from), safe: days.link(safe, 'safeDay'), basis }),
    words.rich(words.wording.client.late.otherwise, { days: days.links(renewsOn) }),
  ];
}

/** Without an end on the default reading: the last days in force on the readings that give one. */
function endedOtherwise({ s: { otherEnds }, words, days }: HeadlineContext): Html[] {
  const last = otherEnds.flatMap(({ firstDayOut }) => (firstDayOut ? [dayBefore(firstDayOut)] : []));
  return last.length ? [words.rich(words.m.second.disputed, { days: days.links([...new Set(last)].sort(byText)) })] : [];
}

function standing(
  { words, days }: Pick<HeadlineContext, 'words' | 'days'>,
  { renewal, noticeFrom }: Extract<Headline, { code: 'stands' }>,
): Html[] {
  const { late } = words.wording.client;
  if (!noticeFrom) return renewal ? [words.rich(late.silence, { basis: words.basis(renewal) })] : [];
  const values = { day: days.link(noticeFrom.day), basis: words.basis(noticeFrom.basis) };
  return [words.rich(late.noticeFrom, { renewed: String(renewal !== null), ...values })];
}

function toEnd({ s, words, days }: Pick<HeadlineContext, 's' | 'words' | 'days'>, h: Extract<Headline, { code: 'sendToEnd' }>): Html[] {
  const m = words.m.second;
  const values = { safe: days.link(h.safe), end: days.link(h.lastDay), basis: words.basis(h.basis) };
  return [
    h.from ? words.rich(m.toEndFrom, { from: days.link(h.from), ...values }) : words.rich(m.toEnd, values),
    ...h.sooner.map(({ receivedBy, lastDay }) => words.rich(m.toEndSooner, { day: days.link(receivedBy), end: days.link(lastDay) })),
    ...(h.end
      ? [html`${firstSentence({ s, headline: h.end, words, days })}.`, ...ending({ s, words, days }, h.end)]
      : [h.renewal ? words.rich(words.wording.client.late.silence, { basis: words.basis(h.renewal) }) : words.rich(m.nothingRenewed)]),
  ];
}

/** The day after the current period; its reckoning is that of the period's end. */
const renewals = (s: AgreementStanding, days: Days, words: Words, renewsOn: readonly CalendarDate[]): Html =>
  words.listed(renewsOn.map(d => days.link(d, endOfPeriod(s, days))));

const renewalsTogether = (s: AgreementStanding, days: Days, renewsOn: readonly CalendarDate[]): Html =>
  days.together(renewsOn, endOfPeriod(s, days));

const endOfPeriod = ({ period }: AgreementStanding, days: Days): string | undefined =>
  period ? days.stepNamed('periodEnd', period.lastDay) : undefined;

function ending({ s, words, days }: Pick<HeadlineContext, 's' | 'words' | 'days'>, h: Ending): Html[] {
  const m = words.m.second;
  const basis = words.basis(h.basis);
  const day = days.link(h.lastDay, 'termination');
  const by = h.notice && words.party(h.notice.by, s.described);
  return [
    h.notice
      ? words.rich(m.noticeEnds, { by: by!, received: days.link(h.notice.received, `fact/${h.notice.id}`), day, basis })
      : h.code === 'expires'
        ? words.rich(m.expiry, { basis })
        : words.rich(m.cause, { cause: words.capital(words.wording.certificate.causes[h.cause]), basis }),
    ...sooner({ s, words, days }),
    ...(h.otherDays.length ? [words.rich(m.disputed, { days: days.links(h.otherDays, 'termination') })] : []),
    ...(h.orNever ? [words.rich(m.orNever)] : []),
    ...(h.notice?.revocableUntil
      ? [
          words.rich(m.revocable, {
            by: by!,
            day: days.link(h.notice.revocableUntil, `notice/${h.notice.id}`),
            consent: String(h.notice.byConsent),
          }),
        ]
      : []),
  ];
}

/** A later treaty ends it only after the running period, whose renewal a notice still prevents. */
function sooner({ s: { decision: owed, period, asOf }, words, days }: Pick<HeadlineContext, 's' | 'words' | 'days'>): Html[] {
  if (owed?.question !== 'renewal' || owed.state === 'renew' || !owed.sendBy || !period?.lastDayForNotice) return [];
  const { headline, second } = words.m;
  const sendBy = { day: days.link(owed.sendBy, 'sendBy'), left: words.left(daysBetween(asOf, owed.sendBy)) };
  const safe = { safe: days.link(owed.due, 'safeDay'), basis: words.basis(period.lastDayForNotice.basis) };
  return [html`${words.rich(owed.sendBy < asOf ? headline.sendByPast : headline.send, sendBy)}.`, words.rich(second.received, safe)];
}

function decided({ decision, missed }: AgreementStanding, words: Words): Html[] {
  const m = words.m.second;
  if (!decision) return missed?.state === 'undecided' ? [words.rich(m.undecided)] : [];
  const { state, decision: made } = decision;
  if (made) {
    const { person, authority } = made;
    return [words.rich(m.decided, { decision: words.values.decisions[state], person, authority })];
  }
  return [words.rich(m.undecided)];
}
