/** Rehearsing in the browser: of what, until when, without and with a notice; and the copies as their time passes. */
import type { Hono } from 'hono';
import { addDays, date, type CalendarDate } from '../../../clauses/calendar.ts';
import { dossierSeen } from '../../../client/answers.ts';
import type { Context } from '../../../client/context.ts';
import { todayIn } from '../../../client/dossiers.ts';
import { overviewOf } from '../../../client/overview.ts';
import { whyNotLived } from '../../../client/rehearsal.ts';
import { rehearsalOf, type Course } from '../../../client/rehearsal-story.ts';
import { faultsOf, fieldsHtml, givenIn, summaryHtml, valuesOf, type Faults, type Field, type Given } from '../../forms/fields.ts';
import { noOpening } from '../../forms/may.ts';
import { html } from '../../html.ts';
import { layout } from '../../layout.ts';
import { address, agreementPath, shown, type Env, type Request } from '../../request.ts';
import { tokenField } from '../../session/form-token.ts';
import type { Words } from '../../words.ts';
import { followed } from '../changes.ts';
import { resultBody } from './result.ts';
import { isRunning, Runs, versionOf } from './runs.ts';

const coursesOf = { both: ['without', 'with'], without: ['without'], with: ['with'] } as const satisfies Record<string, readonly Course[]>;

export function rehearsePages(app: Hono<Env>): void {
  const runs = new Runs();
  app.get('/rehearse', async c => {
    const barred = await noOpening(c, c.get('words').values.rehearsal.page.title, [true]);
    if (barred) return barred;
    const given = givenIn(c.req.query());
    return formPage(c, await fieldsFor(c, given), given);
  });
  app.post('/rehearse', async c => {
    const given = givenIn(await c.req.parseBody({ all: true }));
    const fields = await fieldsFor(c, given);
    const faults = new Map(faultsOf(fields, given, c.get('words')));
    if (faults.size) return formPage(c, fields, given, { faults });
    const { of = '', until, course = 'both' } = valuesOf(fields, given);
    const { context } = c.get('asker');
    const dossier = await dossierSeen(context, of);
    const wrong = until ? whyNotUntil(c, date(until), todayIn(dossier.agreement, await context.now())) : undefined;
    if (wrong) return formPage(c, fields, given, { faults: new Map([['until', wrong]]) });
    if (runs.isBusy) return formPage(c, fields, given, { general: [c.get('words').values.rehearsal.page.busy] });
    const courses = coursesOf[course as keyof typeof coursesOf];
    const rehearsal = await rehearsalOf(context, dossier, { courses, ...(until ? { until: date(until) } : {}) });
    const id = await runs.begin(context, rehearsal, await whyNotLived(context));
    return c.redirect(`/rehearse/${encodeURIComponent(id)}`, 303);
  });
  app.get('/rehearse/:id', c => {
    const id = c.req.param('id');
    const run = runs.find(id);
    if (!run) return c.redirect(agreementPath(id), 303);
    const words = c.get('words');
    const title = words.say(words.values.rehearsal.page.titleOf, { title: words.title(run.rehearsal.courses[0]!.story.agreement.title) });
    const live = isRunning(run) ? address(`/rehearse/${encodeURIComponent(id)}/changes`, { known: versionOf(run) }) : undefined;
    return framed(c, title, resultBody(run, title, words), { live });
  });
  app.get('/rehearse/:id/changes', c => {
    const run = runs.find(c.req.param('id'));
    return followed(c, { version: () => versionOf(run), isOver: () => !run || !isRunning(run) });
  });
}

/** A century at most: beyond it no date says anything. */
function whyNotUntil(c: Request, until: CalendarDate, today: CalendarDate): string | undefined {
  const words = c.get('words');
  const { page } = words.values.rehearsal;
  if (until <= today) return words.say(page.tooEarly, { day: words.day(today) });
  return until > addDays(today, 36_525) ? page.tooLate : undefined;
}

async function fieldsFor(c: Request, given: Given): Promise<readonly Field[]> {
  const words = c.get('words');
  const { page, pair } = words.values.rehearsal;
  const { context } = c.get('asker');
  const year = new Date(await context.now()).getUTCFullYear();
  return [
    { name: 'of', label: page.agreement, kind: 'select', options: await optionsFor(context, given['of'], words) },
    {
      name: 'course',
      label: page.course,
      kind: 'choice',
      initial: 'both',
      options: [
        { value: 'both', label: page.both },
        { value: 'without', label: pair.without },
        { value: 'with', label: pair.with },
      ],
    },
    {
      name: 'until',
      label: page.until,
      hint: words.say(page.untilHint, { day: words.day(date(`${year + 18}-12-31`)) }),
      kind: 'day',
      optional: true,
    },
  ];
}

/** As lists have them; and the one that is named, though no list has it yet. */
async function optionsFor(context: Context, named: string | undefined, words: Words): Promise<NonNullable<Field['options']>> {
  const found = [...(await overviewOf(context, false)).found, ...(await overviewOf(context, true)).found];
  const options = found.map(({ glance: g }) => ({ value: g.agreement, label: words.title(g.titles) }));
  const isMissing = named && !options.some(o => o.value === named) && (await (await context.registersThere()).find(named));
  return isMissing ? [{ value: named, label: named }, ...options] : options;
}

interface Wrong {
  faults?: Faults;
  general?: readonly string[];
}

function formPage(c: Request, fields: readonly Field[], given: Given, { faults = new Map(), general = [] }: Wrong = {}): Response {
  const words = c.get('words');
  const { page } = words.values.rehearsal;
  const isWrong = faults.size > 0 || general.length > 0;
  const body = html`${summaryHtml(fields, faults, general, words)}
    <h1>${page.title}</h1>
    <p class="sub">${page.intro}</p>
    <form method="post" action="/rehearse" novalidate class="answer">
      ${fieldsHtml(fields, given, faults, words)}<input type="hidden" name="${tokenField}" value="${c.get('token')}" />
      <p class="do"><button class="btn">${page.begin}</button></p>
    </form>`;
  return framed(c, isWrong ? `${words.m.desk.problem}: ${page.title}` : page.title, body, { status: isWrong ? 422 : 200 });
}

function framed(
  c: Request,
  title: string,
  body: ReturnType<typeof html>,
  { status = 200, live }: { status?: 200 | 422; live?: string | undefined },
): Response {
  const words = c.get('words');
  const at = c.req.method === 'GET' ? address(c.req.path, c.req.query()) : c.req.path;
  const frame = { title, section: 'rehearsals', at, person: c.get('signedIn').session.person, note: words.m.rehearsal, live } as const;
  return shown(c, layout(words, frame, body), status);
}
