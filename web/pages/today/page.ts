/** Today: what needs action now, what to decide within a year, what to watch; and the year ahead. */
import { dayAfter, latest, type CalendarDate } from '../../../clauses/calendar.ts';
import { overviewOf } from '../../../client/overview.ts';
import type { Glance } from '../../../dossier/listing.ts';
import { withDays } from '../../days-in-text.ts';
import { html, joined, type Html, type Renderable } from '../../html.ts';
import { deskPage } from '../../layout.ts';
import { address, agreementPath, shown, type Request } from '../../request.ts';
import { tableOf } from '../../table.ts';
import type { Words } from '../../words.ts';
import { withLanguages } from '../../written-texts.ts';
import { calendarsPath } from '../calendars.ts';
import { withOtherDays } from '../disputed.ts';
import { choiceField, partiesIn, personsIn, personSought, type Choice } from '../choices.ts';
import { pageStart, pageOf, pager, unreadPart } from '../paged.ts';
import { fits } from '../search.ts';
import { toReckoning } from './links.ts';
import { hasSafeDay, horizons, isDecided, isEnding, isOverdue, isWithin, rowsOf, type Horizon, type Row } from './rows.ts';
import { yearPart } from './year.ts';

interface Filter {
  horizon: Horizon;
  q: string;
  party: string;
  status: string;
  person: string;
  undecided: boolean;
  rehearsals: boolean;
  /** Restricts the page to one group, or to one day. */
  group: Row['group'] | undefined;
  from: number;
  day: string;
}

/** The rows per group at first. */
const rowsAtFirst = 25;
const groups = ['act', 'decide', 'watch'] as const;

export async function todayPage(c: Request): Promise<Response> {
  const words = c.get('words');
  const { context } = c.get('asker');
  const filter = filterOf(c);
  const { found, unread, notYet } = await overviewOf(context, filter.rehearsals);
  const glances = found.map(f => f.glance);
  const known = rowsOf(found);
  const persons = personsIn(glances);
  const isOf = personSought(filter.person, persons);
  const fitting = known.filter(row => isAsked(row, filter) && isOf(row.glance));
  const rows = fitting.filter(row => isWithin(filter.horizon, row));
  // West of UTC, a Party's agreement may still be on yesterday; a rehearsal may be years ahead.
  const utc = utcDay(await context.now());
  const today = latest(utc, ...glances.map(g => g.asOf).filter(day => day <= dayAfter(utc)));
  const { m } = words;
  const inForce = glances.filter(g => g.status === 'inForce' || g.status === 'suspended').length;
  const body = html`<h1>${words.rich(m.today.heading, { day: html`<time datetime="${today}">${words.day(today)}</time>` })}</h1>
    <p class="sub">${words.counted(m.today.count, glances.length, { inForce: words.number(inForce) })}</p>
    <div class="answer">
      <p class="a1">${firstSentence(known, words)}</p>
      <p class="a2">${secondSentence(known, words)}</p>
    </div>
    ${horizonLinks(fitting, filter, words)} ${filterForm({ glances, persons }, filter, words)} ${dayPart(filter, words)}
    ${groups
      .filter(group => !filter.group || filter.group === group)
      .map(group =>
        groupPart(
          group,
          rows.filter(r => r.group === group),
          filter,
          words,
        ),
      )}
    ${rows.length ? '' : html`<p>${m.today.nothing}</p>`} ${yearPart(fitting, today, words, day => address('/', queryOf(filter, { day })))}
    ${unreadPart(unread, notYet, words)}
    <p class="foot">
      <a href="${calendarsPath()}">${m.calendars.link}</a>
      <a href="${address('/deadlines', { rehearsals: filter.rehearsals ? '1' : undefined })}">${m.deadlines.link}</a>
      ${filter.rehearsals ? html`<a href="/">${m.nav.today}</a>` : html`<a href="${address('/', { rehearsals: '1' })}">${m.today.rehearsals}</a>`}
    </p>`;
  const at = address('/', queryOf(filter, {}));
  return shown(c, deskPage(c, { title: m.nav.today, section: 'today', kind: 'today', at, isRehearsal: filter.rehearsals }, body));
}

const utcDay = (now: number): CalendarDate => new Date(now).toISOString().slice(0, 10) as CalendarDate;

function filterOf(c: Request): Filter {
  const asked = (name: string): string => c.req.query(name)?.trim().slice(0, 200) ?? '';
  const horizon = horizons.find(h => h === asked('within')) ?? 'all';
  return {
    horizon,
    q: asked('q'),
    party: asked('party'),
    status: asked('status'),
    person: asked('person'),
    undecided: asked('undecided') === '1',
    rehearsals: asked('rehearsals') === '1',
    group: groups.find(g => g === asked('group')),
    from: pageStart(c),
    day: /^\d{4}-\d{2}-\d{2}$/.exec(asked('day'))?.[0] ?? '',
  };
}

