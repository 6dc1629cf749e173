/** The page of an agreement: the answer, lifeline, fan, possible acts, all dates, ledger and clauses. */
import type { CalendarDate } from '../../../clauses/calendar.ts';
import type { AgreementStanding } from '../../../client/answers.ts';
import { headlineOf, type Headline } from '../../../client/headline.ts';
import { toRecord, toRecordAny, permissionCheckOf } from '../../../client/permissions.ts';
import { readNote, workflowInUi } from '../../../client/service-note.ts';
import { changePerson, forParties, nextPart } from '../../forms/permissions.ts';
import { mayDraft } from '../../forms/next-of-notice.ts';
import { html, joined, type Html } from '../../html.ts';
import { deskPage } from '../../layout.ts';
import { address, agreementPath, shown, type Request } from '../../request.ts';
import { machinePart } from '../../machine/part.ts';
import type { Words } from '../../words.ts';
import { writtenOf } from '../../written-texts.ts';
import { calendarsPath } from '../calendars.ts';
import { clausesPart } from './clauses.ts';
import { datesPart } from './dates.ts';
import { Days, type DayQuery } from './days.ts';
import { fan, lifeline } from './drawings.ts';
import { factsRows } from './facts.ts';
import { lettersLink, unreachedNote } from './letters.ts';
import { firstSentence, secondSentence } from './headline.ts';
import { ledger } from './ledger.ts';
import { mayPart } from './possible-acts.ts';
import { allSteps, chainOf, nameOf, rowsOf, type Step } from './reckoning.ts';
import { timesPart } from './times.ts';

export async function agreementPage(c: Request<'/agreements/:id'>): Promise<Response> {
  const words = c.get('words');
  const found = await standingAsked(c);
  const { s, asked } = found;
  const headline = headlineOf(s);
  const days = new Days(s, words, asked);
  const isNow = !asked.asOf && !asked.knownOn;
  const asking = {
    whyNot: isNow ? await permissionCheckOf(c.get('asker').context, s.rehearsal) : () => undefined,
    change: changePerson(c),
  };
  const lines = {
    from: c.req.query('lines'),
    entry: c.req.query('entry'),
    to: (from: number) => address(agreementPath(s.agreement), { ...query(asked), lines: `${from}` }),
  };
  const drawnFan = fan(s, words, days);
  const body = html`${heading(s, words, days)}${isNow && !s.rehearsal ? await unreachedNote(c, s.agreement) : ''}
    <div class="top">
      <div>
        <div class="answer">
          <p class="a1">${firstSentence({ s, headline, words, days })}</p>
          <p class="a2">${secondSentence({ s, headline, words, days })}</p>
        </div>
        ${isNow ? await actions(c, s, headline) : ''} ${documentLinks(s, asked, isNow, words)}
      </div>
      ${factsRows(s, words, days)}
    </div>
    ${lifeline(s, headline, words, days, Boolean(asked.asOf))} ${drawnFan ?? ''}
    <div class="cols">${whyPart(s, headline, words, days)}${mayPart(s, words, days, asking)}</div>
    ${datesPart(s, words, days)}
    <p><a href="${address(agreementPath(s.agreement, '/reckoning'), query(asked))}">${words.m.reckoning.all}</a></p>
    ${ledger(s, words, days, isNow ? asking : undefined, lines)} ${clausesPart(s, words, days)} ${await machinePart(s, words)} ${timesPart(s.agreement, asked, words)} ${await foot(c, s)}`;
  return shown(c, deskPage(c, frameOf(c, s, asked), body));
}

