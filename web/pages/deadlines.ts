/** Deadlines as far ahead as wanted and as of any day; Today shows those within a year. Folded for the page. */
import { after, length, type CalendarDate } from '../../clauses/calendar.ts';
import { dayAsked } from '../../client/dossiers.ts';
import { deadlinesWithin, type DatedDeadline } from '../../client/lists.ts';
import { lengthIn } from '../../wording/forms.ts';
import { withDays } from '../days-in-text.ts';
import { html, type Html, type Renderable } from '../html.ts';
import { deskPage } from '../layout.ts';
import { address, agreementPath, shown, type Request } from '../request.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';
import { isDecided, isEnding } from './today/rows.ts';
import { choiceField } from './choices.ts';
import { withOtherDays } from './disputed.ts';
import { pageStart, pageOf, pager, unreadPart } from './paged.ts';

const path = '/deadlines';
/** The last is further than the deadlines of any agreement. */
const lengths = ['P3M', 'P1Y', 'P2Y', 'P5Y', 'P10Y', 'P25Y'] as const;

export async function deadlinesPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const asked = askedBy(c);
  const { within, asOf, undecided, rehearsals } = asked;
  const { found, unread } = await deadlinesWithin(c.get('asker').context, {
    within,
    undecided,
    rehearsals: rehearsals && 'only',
    ...(asOf ? { asOf } : {}),
  });
  const page = pageOf(found, pageStart(c));
  const { deadlines: m } = words.m;
  const columns = [...words.values.deadlines.columns];
  const query = queryOf(asked);
  const body = html`<h1>${m.heading}</h1>
    <p class="sub">${words.rich(m.until, { day: html`<time datetime="${untilOf(found, asked)}">${lengthIn(words.wording, within)}</time>` })}</p>
    ${filterForm(asked, words)}
    ${
      found.length
        ? tableOf(
            'stack',
            columns,
            page.shown.map(d => rowOf(d, words.titled(d.titles), asOf, words)),
          )
        : html`<p>${words.m.today.nothing}</p>`
    }
    ${pager(page, from => address(path, { ...query, from: `${from}` }), words)} ${unreadPart(unread, 0, words)}`;
  const frame = { title: m.heading, section: 'today', at: address(path, query), isRehearsal: rehearsals, written: page.shown } as const;
  return shown(c, deskPage(c, frame, body));
}

interface DeadlinesQuery {
  within: ReturnType<typeof length.parse>;
  asOf: CalendarDate | undefined;
  undecided: boolean;
  rehearsals: boolean;
}

/** @throws InvalidRequest if the day is invalid */
function askedBy(c: Request): DeadlinesQuery {
  const found = lengths.find(l => l === c.req.query('within')) ?? 'P1Y';
  const asOf = c.req.query('as-of');
  return {
    within: length.parse(found),
    asOf: asOf ? dayAsked(asOf, c.get('words').wording) : undefined,
    undecided: c.req.query('undecided') === '1',
    rehearsals: c.req.query('rehearsals') === '1',
  };
}

const queryOf = ({ within, asOf, undecided, rehearsals }: DeadlinesQuery): Record<string, string | undefined> => ({
  within: within === 'P1Y' ? undefined : within,
  'as-of': asOf,
  undecided: undecided ? '1' : undefined,
  rehearsals: rehearsals ? '1' : undefined,
});

const untilOf = ([first]: readonly DatedDeadline[], { asOf, within }: DeadlinesQuery): string => {
  const from = asOf ?? first?.asOf;
  return from ? after(from, within) : within;
};

function filterForm(asked: DeadlinesQuery, words: Words): Html {
  const { times, today, deadlines: m, nav } = words.m;
  const chosen = { name: 'within', label: m.within, any: lengthIn(words.wording, length.parse('P1Y')), chosen: asked.within };
  const choices = lengths.filter(l => l !== 'P1Y').map(l => [l, lengthIn(words.wording, length.parse(l))] as const);
  const box = (name: 'undecided' | 'rehearsals', label: string): Html =>
    html`<label><input type="checkbox" name="${name}" value="1" ${asked[name] ? html` checked` : ''} /><span>${label}</span></label>`;
  return html`<form class="filter noprint" role="search">
    ${choiceField(chosen, choices)}
    <div class="field">
      <label for="as-of">${times.asOf}</label><input type="date" id="as-of" name="as-of" value="${asked.asOf}" />
    </div>
    <div class="field choices">${box('undecided', today.filter.undecided)}${box('rehearsals', nav.rehearsals)}</div>
    <button class="btn two">${times.show}</button>
  </form>`;
}

function rowOf(d: DatedDeadline, title: Renderable, asOf: CalendarDate | undefined, words: Words): Html {
  const reckoning = address(agreementPath(d.agreement, '/reckoning'), { 'as-of': asOf });
  const linked = (day: CalendarDate): Html => html`<a href="${reckoning}">${words.day(day)}</a>`;
  const said = withDays(words.statement(d.says), words, (_, day) => html`<a href="${reckoning}">${day}</a>`);
  const [by, left] = d.sendBy ? [d.sendBy, d.daysLeftToSend ?? d.daysLeft] : [d.date, d.daysLeft];
  const state = d.decision ?? (d.what === 'missed' ? 'undecided' : undefined);
  return html`<tr>
    <td class="num">${isDecided(d) ? html`<small>${words.m.today.rows.changeable}</small>` : ''}${linked(by)}<small>${words.left(left)}</small></td>
    <td class="num">${linked(d.date)}</td>
    <td><a class="t" href="${address(agreementPath(d.agreement), { 'as-of': asOf })}">${title}</a><small>${d.agreement}</small></td>
    <td>${withOtherDays(said, d, words, linked)}<small>${words.basis(d.basis)}</small></td>
    <td>${state ? words.values.decisions[state] : isEnding(d) ? words.m.today.rows.ends : words.m.today.rows.notOwed}</td>
  </tr>`;
}
