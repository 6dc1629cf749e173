/** The facts next to the answer, in five rows. */
import { dayBefore } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { isRunning } from '../../../client/headline.ts';
import { html, joined, type Html, type Renderable } from '../../html.ts';
import { agreementPath } from '../../request.ts';
import { listOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import type { Days } from './days.ts';

export function factsRows(s: AgreementStanding, words: Words, days: Days): Html {
  const m = words.m.facts;
  const rows: [string, Renderable][] = [
    entry(s, words, days),
    ...period(s, words, days),
    [m.notices, notices(s, words)],
    [m.protocols, protocols(s, words)],
    [m.decision, decision(s, words)],
  ];
  return listOf('facts', rows);
}

function entry({ entryIntoForce: e, within, asOf, dates }: AgreementStanding, words: Words, days: Days): [string, Renderable] {
  const m = words.m.facts;
  if (e.date) return [e.date <= asOf ? m.inForceSince : m.entry, days.link(e.date, 'entryIntoForce')];
  const bounds = within?.entryIntoForce;
  if (bounds) return [m.inForceSince, words.rich(m.between, { from: days.link(bounds.notBefore), to: days.link(bounds.notAfter) })];
  const signed = dates.find(d => d.what === 'signed');
  if (e.notBefore) return [m.entry, words.rich(m.notBefore, { day: days.link(e.notBefore) })];
  return signed ? [m.signed, days.link(signed.date, signed.step)] : [m.entry, m.notYet];
}

function period({ period: p, periods }: AgreementStanding, words: Words, days: Days): [string, Renderable][] {
  if (!p) return [];
  const m = words.m.facts;
  const last = periods.find(one => one.number === p.number)?.lastDay;
  const lasts = [p.lastDay, ...(last?.alternatives.flatMap(a => (a.date ? [a.date] : [])) ?? [])].sort();
  const step = days.stepNamed('periodEnd', p.lastDay);
  // It begins on the day after the previous period, or with the agreement.
  const began = days.stepNamed('periodEnd', dayBefore(p.firstDay)) ?? days.stepOf(p.firstDay);
  return [
    [words.say(m.period, { n: p.number }), words.rich(m.fromTo, { from: days.link(p.firstDay, began), to: days.together(lasts, step) })],
  ];
}

/** Running notices by Party, then the numbers of drafts and of notices that are not running. */
function notices({ agreement, notices: all, described, entries }: AgreementStanding, words: Words): Renderable {
  const running = all.filter(isRunning);
  const atDesk = new Set(entries.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  const link = (n: string): Renderable =>
    atDesk.has(n) ? html`<a class="num" href="${agreementPath(agreement, `/notices/${encodeURIComponent(n)}`)}">${n}</a>` : n;
  const line = (name: string, numbers: readonly string[]): Html =>
    html`<br />${name}: ${joined(numbers.slice(-5).reverse().map(link), ', ')}`;
  const of = (party: string): string[] => running.filter(n => n.by === party).map(n => n.id);
  const others = [...atDesk].filter(number => !running.some(n => n.id === number));
  const lines = [...new Set(running.map(n => n.by))].map(party => line(words.party(party, described), of(party)));
  return html`${running.length ? words.number(running.length) : words.m.words.none}${lines}${others.length ? line(words.m.facts.otherNotices, others) : ''}`;
}

const protocols = ({ agreement, protocols: all }: AgreementStanding, words: Words): Renderable =>
  all.length
    ? joined(
        all.map(
          p =>
            html`<a href="${agreementPath(agreement, `/protocols/${encodeURIComponent(p.id)}`)}">${p.id}</a>: ${words.values.phases[p.status]}`,
        ),
        '; ',
      )
    : words.m.words.none;

function decision({ decision: d, missed }: AgreementStanding, words: Words): string {
  if (missed) return `${words.values.decisions[missed.state]}; ${words.statement(missed.says)}`;
  if (!d) return words.m.facts.noneOwed;
  return words.values.decisions[d.state];
}