export async function reckoningPage(c: Request<'/agreements/:id/reckoning'>): Promise<Response> {
  const words = c.get('words');
  const { s, asked } = await standingAsked(c);
  const days = new Days(s, words, asked);
  const m = words.m.reckoning;
  const title = words.title(s.described.title);
  const body = html`<p class="sub"><a href="${address(agreementPath(s.agreement), query(asked))}">${words.titled(s.described.title)}</a></p>
    <h1>${m.all}</h1>
    <p class="sub">${s.reckoning.length ? m.allIntro : m.none}</p>
    ${allSteps(s, words, days)}`;
  return shown(
    c,
    deskPage(
      c,
      { ...frameOf(c, s, asked), title: `${m.all}: ${title}`, at: agreementPath(s.agreement, '/reckoning'), live: undefined },
      body,
    ),
  );
}

const query = ({ asOf, knownOn, until }: DayQuery): Record<string, string | undefined> => ({ 'as-of': asOf, 'known-on': knownOn, until });

/** As of the day in the address. */
export async function standingAsked(c: Request<`/agreements/:id${string}`>): Promise<{ s: AgreementStanding; asked: DayQuery }> {
  const asked = {
    asOf: c.req.query('as-of') || undefined,
    knownOn: c.req.query('known-on') || undefined,
    until: c.req.query('until') || undefined,
  };
  const { servanda } = c.get('asker');
  const id = c.req.param('id' as never);
  const s = await servanda.standing(id, asked);
  if (!asked.until) return { asked, s };
  const { dates, reckoning } = await servanda.timeline(id, asked);
  return { asked, s: { ...s, dates, reckoning } };
}

const frameOf = (c: Request, s: AgreementStanding, asked: DayQuery) => {
  const words = c.get('words');
  return {
    title: words.title(s.described.title),
    section: s.rehearsal ? ('rehearsals' as const) : ('agreements' as const),
    at: address(agreementPath(s.agreement), query(asked)),
    isRehearsal: s.rehearsal,
    live: asked.asOf || asked.knownOn ? undefined : agreementPath(s.agreement, '/changes'),
    written: writtenOf(s),
  };
};

