/**
 * Describes an agreement: by the questions of `agreement new` as a form, or by its file as text, with the linter next to it and every date
 * that follows before it is opened.
 */
import type { Hono } from 'hono';
import { hasErrors, previewOf, type Preview } from '../../client/checking.ts';
import { Unavailable } from '../../client/failures.ts';
import { askDescription } from '../../client/interview/description.ts';
import { FilledForm } from '../../client/interview/filled-form.ts';
import { yamlOf } from '../../client/interview/file-text.ts';
import { interviews } from '../../wording/interview/messages.ts';
import { agreementPath, shown, type Env, type Request } from '../request.ts';
import { previewPanel } from './preview-panel.ts';
import { describePage, openPage, typedAnswer, type Draft } from './describe-page.ts';
import { givenIn, type Given } from './fields.ts';
import { openingBarredPage } from './permissions.ts';
import { refusalLines } from './refusal-text.ts';

export function describeForm(app: Hono<Env>): void {
  app.get('/describe', async c => {
    const barred = await openingBarredPage(c, c.get('words').m.editor.newTitle);
    return barred ?? shown(c, describePage(c, await draftOf(c, givenIn(c.req.query()))));
  });
  app.post('/describe', async c => {
    const given = givenIn(await c.req.parseBody({ all: true }));
    const draft = await draftOf(c, given);
    switch (given['step']) {
      case 'open':
      case 'send':
        return opened(c, draft, given['step'] === 'send');
      case 'text':
        return shown(c, describePage(c, await draftOf(c, { as: 'text', yaml: draft.yaml })));
      case 'change':
        return shown(c, describePage(c, draft));
      default:
        return shown(c, describePage(c, draft, { isChecked: true }), draft.isWrong ? 422 : 200);
    }
  });
  app.post('/describe/check', async c => {
    const draft = await draftOf(c, givenIn(await c.req.parseBody({ all: true })));
    return shown(c, draft.given['as'] === 'text' ? previewPanel(draft.preview, c.get('words')) : describePage(c, draft));
  });
}

/** The answers or the typed text as a description. Input that can't be used is kept. */
async function draftOf(c: Request, given: Given): Promise<Draft> {
  const { context } = c.get('asker');
  const words = c.get('words');
  const kind = given['kind'] === 'real' || given['kind'] === 'rehearsal' ? given['kind'] : undefined;
  const preview = (text: string): Promise<Preview> => previewOf(context, text, words.m.editor.yaml);
  if (given['as'] === 'text') {
    const yaml = given['yaml'] ?? '';
    const found = yaml.trim() ? await preview(yaml) : undefined;
    return {
      given,
      yaml,
      preview: found,
      isWrong: !found || isWrong(found),
      kind: found?.checked.read?.agreement.rehearsal ? 'rehearsal' : 'real',
    };
  }
  const form = new FilledForm(interviews[words.language], words.wording, typedAnswer(given));
  const { id, title, ...rest } = await askDescription(form);
  const yaml = yamlOf({ id, title, ...(kind === 'rehearsal' ? { rehearsal: true } : {}), ...rest });
  const found = form.hasFaults ? undefined : await preview(yaml);
  return { given, form, yaml, preview: found, isWrong: !kind || !found || isWrong(found), kind };
}

const isWrong = ({ checked, refusals, isKept }: Preview): boolean => hasErrors(checked) || refusals.length > 0 || isKept;

async function opened(c: Request, draft: Draft, isSent: boolean): Promise<Response> {
  if (draft.isWrong) return shown(c, describePage(c, draft, { isChecked: true }), 422);
  if (!isSent) return shown(c, openPage(c, draft));
  try {
    const { agreement } = await c.get('asker').servanda.open(`${draft.yaml}\n`);
    return c.redirect(agreementPath(agreement), 303);
  } catch (cause) {
    const general = refusalLines(cause, c.get('words').wording);
    if (!general) throw cause;
    return shown(c, describePage(c, draft, { isChecked: true, general }), cause instanceof Unavailable ? 503 : 422);
  }
}