/** Starts from the beginning with every group, unless `more` says otherwise. */
const queryOf = (
  { horizon, undecided, rehearsals, q, party, status, person, day }: Filter,
  more: { within?: string | undefined; group?: string | undefined; from?: string | undefined; day?: string | undefined },
): Record<string, string | undefined> => ({
  within: horizon === 'all' ? undefined : horizon,
  q,
  party,
  status,
  person,
  undecided: undecided ? '1' : undefined,
  rehearsals: rehearsals ? '1' : undefined,
  day,
  ...more,
});

const isAsked = (row: Row, { q, party, status, undecided, day }: Filter): boolean => {
  const { glance: g, by, deadline } = row;
  return (
    (!day || by === day || deadline?.date === day) &&
    (!q || fits(q, g)) &&
    (!party || g.parties.some(p => p.id === party)) &&
    (!status || g.status === status) &&
    (!undecided || decisionStateOf(row) === 'undecided')
  );
};

function firstSentence([first]: readonly Row[], words: Words): Html {
  const { first: m } = words.m.today;
  if (!first) return html`${m.nothing}`;
  const values = { day: dayOf(first, first.by, words), left: words.left(first.daysLeft) };
  const { deadline: d } = first;
  if (isOverdue(first)) return words.rich(m.overdue, values);
  if (!d || isDecided(d) || (d.what === 'notice' && !d.sendBy)) return words.rich(m.next, values);
  return words.rich(d.what === 'end' ? m.end : m.send, values);
}

function secondSentence(rows: readonly Row[], words: Words): Html {
  const { second: m } = words.m.today;
  const [first] = rows;
  if (!first) return html``;
  const { glance, deadline: d } = first;
  const agreement = html`<a href="${agreementPath(glance.agreement)}">${words.titled(glance.titles)}</a>`;
  const parties = words.parties(glance);
  const basis = words.basis(d?.basis ?? glance.basis ?? '');
  const what =
    d && hasSafeDay(d)
      ? words.rich(m.notice, { agreement, parties, safe: html`<a href="${toReckoning(first, 'safeDay')}">${words.day(d.date)}</a>`, basis })
      : words.rich(m.other, { agreement, parties, what: said(first, words.statement(d?.says ?? glance.says), words), basis });
  const overdue = rows.filter(isOverdue).length;
  const ends = rows.filter(r => r.deadline?.what === 'end' && r.daysLeft <= 30).length;
  return joined(
    [
      what,
      ...(d?.decision === 'undecided' ? [words.rich(words.m.second.undecided)] : []),
      html`${words.counted(m.overdue, overdue)}`,
      ...(ends ? [html`${words.counted(m.ends, ends)}`] : []),
    ],
    ' ',
  );
}

function horizonLinks(rows: readonly Row[], filter: Filter, words: Words): Html {
  const { horizons: m, ahead } = words.m.today;
  return html`<nav class="f4" aria-label="${ahead}">
    ${horizons.map(h => {
      const n = rows.filter(r => isWithin(h, r)).length;
      return html`<a
        href="${address('/', queryOf(filter, { within: h === 'all' ? undefined : h }))}"
        ${h === filter.horizon ? html` aria-current="true"` : ''}
        >${words.say(m[h], { n: words.number(n) })}</a
      > `;
    })}
  </nav>`;
}

function filterForm({ glances, persons }: { glances: readonly Glance[]; persons: readonly Choice[] }, filter: Filter, words: Words): Html {
  const { filter: m } = words.m.today;
  const statuses = [...new Set(glances.map(g => g.status))].map(
    s => [s, words.values.statuses[s as keyof typeof words.values.statuses]] as const,
  );
  const choice = (name: 'party' | 'status' | 'person', choices: readonly Choice[]): Html =>
    choiceField({ name, label: m[name], any: m.any, chosen: filter[name] }, choices);
  const isOpen = filter.q || filter.party || filter.status || filter.person || filter.undecided;
  return html`<details class="noprint" ${isOpen ? html` open` : ''}>
    <summary>${m.heading}</summary>
    <form class="filter" role="search">
      <div class="field">
        <label for="q">${words.m.agreements.search}</label><input type="search" id="q" name="q" value="${filter.q}" />
      </div>
      ${choice('party', partiesIn(glances, words))}${choice('status', statuses)}${persons.length ? choice('person', persons) : ''}
      ${filter.horizon === 'all' ? '' : html`<input type="hidden" name="within" value="${filter.horizon}" />`}${filter.rehearsals ? html`<input type="hidden" name="rehearsals" value="1" />` : ''}
      <div class="field choices">
        <label><input type="checkbox" name="undecided" value="1" ${filter.undecided ? html` checked` : ''} /><span>${m.undecided}</span></label>
      </div>
      <button class="btn two">${m.show}</button>
    </form>
  </details>`;
}

