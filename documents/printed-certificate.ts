/** A certificate of status as a document in one language: first the answer, then each date with its article and the other readings. */
import type { Bounds } from '../clauses/bounds.ts';
import { latest, type CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import type { Condition } from '../clauses/reading.ts';
import { isRunning } from '../machines/revocable.ts';
import { safeWindow } from '../machines/safe-window.ts';
import type { Certificate } from './certificate.ts';
import type { Certified } from './certified.ts';
import { conditionsIn } from '../wording/certificate.ts';
import { articleIn, citedInFull, dayIn, fill, textIn, wordings, type Wording } from '../wording/index.ts';
import { message } from '../wording/message.ts';
import { statementIn } from '../wording/statements.ts';
import type { Reason } from '../clauses/reason.ts';
import type { PrintedDocument, Row, Section } from './printed-document.ts';
import { oneOf } from '../wording/intl.ts';

/** `signer`: the id of the key that signed the certificate. */
export function printedCertificate(c: Certificate, language: Language, signer: string | undefined): PrintedDocument {
  const say = new Formatter(language);
  const { w, own } = say;
  return {
    language,
    head: own.head,
    draft: c.rehearsal ? own.rehearsal : undefined,
    block: [...agreementRows(c, say)],
    body: [...(c.rehearsal ? [own.rehearsalSaid] : []), fill(own.days, { asOf: dayIn(w, c.asOf), knownOn: dayIn(w, c.knownOn) })],
    answer: fill(own.answers[c.answer], { knownOn: dayIn(w, c.knownOn), ...statusesIn(c, say) }),
    datesHead: '',
    dates: [],
    sections: c.standing ? sectionsOf(c, c.standing, say) : [],
    closing: c.standing && c.asOf > c.knownOn ? own.ahead : undefined,
    signature: { label: w.labels.signature, name: '', authority: '', seal: w.labels.seal },
    tongue: undefined,
    foot: footOf(c, say, signer),
  };
}

/** The status under the reading in use, and under the others. */
function statusesIn({ standing }: Certificate, { w, own }: Formatter): Record<string, string> {
  if (!standing) return {};
  const others = new Set(standing.statusAlternatives.map(a => own.statuses[a.status as Certified['status']]));
  return { status: own.statuses[standing.status], others: oneOf(w.locale, [...others]) };
}

function agreementRows({ agreement: { id, title, parties, signed } }: Certificate, { w, own, language, on, between }: Formatter): Row[] {
  return [
    [w.labels.agreement, textIn(title, language)],
    [own.labels.parties, parties.map(p => `${textIn(p.name, language)} (${p.id})`).join('\n')],
    ...(signed
      ? [
          [
            w.labels.signed,
            [signed.place, signed.on ? on(signed.on, signed.basis) : between(signed as Bounds, signed.basis)].filter(Boolean).join(', '),
          ] as Row,
        ]
      : []),
    [own.labels.id, id],
  ];
}

/** Days on which offices are closed matter only to whoever has a notice to send. */
const isOfStatus = ({ code }: Certified['noted'][number]): boolean => code !== 'officesClosed';

/** Leaves out empty sections, except notices and protocols, which state that there are none. */
function sectionsOf(c: Certificate, s: Certified, say: Formatter): Section[] {
  const { own } = say;
  const none: Row[] = [[own.labels.none, '']];
  const remarks: Row[] = [
    ...s.withoutEffect.map((e): Row => [e.fact, say.inFull(statementIn(e.reason, say.w))]),
    ...s.noted.filter(isOfStatus).map((n): Row => ['', say.inFull(statementIn(n, say.w))]),
  ];
  return [
    {
      head: own.sections.standing,
      rows: [
        ...statusRows(s, say),
        ...entryRows(s, c.asOf, say),
        ...provisionalRows(s, say),
        ...suspensionRows(s, say),
        ...periodRows(s, c.asOf, say),
        ...endRows(s, c.asOf, say),
        ...survivalRows(s, say),
      ],
    },
    { head: own.sections.notices, rows: s.notices.length ? noticeRows(c, s, say) : none },
    { head: own.sections.protocols, rows: s.protocols.length ? s.protocols.map((p): Row => [p.id, protocolText(p, say)]) : none },
    { head: own.sections.counting, rows: countingRows(s, say) },
    { head: own.sections.remarks, rows: remarks },
  ].filter(section => section.rows.length > 0);
}

function statusRows({ status, statusAlternatives: others, within, certain }: Certified, { own, otherwise }: Formatter): Row[] {
  if (within && !certain) return [[own.labels.status, within.statuses.map(s => own.statuses[s]).join(own.or)]];
  const said = others.map(({ status: other, when }) => otherwise(own.statuses[other as Certified['status']], when));
  return [[own.labels.status, [own.statuses[status], ...said].join('\n')]];
}

const over: readonly string[] = ['terminated', 'expired', 'superseded'];

function entryRows({ entryIntoForce: e, status }: Certified, asOf: CalendarDate, { w, own, on, others, between }: Formatter): Row[] {
  const { notBefore, notAfter } = e;
  if (notBefore && notAfter) return [[w.labels.entryIntoForce, between({ notBefore, notAfter }, e.basis)]];
  if (e.date) {
    const label = e.date > asOf ? 'inForceFrom' : over.includes(status) ? 'wasInForceFrom' : 'inForceSince';
    return [[own.labels[label], [on(e.date, e.basis), ...others(e.alternatives)].join('\n')]];
  }
  return e.notBefore ? [[w.labels.notBefore, on(e.notBefore, e.basis)]] : [[w.labels.entryIntoForce, own.labels.notShown]];
}

/** Provisional application ends with entry into force, so that it never begins after it. */
function provisionalRows({ provisionalApplication: p, entryIntoForce: e }: Certified, { own, on, others }: Formatter): Row[] {
  if (!p || (e.date && e.date <= p.from)) return [];
  const ended = p.ended ? [`${own.labels.ended}: ${on(p.ended.on, 'VCLT art. 25')}`] : [];
  return [[own.labels.appliedFrom, [on(p.from, p.basis), ...others(p.alternatives), ...ended].join('\n')]];
}

const suspensionRows = ({ suspensions = [] }: Certified, { own, on }: Formatter): Row[] =>
  suspensions.flatMap(({ from, resumes }): Row[] => [
    [own.labels.suspendedFrom, on(from, 'VCLT art. 57')],
    ...(resumes ? [[own.labels.resumedFrom, on(resumes, 'VCLT art. 57')] as Row] : []),
  ]);

function periodRows(
  { period: p, status, within, noticeFrom, durationNotDescribed, untilCondition }: Certified,
  asOf: CalendarDate,
  say: Formatter,
): Row[] {
  const { w, own, on, basis, others } = say;
  if (!p && within?.periods) return periodRowsWithin(within, asOf, say);
  const none = durationNotDescribed ? own.labels.notShown : untilCondition ? own.labels.untilCondition : own.labels.withoutLimit;
  const barred = noticeFrom ? [say.notBefore(noticeFrom)] : [];
  if (!p) return status === 'inForce' || status === 'suspended' ? [[w.labels.currentPeriod, [none, ...barred].join('\n')]] : [];
  const last = p.lastDayForNotice;
  const window = last && safeWindow(last, asOf);
  const lastDay = last && [`${on(last.date, last.basis)}${p.settled ? `, ${own.labels.past}` : ''}`, ...others(last.alternatives)];
  return [
    [
      w.labels.currentPeriod,
      [`${p.number}: ${dayIn(w, p.firstDay)} – ${dayIn(w, p.lastDay)}${basis(p.basis)}`, ...others(p.alternatives)].join('\n'),
    ],
    [w.labels.lastDayForNotice, (lastDay ?? [own.labels.none, ...barred]).join('\n')],
    ...fromRow(window, last?.basis, asOf, say),
    ...(window && (!last.certain || window.safe !== last.date) ? [[own.labels.safeDay, on(window.safe, last.basis)] as Row] : []),
  ];
}

/** The first day on which a notice is in time, unless that day has already come. */
const fromRow = (
  window: { from: CalendarDate } | null | undefined,
  basis: string | null | undefined,
  asOf: CalendarDate,
  { own, on }: Formatter,
): Row[] => (window && window.from > asOf ? [[own.labels.safeFrom, on(window.from, basis ?? null)]] : []);

/** For a day known only within bounds: the periods it may be in, and the safe day across all of them. */
function periodRowsWithin({ periods, safeDay }: NonNullable<Certified['within']>, asOf: CalendarDate, say: Formatter): Row[] {
  const { w, own, on, between } = say;
  const { first, last, lastDay, lastDayForNotice } = periods!;
  return [
    [w.labels.currentPeriod, `${first === last ? first : `${first}–${last}`}: … – ${between(lastDay, null)}`],
    ...(lastDayForNotice ? [[w.labels.lastDayForNotice, between(lastDayForNotice, null)] as Row] : []),
    ...fromRow(safeDay, safeDay?.basis, asOf, say),
    [own.labels.safeDay, safeDay ? on(safeDay.date, safeDay.basis) : own.labels.none],
  ];
}

function endRows({ termination: t, otherEnds, within }: Certified, asOf: CalendarDate, { w, own, on, ends, between }: Formatter): Row[] {
  const bounds = within?.lastDayInForce;
  if (!t && bounds) return [[own.labels.ends, `${w.labels.lastDayInForce}: ${between(bounds, null)}`]];
  if (!t) return otherEnds.length ? [[own.labels.ends, [own.labels.noEnd, ...ends(otherEnds)].join('\n')]] : [];
  const lines = [own.causes[t.cause], `${w.labels.lastDayInForce}: ${on(t.lastDayInForce, t.basis)}`];
  const first = `${own.labels.firstDayOut}: ${on(t.firstDayOut, t.basis)}`;
  return [[t.firstDayOut > asOf ? own.labels.ends : own.labels.ended, [...lines, first, ...ends(t.alternatives)].join('\n')]];
}

/** Its name is in English, as in the agreement's description. */
const survivalRows = ({ survivals = [] }: Certified, { own, on, others }: Formatter): Row[] =>
  survivals.map((s): Row => [
    own.labels.survives,
    [`${s.what}: ${s.lastDay ? on(s.lastDay, s.basis) : own.labels.noDaySet}`, ...others(s.alternatives)].join('\n'),
  ]);

function noticeRows(
  { agreement: { parties } }: Certificate,
  { notices, notice, status }: Certified,
  { w, own, language, on }: Formatter,
): Row[] {
  const lines = (n: Certified['notices'][number]): string[] => [
    `${w.labels.from}: ${textIn(parties.find(p => p.id === n.by)!.name, language)}`,
    `${w.labels.received}: ${on(n.received, 'VCLT art. 78')}`,
    `${w.labels.assessment}: ${w.inTime[n.inTime]}`,
    ...(n.revoked ? [`${own.labels.revoked}: ${on(n.revoked, 'VCLT art. 68')}`] : []),
    ...(n.replacedBy ? [`${own.labels.replaced}: ${n.replacedBy}`] : []),
    ...(isRunning(n) ? [`${w.labels.lastDayInForce}: ${on(n.lastDayInForce, n.basis)}`] : []),
  ];
  const running = (!over.includes(status) && notice?.id) || own.labels.none;
  return [[own.labels.noticeRunning, running], ...notices.map((n): Row => [n.id, lines(n).join('\n')])];
}

function protocolText(
  { status, statuses = [status], entryIntoForce: e }: Certified['protocols'][number],
  { w, own, on }: Formatter,
): string {
  const entry = e.date
    ? `${w.labels.entryIntoForce}: ${on(e.date, e.basis)}`
    : e.notBefore && `${w.labels.notBefore}: ${on(e.notBefore, e.basis)}`;
  return [statuses.map(s => own.phases[s]).join(own.or), entry].filter(Boolean).join('\n');
}

function countingRows(s: Certified, { w, own, inFull }: Formatter): Row[] {
  const last = s.period?.lastDayForNotice;
  const row = (label: string, reason: Reason): Row => [label, inFull(statementIn(reason, w))];
  return [
    row(w.labels.entryIntoForce, s.entryIntoForce.reason),
    ...(s.period ? [row(w.labels.currentPeriod, s.period.reason)] : []),
    ...(last ? [row(w.labels.lastDayForNotice, last.reason)] : []),
    ...(!s.period && s.within?.periods ? [row(own.labels.safeDay, s.within.safeDayReason)] : []),
    ...(s.termination ? [row(w.labels.lastDayInForce, s.termination.reason)] : []),
    ...s.notices.filter(n => n.id !== s.notice?.id && isRunning(n)).map(n => row(`${n.id}: ${w.labels.lastDayInForce}`, n.reason)),
    ...s.protocols.flatMap(p => (p.entryIntoForce.reason ? [row(p.id, p.entryIntoForce.reason)] : [])),
  ];
}

function footOf({ register: r, standing, knownOn }: Certificate, { w, own }: Formatter, signer: string | undefined): string[] {
  const counts = { known: String(r.known), lines: String(r.lines), knownOn: dayIn(w, knownOn) };
  const at = ({ seq, hash }: Certificate['register']['head']) => ({ seq: String(seq), hash });
  return [
    fill(own.foot.register, { register: own.registers[r.kept], ...at(r.head) }),
    fill(own.foot.own, at(r.headOfAgreement)),
    fill(own.foot.lines, counts),
    ...(standing ? [fill(own.foot.rules, { law: standing.law, description: standing.description })] : []),
    signer ? fill(own.foot.signed, { key: signer }) : own.foot.unsigned,
  ];
}

/** Formats days, articles and readings on the certificate. */
class Formatter {
  readonly w: Wording;
  readonly own: Wording['certificate'];
  constructor(readonly language: Language) {
    const { statements, ...w } = wordings[language];
    this.own = w.certificate;
    this.w = { ...w, statements: { ...statements, ...this.own.statements } };
  }

  /** A sentence as the printed has it: articles cited and days written as in its rows. */
  readonly inFull = (sentence: string): string => citedInFull(sentence, this.w);

  /** A basis that is not an article is printed unchanged, since every date needs its basis. */
  readonly basis = (basis: string): string => ` (${articleIn(this.w, basis) ?? basis})`;
  readonly on = (day: CalendarDate, basis: string | null): string => `${dayIn(this.w, day)}${basis ? this.basis(basis) : ''}`;
  readonly between = ({ notBefore, notAfter }: Bounds, basis: string | null): string =>
    `${fill(this.own.between, { from: dayIn(this.w, notBefore), to: dayIn(this.w, notAfter) })}${basis ? this.basis(basis) : ''}`;
  /** The first day on which a notice may be given on every reading, while the clause bars giving one. */
  readonly notBefore = ({ date, basis, alternatives }: NonNullable<Certified['noticeFrom']>): string => {
    const day = dayIn(this.w, latest(date, ...alternatives.flatMap(a => a.date ?? [])));
    const values = { renewed: 'false', day, basis: articleIn(this.w, basis) ?? basis };
    return message(this.w.client.late.noticeFrom, this.w.locale, values);
  };
  readonly otherwise = (value: string, when: readonly Condition[]): string =>
    fill(this.own.otherwise, { value, when: conditionsIn(this.own, when) });
  readonly others = (all: readonly { date: CalendarDate | null; when: readonly Condition[] }[]): string[] =>
    all.map(a => this.otherwise(a.date ? dayIn(this.w, a.date) : this.own.labels.none, a.when));
  readonly ends = (all: Certified['otherEnds']): string[] =>
    all.map(a =>
      this.otherwise(a.firstDayOut ? `${this.own.labels.firstDayOut}: ${dayIn(this.w, a.firstDayOut)}` : this.own.labels.noEnd, a.when),
    );
}