function heading(s: AgreementStanding, words: Words, days: Days): Html {
  const known = words.values.statuses[s.status];
  const status = s.statusAlternatives.length ? words.say(words.values.list.disputed, { status: known }) : known;
  const parts = [
    words.parties(s.described),
    words.capital(
      s.period && s.status === 'inForce' ? `${status}, ${lower(words.say(words.m.facts.period, { n: s.period.number }))}` : status,
    ),
    joined(
      [
        words.rich(words.m.asOf, { day: days.plain(s.asOf) }),
        ...(s.knownOn ? [words.rich(words.m.known, { day: days.plain(s.knownOn) })] : []),
      ],
      ', ',
    ),
  ];
  return html`<h1>${words.titled(s.described.title)}</h1>
    <p class="sub">${joined(parts, '. ')}.</p>`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** At most two of the acts that the state admits, and the reason for the day that counts. */
function actions(c: Request, s: AgreementStanding, headline: Headline): Promise<Html> {
  const words = c.get('words');
  const { actions: m } = words.m;
  const to = (more: string): string => agreementPath(s.agreement, more);
  const may = (type: string): boolean => s.admitted.some(a => a.type === type && a.admitted);
  const made = s.decision?.decision?.decision;
  const buttons = [
    ...(s.decision && !made
      ? [{ href: to('/decide'), name: m.decide, may: forParties(s, undefined, party => toRecord('decision.made', party)) }]
      : []),
    ...(may('termination.notified') || s.status === 'signed'
      ? [{ href: to('/notices/new'), name: m.draft, may: mayDraft(s, 'ours') }]
      : []),
    ...(s.decision && !made ? [] : [{ href: to('/record'), name: m.record, may: forParties(s, undefined, toRecordAny) }]),
  ].slice(0, 2);
  // A decision to let it renew needs nothing more; a decision to give notice needs the notice.
  const isFirst = !made || made === 'terminate';
  const key = keyStep(s, headline);
  const more = html`${key ? html`<a href="#why">${words.say(words.m.words.whyDay, { day: words.day(key.day) })}</a>` : ''}${buttons.some(b => b.href === to('/record')) ? '' : html`<a href="${to('/record')}">${m.record}</a>`}<a href="${to('/notices/enter')}">${m.enter}</a><a href="${to('/protocols/new')}">${m.protocol}</a>${made ? html`<a href="${to('/decide')}">${m.decideAnew}</a>` : ''}${s.reminded ? html`<a href="${to('/acknowledge')}">${m.acknowledge}</a>` : ''}<a href="${address('/rehearse', { of: s.agreement })}">${words.values.rehearsal.page.link}</a>`;
  return nextPart(c, s.rehearsal, { next: buttons, isFirst, more });
}

/** What can be printed or downloaded, and the description. */
function documentLinks({ agreement }: AgreementStanding, asked: DayQuery, isNow: boolean, words: Words): Html {
  const { m } = words;
  const certificate = html`<a href="${address(agreementPath(agreement, '/certificate'), query(asked))}">${m.certificate.title}</a>`;
  return html`<p class="f4 noprint">${certificate}${isNow ? html`<a href="${agreementPath(agreement, '/revise')}">${m.editor.reviseTitle}</a><a href="${calendarsPath(agreement)}">${m.calendars.link}</a>${lettersLink(agreement, words)}` : ''}</p>`;
}

/** The step of the day that counts, with that day: the safe day, the end, or the entry into force. */
function keyStep({ reckoning, termination }: AgreementStanding, h: Headline): { step: Step; day: CalendarDate } | undefined {
  const of = (step: Step | undefined, day = step?.date) => (step && day ? { step, day } : undefined);
  const named = (id: string): Step | undefined => reckoning.find(r => r.id === id);
  if (h.code === 'send' || h.code === 'sendByPast') return of(named('safeDay'));
  if (h.code === 'ends' || h.code === 'expires') return of(named('termination'), h.lastDay);
  if (h.code === 'sendToEnd') return of(reckoning.find(r => r.id.startsWith('lastDayForFixedDay/')));
  if (h.code === 'stands' && termination) return of(named('termination'));
  return of(reckoning.findLast(r => r.id.startsWith('periodEnd/')) ?? named('entryIntoForce'));
}

function whyPart(s: AgreementStanding, headline: Headline, words: Words, days: Days): Html {
  const key = keyStep(s, headline);
  const { heading: title, none } = words.m.reckoning;
  if (!key)
    return html`<section>
      <h2>${words.m.words.why}</h2>
      <p>${s.entryIntoForce.date ? none : days.said(s.entryIntoForce.how)}</p>
    </section>`;
  const [first, ...before] = chainOf(key.step.id, s.reckoning, key.day);
  const [next, ...rest] = before.map(
    ({ step, day }) =>
      html`<h3>${nameOf(step, s.dates, words)}: ${days.link(day, step.id)}</h3>
        ${rowsOf(step, s, { words, days, shown: day })}`,
  );
  return html`<section id="why">
    <h2>${words.rich(title, { day: days.link(key.day, key.step.id) })}</h2>
    ${rowsOf(first!.step, s, { words, days, shown: key.day })}${next}
    ${
      rest.length
        ? html`<details>
            <summary>${words.m.reckoning.before}</summary>
            ${rest}
          </details>`
        : ''
    }
  </section>`;
}

async function foot(c: Request, s: AgreementStanding): Promise<Html> {
  const words = c.get('words');
  const { context } = c.get('asker');
  const { hash: whole, seq } = await (await context.registersThere()).of(s.rehearsal).head();
  const hash = whole.replace(/^sha256:/, '');
  const ui = workflowInUi(readNote(context.home), `agreement/${s.agreement}`);
  return html`<p class="foot">
    ${words.say(words.m.foot.head, { head: `${hash.slice(0, 4)}…${hash.slice(-2)}`, line: seq })}${ui ? html` <a href="${ui}">${words.m.foot.temporal}</a>` : ''}
  </p>`;
}
