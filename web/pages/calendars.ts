/** Addresses for calendar programs: created here, displayed once, and revoked. */
import type { Hono } from 'hono';
import { localDate, type CalendarDate } from '../../clauses/calendar.ts';
import { calendarTokens, newCalendarToken, revokeCalendarToken } from '../../client/calendar-tokens.ts';
import { loadVisibleDossier } from '../../client/answers.ts';
import { toCommand, permissionCheckOf, type Rule } from '../../client/permissions.ts';
import { overviewOf } from '../../client/overview.ts';
import type { CalendarScope } from '../../register/types.ts';
import { faultsOf, fieldsHtml, givenIn, summaryHtml, valuesOf, type Faults, type Field, type Given } from '../forms/fields.ts';
import { barredBy } from '../forms/permissions.ts';
import { refusalLines } from '../forms/refusal-text.ts';
import { html, type Html } from '../html.ts';
import { deskPage } from '../layout.ts';
import { isOfThisMachine } from '../own-address.ts';
import { address, shown, type Env, type Request } from '../request.ts';
import { tokenField } from '../session/form-token.ts';
import { tableOf } from '../table.ts';
import type { Words } from '../words.ts';
import { offeredOf, partiesIn, personsIn } from './choices.ts';
import { choiceOf, fits, folded, searchForm, soughtBy } from './search.ts';

const path = '/calendars';

/** `agreement`: offered in addition to all agreements, the Parties and the persons. */
export const calendarsPath = (agreement?: string): string => address(path, { agreement });

/** Parties and persons come before agreements. */
const offeredAtMost = 50;

export function calendarPages(app: Hono<Env>): void {
  app.get(path, async c => page(c, await fieldOf(c), {}));
  app.post(path, async c => {
    const field = await fieldOf(c);
    const given = givenIn(await c.req.parseBody());
    const faults = faultsOf([field], given, c.get('words'));
    if (faults.size) return page(c, field, { given, faults });
    const { context } = c.get('asker');
    const scope = scopeIn(valuesOf([field], given)['of']!);
    return refusedOn(c, field, given, async () => page(c, field, { given, made: await newCalendarToken(context, scope) }));
  });
  app.post(`${path}/:id/revoke`, async c =>
    refusedOn(c, await fieldOf(c), {}, async () => {
      await revokeCalendarToken(c.get('asker').context, c.req.param('id'));
      return c.redirect(path, 303);
    }),
  );
}

/** Anybody with an identity here, in any role. */
const toAddress: Rule = () => undefined;

const kinds = ['agreement', 'party', 'person'] as const;

/** A choice is a scope and its subject, as in `party:KZ`. */
const scopeIn = (chosen: string): CalendarScope => {
  const scope = kinds.find(kind => chosen.startsWith(`${kind}:`));
  return scope ? { scope, of: chosen.slice(scope.length + 1) } : { scope: 'all' };
};

async function fieldOf(c: Request): Promise<Field> {
  const words = c.get('words');
  const { calendars: m } = words.m;
  const { context } = c.get('asker');
  const q = soughtBy(c);
  const asked = c.req.query('agreement') ?? ((await (await context.registersThere()).find(q)) ? q : undefined);
  const only = asked ? (await loadVisibleDossier(context, asked)).agreement : undefined;
  const glances = (await overviewOf(context, false)).found.map(f => f.glance);
  const isSought = ({ label }: { label: string }): boolean => folded(label).includes(folded(q));
  const offered = [
    ...partiesIn(glances, words).map(([id, party]) => ({ value: `party:${id}`, label: words.say(m.scopes.party, { party }) })),
    ...personsIn(glances).map(([person]) => ({ value: `person:${person}`, label: words.say(m.scopes.person, { person }) })),
  ].filter(isSought);
  const agreements = q ? glances.filter(g => g.agreement !== only?.id && fits(q, g)) : [];
  offered.push(...agreements.map(g => choiceOf(g, words)).map(({ value, label }) => ({ value: `agreement:${value}`, label })));
  const first = [
    ...(only ? [{ value: `agreement:${only.id}`, label: words.title(only.title) }] : []),
    { value: 'all', label: m.scopes.all },
  ];
  const { offered: shown, hint } = offeredOf(offered, offeredAtMost, words);
  return {
    name: 'of',
    label: m.shows,
    kind: 'select',
    initial: only ? `agreement:${only.id}` : (q && offered[0]?.value) || 'all',
    options: [...first, ...shown],
    ...hint,
  };
}

