/** Changes in the register as a feed (JSON Feed 1.1), the latest first. */
import { z } from '@hono/zod-openapi';
import { changes } from '../../client/changes.ts';
import { byKind } from '../../client/ledger.ts';
import type { ChangeLine, Line, Step } from '../../register/types.ts';
import { actSentence } from '../../wording/acts/sentence.ts';
import { whatOf } from '../entry-sentence.ts';
import { wordsIn, type Words } from '../words.ts';
import { newPart } from './middleware.ts';
import { operation } from './operation.ts';
import { fromOneTo, inPath, inQuery, isTrue } from './parameters.ts';
import { plain } from './schemas.ts';

const item = z.looseObject({
  id: z.string().describe('Unique and permanent.'),
  url: z.string(),
  title: z.string(),
  content_text: z.string(),
  date_published: z.iso.datetime(),
  authors: z.array(z.object({ name: z.string() })),
  tags: z.array(z.string()),
  _servanda: z.looseObject({
    agreement: z.string(),
    seq: z.int(),
    place: z.int(),
    hash: z.string(),
    entries: z.array(z.unknown()),
    acts: z.array(z.unknown()),
  }),
});
const feed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    language: z.string(),
    feed_url: z.string(),
    next_url: z.string().optional(),
    items: z.array(item),
  })
  .openapi('Changes');

const route = operation('get', '/changes', {
  operationId: 'changes',
  summary: 'Lists what was entered and done, line by line, latest first',
  tag: 'Lists',
  query: {
    rehearsals: inQuery.rehearsals.describe('Rehearsals, whose facts are invented, instead of real agreements.'),
    agreement: inPath.agreement.optional(),
    limit: inQuery.limit,
    before: fromOneTo(1_000_000_000_000_000).optional().describe('Returns the lines before this one; taken from `next_url`.'),
  },
  responses: { 200: { description: 'The feed.', content: { 'application/feed+json': { schema: feed } } } },
});

export const changesPart = () =>
  newPart().openapi(route, async c => {
    const [{ rehearsals, agreement, limit = '100', before }, { context }] = [c.req.valid('query'), c.var.asker];
    const asked = { agreement, rehearsals: isTrue(rehearsals), most: Number(limit), ...(before ? { before: Number(before) } : {}) };
    const { found, next } = await changes(context, asked);
    const here = new URL(c.req.url);
    here.searchParams.delete('before');
    const further = next === undefined ? undefined : new URL(here);
    further?.searchParams.set('before', `${next}`);
    const said: z.infer<typeof feed> = {
      version: 'https://jsonfeed.org/version/1.1',
      title: agreement ?? 'servanda',
      language: context.language,
      feed_url: here.href,
      ...(further ? { next_url: further.href } : {}),
      items: found.map(line => itemOf(line, here, wordsIn(context.language))),
    };
    return c.json(said, 200, { 'content-type': 'application/feed+json' });
  });

function itemOf({ agreement, seq, place, hash, by, at, entries, acts, rules }: ChangeLine, here: URL, words: Words): z.infer<typeof item> {
  const done = [...entries.map(e => whatOf(byKind(e), words)), ...acts.map(a => actIn(a, words))];
  const sentences = done.length ? done : [words.capital(words.wording.differences.names.law)];
  return {
    id: `${agreement}/${place}`,
    url: new URL(`agreements/${agreement}/ledger`, here).href,
    title: `${agreement}: ${sentences[0]}`,
    content_text: sentences.join('\n'),
    date_published: new Date(at).toISOString(),
    authors: [{ name: by }],
    tags: [...new Set([...entries.map(codeOf), ...acts.map(a => a.body.what)])],
    _servanda: { agreement, seq, place, hash, entries: plain(entries), acts: plain(acts), ...(rules ? { rules } : {}) },
  };
}

/** What was recorded: of a notice or a protocol, the step. */
const codeOf = (entry: Line): string => (entry.type === 'notice.step' || entry.type === 'protocol.step' ? entry.step.type : entry.type);

const actIn = ({ step, body }: Step, { wording: w }: Words): string =>
  `${step === 'withdrawn' ? `${w.letter.withdrawn}: ` : ''}${actSentence(body, w)}`;
