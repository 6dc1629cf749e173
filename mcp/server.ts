/**
 * What an assistant may do with servanda, as tools of the Model Context Protocol: eight that read, and one that drafts a notice. None
 * dispatches, approves or records; people who sign do that. Answers include their articles, the readings and the register's head.
 */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { ledger } from '../client/answers.ts';
import type { Context } from '../client/context.ts';
import { enveloped, type AskedAbout } from '../client/envelope.ts';
import { agreementsNamed, deadlinesWithin, glances, noticesNamed, noticesOf, placeOf, whole } from '../client/lists.ts';
import type { FactGiven, NoticeContentGiven } from '../client/requests.ts';
import { checkFits, factAsEntered, noticeContent, slug } from '../client/schemas.ts';
import { servandaOn } from '../client/servanda.ts';
import { calendarDate, length } from '../clauses/calendar.ts';
import { byNumber, bySeq, pageOf } from '../web/api/paging.ts';
import { httpProblemOf } from '../web/api/problem.ts';
import { wordings } from '../wording/index.ts';
import { toolInput } from './tool-input.ts';

const agreement = z.string().describe('The id of an agreement, from `list`.');
const day = calendarDate.optional();
const asOf = day.describe('The day of the answer, YYYY-MM-DD; today by default.');
const knownOn = day.describe('Answers as known on this day; by default with everything known.');
/** Lists are paginated like those of the API. */
const page = {
  cursor: z.string().min(1).max(600).optional().describe('The `next` of the previous page.'),
  limit: z.int().min(1).max(1000).optional().describe('The most items to return; 100 by default.'),
};

const reads = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;
const drafts = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false } as const;