/** Shows the client's refusal above the form. */
const refusedOn = (c: Request, field: Field, given: Given, asked: () => Promise<Response>): Promise<Response> =>
  asked().catch((cause: unknown) => {
    const general = refusalLines(cause, c.get('words').wording);
    if (!general) throw cause;
    return page(c, field, { given, general });
  });

interface Answered {
  given?: Given;
  faults?: Faults;
  general?: readonly string[];
  made?: { id: string; token: string };
}

async function page(c: Request, field: Field, { given = {}, faults = new Map(), general = [], made }: Answered): Promise<Response> {
  const words = c.get('words');
  const { calendars: m } = words.m;
  const isWrong = faults.size > 0 || general.length > 0;
  const q = soughtBy(c);
  const isFound = field.options!.some(o => o.value !== 'all');
  const barred = await barredBy(c, false, [toAddress]);
  const own = html`<input type="hidden" name="${tokenField}" value="${c.get('token')}" />`;
  const body = html`${summaryHtml([field], faults, general, words)}
    <h1>${m.heading}</h1>
    <p>${m.intro}</p>
    ${made ? madePart(`${c.get('origin')}/calendar/${made.token}.ics`, made.id, words) : ''}
    ${
      barred
        ? html`<p>${barred}</p>`
        : html`${searchForm(q, words)}${q && !isFound ? html`<p>${words.say(words.m.agreements.notFound, { text: q })}</p>` : ''}
    <form method="post" action="${address(path, { agreement: c.req.query('agreement'), q })}" novalidate class="answer">
      ${fieldsHtml([field], given, faults, words)}${own}
      <p class="do"><button class="btn">${m.make}</button></p>
    </form>`
    }
    ${await inUse(c, own)}`;
  const frame = {
    title: isWrong ? `${words.m.desk.problem}: ${m.heading}` : m.heading,
    at: address(path, { agreement: c.req.query('agreement'), q }),
  };
  return shown(c, deskPage(c, frame, body), isWrong ? 422 : 200);
}

function madePart(at: string, id: string, words: Words): Html {
  const { calendars: m } = words.m;
  const isHereOnly = isOfThisMachine(new URL(at).hostname);
  return html`<div class="answer" role="status">
    <div class="field">
      <label for="address">${m.address}</label
      ><span class="hint" id="address-hint">${words.say(m.once, { id })}${isHereOnly ? ` ${m.onlyHere}` : ''}</span
      ><textarea id="address" readonly rows="2" aria-describedby="address-hint">${at}</textarea>
    </div>
    <p class="do"><a class="btn two" href="${at.replace(/^https?:/, 'webcal:')}">${m.open}</a></p>
  </div>`;
}

async function inUse(c: Request, own: Html): Promise<Html> {
  const words = c.get('words');
  const { calendars: m } = words.m;
  const { columns } = m;
  const { context } = c.get('asker');
  const found = await calendarTokens(context);
  const may = await permissionCheckOf(context, false);
  const revoking = ({ id, by }: (typeof found)[number]): Html => {
    const why = may([by === context.person ? toAddress : toCommand('revoke')]);
    return why
      ? html`<small>${why}</small>`
      : html`<form method="post" action="${path}/${id}/revoke">
          ${own}<button class="btn two" aria-label="${words.say(m.revokeOf, { id })}">${m.revoke}</button>
        </form>`;
  };
  if (!found.length)
    return html`<h2>${m.inUse}</h2>
      <p>${m.none}</p>`;
  const ofWhat = (one: CalendarScope): string =>
    one.scope === 'all'
      ? m.scopes.all
      : words.say(m.scopes[one.scope], { [one.scope]: one.scope === 'party' ? words.party(one.of, { parties: [] }) : one.of });
  return html`<h2>${m.inUse}</h2>
    ${tableOf(
      'stack',
      [columns.shows, columns.language, columns.made, ''],
      found.map(
        one =>
          html`<tr>
            <td>${ofWhat(one)}<small>${one.id}</small></td>
            <td>${words.languageName(one.language)}</td>
            <td>${one.by}<small>${timeOf(localDate(one.at, 'UTC'), words)}</small></td>
            <td>${revoking(one)}</td>
          </tr>`,
      ),
    )}`;
}

const timeOf = (day: CalendarDate, words: Words): Html => html`<time datetime="${day}">${words.day(day)}</time>`;
