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

function notices({ agreement, notices: all, described, entries }: AgreementStanding, words: Words): Renderable {
  const running = all.filter(isRunning);
  const by = words.and([...new Set(running.map(n => words.party(n.by, described)))]);
  const numbers = new Set(entries.flatMap(({ entry }) => (entry.type === 'notice.step' && 'notice' in entry ? [entry.notice] : [])));
  const links = [...numbers]
    .slice(-5)
    .reverse()
    .map(n => html`<a class="num" href="${agreementPath(agreement, `/notices/${encodeURIComponent(n)}`)}">${n}</a>`);
  return html`${words.counted(words.m.facts.noticesCount, running.length, { by: by || 'none' })}${links.length ? html`<br />${joined(links, ', ')}` : ''}`;
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

function decision({ decision: d, missed, asOf }: AgreementStanding, words: Words): string {
  if (missed) return `${words.values.decisions[missed.state]}; ${words.statement(missed.says)}`;
  if (!d || (!d.decision && d.owedSince > asOf)) return words.m.facts.noneOwed;
  return words.values.decisions[d.state];
}
