/** Rehearsals in the browser: choosing the agreement and the end day, with and without a notice; and the copies as their time passes. */
import type { Hono } from 'hono';
import { parseFacts } from '../../../agreements/load.ts';
import { date } from '../../../clauses/calendar.ts';
import { loadVisibleDossier } from '../../../client/answers.ts';
import { nearIds, todayIn } from '../../../client/dossiers.ts';
import { overviewOf } from '../../../client/overview.ts';
import { whyNotLived } from '../../../client/rehearsal.ts';
import { rehearsalOf, whyNotUntil, type Course } from '../../../client/rehearsal-story.ts';
import { faultsOf, fieldsHtml, givenIn, summaryHtml, valuesOf, type Faults, type Field, type Given } from '../../forms/fields.ts';
import { openingBarredPage } from '../../forms/permissions.ts';
import { refusalLines } from '../../forms/refusal-text.ts';
import { html, type Html } from '../../html.ts';
import { deskPage } from '../../layout.ts';
import { address, agreementPath, shown, type Env, type Request } from '../../request.ts';
import { tokenField } from '../../session/form-token.ts';
import { followed } from '../changes.ts';
import { offeredOf } from '../choices.ts';
import { choiceOf, fits, searchForm, soughtBy } from '../search.ts';
import { resultBody } from './result.ts';
import { isRunning, Runs, versionOf } from './runs.ts';

const coursesOf = { both: ['without', 'with'], without: ['without'], with: ['with'] } as const satisfies Record<string, readonly Course[]>;

export function rehearsePages(app: Hono<Env>): void {
  const runs = new Runs();
  app.get('/rehearse', async c => {
    const barred = await openingBarredPage(c, c.get('words').values.rehearsal.page.title, [true]);
    if (barred) return barred;
    const given = givenIn(c.req.query());
    return formPage(c, await fieldsFor(c, given), given);
  });
  app.post('/rehearse', async c => {
    const given = givenIn(await c.req.parseBody({ all: true }));
    const fields = await fieldsFor(c, given);
    const faults = new Map(faultsOf(fields, given, c.get('words')));
    if (faults.size) return formPage(c, fields, given, { faults });
    const { of = '', until, course = 'both', story: text = '' } = valuesOf(fields, given);
    const { context, wording } = c.get('asker');
    const dossier = await loadVisibleDossier(context, of);
    const wrong = until ? whyNotUntil(wording, date(until), todayIn(dossier.agreement, await context.now())) : undefined;
    if (wrong) return formPage(c, fields, given, { faults: new Map([['until', wrong.message]]) });
    if (runs.isBusy) return formPage(c, fields, given, { general: [c.get('words').values.rehearsal.page.busy] });
    try {
      const { story: called } = c.get('words').values.rehearsal.page;
      const asked = text
        ? { story: parseFacts(text, called, dossier.agreement) }
        : { courses: coursesOf[course as keyof typeof coursesOf] };
      const rehearsal = await rehearsalOf(context, dossier, { ...asked, ...(until ? { until: date(until) } : {}) });
      const id = await runs.begin(context, rehearsal, await whyNotLived(context));
      return c.redirect(`/rehearse/${encodeURIComponent(id)}`, 303);
    } catch (cause) {
      const said = refusalLines(cause, wording);
      if (!said) throw cause;
      return formPage(c, fields, given, { general: said });
    }
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

async function fieldsFor(c: Request, given: Given): Promise<readonly Field[]> {
  const words = c.get('words');
  const { page, pair } = words.values.rehearsal;
  const { context } = c.get('asker');
  const year = new Date(await context.now()).getUTCFullYear();
  return [
    { name: 'of', label: page.agreement, kind: 'select', ...(await offered(c, given['of'])) },
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
    { name: 'story', label: page.story, hint: page.storyHint, kind: 'long', rows: 6, optional: true, section: 'more' },
  ];
}

const offeredAtMost = 25;

/** The agreement named and those that match the search; for an unknown id, those that may be meant. */
async function offered(c: Request, asked: string | undefined): Promise<Pick<Field, 'options' | 'hint'>> {
  const words = c.get('words');
  const { context } = c.get('asker');
  const registers = await context.registersThere();
  const q = soughtBy(c);
  // It may not be listed yet.
  const named = asked || ((await registers.find(q)) ? q : '');
  const all = [...(await overviewOf(context, false)).found, ...(await overviewOf(context, true)).found].map(f => f.glance);
  const isThere = named !== '' && (await registers.find(named)) !== undefined;
  const near = named && !isThere ? await nearIds(registers, named) : [];
  const fitting = all.filter(g => g.agreement !== named && (near.length ? near.includes(g.agreement) : !q || fits(q, g)));
  const first = isThere ? [all.find(g => g.agreement === named) ?? { agreement: named, titles: {} }] : [];
  const { offered: shown, hint } = offeredOf(fitting, offeredAtMost - first.length, words);
  return { options: [...first, ...shown].map(g => choiceOf(g, words)), ...hint };
}

interface Wrong {
  faults?: Faults;
  general?: readonly string[];
}

function formPage(c: Request, fields: readonly Field[], given: Given, { faults = new Map(), general = [] }: Wrong = {}): Response {
  const words = c.get('words');
  const { page } = words.values.rehearsal;
  const isWrong = faults.size > 0 || general.length > 0;
  const [q, of] = [soughtBy(c), fields[0]!];
  const body = html`${summaryHtml(fields, faults, general, words)}
    <h1>${page.title}</h1>
    <p class="sub">${page.intro}</p>
    ${searchForm(q, words)}
    ${of.options!.length ? formOf(c, fields, given, faults) : html`<p>${q ? words.say(words.m.agreements.notFound, { text: q }) : words.m.agreements.none}</p>`}`;
  return framed(c, isWrong ? `${words.m.desk.problem}: ${page.title}` : page.title, body, { status: isWrong ? 422 : 200 });
}

function formOf(c: Request, fields: readonly Field[], given: Given, faults: Faults): Html {
  const words = c.get('words');
  return html`<form method="post" action="${address('/rehearse', { q: soughtBy(c) })}" novalidate class="answer">
    ${fieldsHtml(fields, given, faults, words)}<input type="hidden" name="${tokenField}" value="${c.get('token')}" />
    <p class="do"><button class="btn">${words.values.rehearsal.page.begin}</button></p>
  </form>`;
}

function framed(
  c: Request,
  title: string,
  body: Html,
  { status = 200, live }: { status?: 200 | 422; live?: string | undefined },
): Response {
  const at = c.req.method === 'GET' ? address(c.req.path, c.req.query()) : c.req.path;
  const frame = { title, section: 'rehearsals', at, isRehearsal: true, live } as const;
  return shown(c, deskPage(c, frame, body), status);
}