/** `asker`: the context of the caller, in whose name a draft is signed; called once for each tool call. */
export function mcpServer(asker: () => Promise<Context>, version: string): McpServer {
  const server = new McpServer({ name: 'servanda', version });
  const answer = (asked: (context: Context) => Promise<unknown>, of: AskedAbout): Promise<CallToolResult> => answered(asker, asked, of);

  server.registerTool(
    'list',
    {
      description: 'The agreements in the register, one item each: status, what comes next and when, the decision owed.',
      inputSchema: toolInput({
        asOf,
        rehearsals: z.boolean().optional().describe('Includes rehearsals, whose facts are invented.'),
        ...page,
      }),
      annotations: reads,
    },
    ({ rehearsals = false, cursor, limit, ...days }) =>
      answer(
        async context => {
          const { items, next } = pageOf(await agreementsNamed(context, { rehearsals }), id => id, { cursor, limit });
          return { items: await whole(context, glances(context, { ...days, rehearsals }, items)), next };
        },
        { rehearsals },
      ),
  );
  server.registerTool(
    'standing',
    {
      description: 'The standing of an agreement on a day: status, period, last day for notice, safe day, notices, clauses, decision owed.',
      inputSchema: toolInput({ agreement, asOf, knownOn }),
      annotations: reads,
    },
    ({ agreement: id, ...days }) => answer(context => servandaOn(context).standing(id, days), id),
  );
  server.registerTool(
    'timeline',
    {
      description: 'The standing of an agreement and all its dates through a day, each with the article it follows from.',
      inputSchema: toolInput({ agreement, asOf, knownOn, until: day.describe('The last day of the dates listed.') }),
      annotations: reads,
    },
    ({ agreement: id, ...days }) => answer(context => servandaOn(context).timeline(id, days), id),
  );
  server.registerTool(
    'explain',
    {
      description: 'Why each date of an agreement is what it is: article, anchor, how it is counted, what other readings give.',
      inputSchema: toolInput({ agreement, asOf, knownOn }),
      annotations: reads,
    },
    ({ agreement: id, ...days }) => answer(context => servandaOn(context).explain(id, days), id),
  );
  server.registerTool(
    'deadlines',
    {
      description:
        'What must be done by when, sorted by the day by which to act (`sendBy`, else `date`): the day by which to dispatch a notice, the safe day, ends that are due.',
      inputSchema: toolInput({
        within: length.optional().describe('How far ahead, such as P18M; a year by default.'),
        undecided: z.boolean().optional().describe('Only where a decision is owed and not yet made.'),
        agreements: z.array(agreement).max(50).optional(),
        party: z.string().optional().describe('Only agreements of this Party, such as KZ.'),
        responsible: z.string().optional().describe('Only agreements whose first recipient of reminders is this person.'),
        rehearsals: z.boolean().optional(),
        asOf,
        ...page,
      }),
      annotations: reads,
    },
    ({ rehearsals = false, cursor, limit, ...asked }) =>
      answer(
        async context => pageOf(await whole(context, deadlinesWithin(context, { ...asked, rehearsals })), placeOf, { cursor, limit }),
        { rehearsals, agreements: asked.agreements },
      ),
  );
  server.registerTool(
    'ledger',
    {
      description: 'Every entry of an agreement in the register: facts with their evidence, corrections, strikes, and who recorded each.',
      inputSchema: toolInput({ agreement, ...page }),
      annotations: reads,
    },
    ({ agreement: id, ...asked }) => answer(async context => pageOf(await ledger(context, id), bySeq, asked), id),
  );
  server.registerTool(
    'notices',
    {
      description: 'The notices of agreements, open and closed: the state of each, and what follows from it.',
      inputSchema: toolInput({ agreements: z.array(agreement).max(50).optional().describe('Only these agreements.'), ...page }),
      annotations: reads,
    },
    ({ agreements = [], ...asked }) =>
      answer(
        async context => {
          const { items, next } = pageOf(await noticesNamed(context, { agreements }), byNumber, asked);
          const found = await whole(context, noticesOf(context, { agreements }, items));
          return { ...pageOf(found, byNumber, { limit: asked.limit }), next };
        },
        { agreements },
      ),
  );
  server.registerTool(
    'simulate',
    {
      description: 'What a fact would do to an agreement: the standing before and after it, and every date that moves. Nothing is written.',
      inputSchema: toolInput({
        agreement,
        fact: z
          .looseObject({ type: z.string() })
          .describe(`A fact, such as {"type":"termination.notified","by":"KZ","received":"2029-01-20"}.`),
        asOf,
      }),
      annotations: reads,
    },
    ({ agreement: id, fact, ...days }) => answer(context => servandaOn(context).simulate(id, factIn(fact, context), days), id),
  );
  server.registerTool(
    'draft',
    {
      description: 'Drafts a notice without sending it: a second person approves it at the desk, and a person dispatches it.',
      inputSchema: toolInput({
        agreement,
        content: z.looseObject({ kind: z.string(), by: z.string() }).describe('Its content, such as {"kind":"termination","by":"KZ"}.'),
        number: slug.optional().describe('Unique within the agreement; by default the next free number.'),
      }),
      annotations: drafts,
    },
    ({ agreement: id, content, number }) =>
      answer(context => servandaOn(context).notice.draft(id, contentIn(content, context), number === undefined ? {} : { number }), id),
  );
  return server;
}

/** Checked against the schema of facts; the id may be left out. */
function factIn(given: Record<string, unknown>, { wording }: Context): FactGiven {
  checkFits(factAsEntered, { id: 'fact', ...given }, 'entry', wording);
  return given as unknown as FactGiven;
}

function contentIn(given: Record<string, unknown>, { wording }: Context): NoticeContentGiven {
  checkFits(noticeContent, given, 'notice', wording);
  return given as unknown as NoticeContentGiven;
}

/** A refusal is a result with its code and article, not a protocol error. */
async function answered(
  asker: () => Promise<Context>,
  asked: (context: Context) => Promise<unknown>,
  of: AskedAbout,
): Promise<CallToolResult> {
  let wording = wordings.en;
  try {
    const context = await asker();
    ({ wording } = context);
    return said({ ...(await enveloped(context, await asked(context), of)) });
  } catch (cause) {
    const { problem } = httpProblemOf(cause, wording);
    return { ...said({ problem }), isError: true };
  }
}

const said = (content: Record<string, unknown>): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(content, null, 2) }],
  structuredContent: content,
});