/** Only one day is shown: a link back to all days. */
const dayPart = (filter: Filter, words: Words): Html | '' =>
  filter.day
    ? html`<p class="noprint"><a href="${address('/', queryOf(filter, { day: undefined }))}">${words.say(words.m.lists.onlyDay, { day: words.day(filter.day as CalendarDate) })}</a></p>`
    : '';

function groupPart(group: Row['group'], all: readonly Row[], filter: Filter, words: Words): Html | '' {
  if (!all.length) return '';
  const page = filter.group ? pageOf(all, filter.from) : pageOf(all, 0, rowsAtFirst);
  const { groups, columns: m } = words.m.today;
  const caption = html`${groups[group].name}<small>${groups[group].says}</small>`;
  const columns = [m.by, m.agreement, m.what, m.decision, m.why];
  return html`${tableOf(
    'stack',
    columns,
    page.shown.map(r => rowPart(r, words)),
    caption,
  )}
  ${pager(page, from => address('/', queryOf(filter, { within: filter.horizon === 'all' ? undefined : filter.horizon, group, from: `${from}` })), words)}`;
}

function rowPart(row: Row, words: Words): Html {
  const { glance: g, deadline: d } = row;
  const m = words.m.today;
  const step = stepOf(row);
  const kind = !d
    ? m.rows.next
    : isDecided(d)
      ? m.rows.changeable
      : d.what === 'end'
        ? m.rows.end
        : d.what === 'missed'
          ? m.rows.missed
          : d.sendBy
            ? m.rows.send
            : m.rows.next;
  const shown = html`<tr>
    <td class="by">
      <span class="kind">${kind}</span><b><a href="${toReckoning(row, step)}">${words.day(row.by)}</a></b
      ><span>${words.left(row.daysLeft)}</span>${bar(row)}
    </td>
    <td class="ag"><a class="t" href="${agreementPath(g.agreement)}">${words.titled(g.titles)}</a><small>${words.parties(g)}</small></td>
    <td>${whatOf(row, words)}</td>
    <td>${decisionOf(row, words)}</td>
    <td>${d?.basis || g.basis ? html`<a href="${toReckoning(row, step)}">${words.basis(d?.basis ?? g.basis!)}</a>` : ''}</td>
  </tr>`;
  return withLanguages(shown, [g.says, d?.says, g.basis, d?.basis], words.language);
}

const stepOf = ({ deadline: d }: Row): 'termination' | 'sendBy' | 'safeDay' =>
  d?.what === 'end' ? 'termination' : d?.what === 'notice' ? 'sendBy' : 'safeDay';

const dayOf = (row: Row, day: CalendarDate, words: Words): Html => html`<a href="${toReckoning(row, stepOf(row))}">${words.day(day)}</a>`;

/** A sentence in a row; each day in it links to its reckoning. */
const said = (row: Row, text: string, words: Words): Html =>
  withDays(text, words, (_, day) => html`<a href="${toReckoning(row, stepOf(row))}">${day}</a>`);

/** Days left, on a scale of one year. */
const bar = ({ daysLeft, deadline }: Row): Html | '' =>
  deadline && daysLeft >= 0
    ? html`<svg viewBox="0 0 132 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="t0" y="2" width="132" height="2" />
        <rect width="${Math.round((Math.min(daysLeft, 365) / 365) * 1320) / 10}" height="6" />
      </svg>`
    : '';

function whatOf(row: Row, words: Words): Renderable {
  const { deadline: d, glance } = row;
  const m = words.m.today.rows;
  if (!d) return said(row, words.statement(glance.says), words);
  const linked = (day: CalendarDate): Html =>
    html`<a href="${toReckoning(row, d.what === 'notice' ? 'safeDay' : 'termination')}">${words.day(day)}</a>`;
  const what = said(row, words.statement(d.says), words);
  const label = d.what === 'notice' ? words.rich(m.notice, { day: linked(d.date), what }) : what;
  return withOtherDays(label, d, words, linked);
}

const decisionStateOf = ({ deadline: d, glance }: Row): Glance['decision'] =>
  d ? (d.decision ?? (d.what === 'missed' ? 'undecided' : null)) : glance.decision;

function decisionOf(row: Row, words: Words): Renderable {
  const state = decisionStateOf(row);
  if (!state) return row.deadline && isEnding(row.deadline) ? words.m.today.rows.ends : words.m.today.rows.notOwed;
  const said = words.values.decisions[state];
  return state === 'undecided' ? html`<b>${said}</b>` : said;
}
