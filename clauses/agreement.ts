/** An agreement as data: who the Parties are, what its final clauses say, how it is to be read. Its YAML, checked. */
import { z } from 'zod';
import { calendarDate, length, zone } from './calendar.ts';
import { desk } from './desk.ts';
import { questionsLeftOpen } from './open-questions.ts';
import { choices, questions, reading } from './reading.ts';
import { terms, type EntryIntoForceClause, type Terms } from './terms.ts';

const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'must be a language code such as kk, az, ru, en' });
/** One text in several languages, English at least. */
const texts = z.record(language, z.string().min(1)).refine(t => 'en' in t, { error: 'must have at least an English text (en)' });
const article = z.string().min(1);

/** A competent organisation; `until` and `successor` when another has taken its place. */
const organisation = z.strictObject({
  name: texts,
  article,
  until: calendarDate.optional(),
  successor: texts.optional(),
  note: z.string().optional(),
});

const party = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,3}$/, { error: 'must be a code of two or three capital letters, such as KZ' }),
  name: texts,
  zone,
  organisations: z.array(organisation).default([]),
});

export const agreement = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/, {
      error: 'must be lower-case letters, digits and hyphens, such as kz-az-2004-government-communications',
    }),
    title: texts,
    /** True for an invented agreement of tests and rehearsals: kept apart from real ones. */
    rehearsal: z.boolean().default(false),
    parties: z.tuple([party, party], { error: 'must be exactly two Parties' }),
    languages: z
      .strictObject({
        article,
        authentic: z.array(language).min(1),
        prevailing: language.optional(),
        working: z.strictObject({ language, article }).optional(),
      })
      .optional(),
    clauses: terms,
    reading: reading.prefault({}),
    /** How long before the safe day each reminder is owed. */
    reminders: z
      .array(length)
      .max(24)
      .default(['P12M', 'P6M', 'P3M', 'P30D', 'P7D', 'P1D'] as never),
    /** How long a notice may be on its way; the send-by day is this long before the safe day. */
    transit: length.default('P14D' as never),
    /** Articles under which the Parties write to each other on other matters than these clauses. */
    articles: z
      .strictObject({ consultations: article.optional(), communications: article.optional(), organisation: article.optional() })
      .optional(),
    desk: desk.optional(),
    notes: z.array(z.string()).default([]),
    sources: z.array(z.strictObject({ what: z.string().min(1), where: z.string().min(1) })).min(1),
  })
  .superRefine((a, ctx) => {
    if (a.parties[0].id === a.parties[1].id)
      ctx.addIssue({ code: 'custom', path: ['parties', 1, 'id'], message: 'the two Parties must have different ids' });
    for (const question of questions.filter(q => a.reading[q] !== choices[q][0]))
      // a protocol may bring a clause by which days must have expired
      if (question !== 'dayCount' && !questionsLeftOpen(a.clauses)[question])
        ctx.addIssue({
          code: 'custom',
          path: ['reading', question],
          message: `decides nothing: the clauses do not leave it open${question === 'revocation' ? '; where a notice is withdrawn only by consent, write termination.withdrawal: byConsent' : ''}`,
        });
    for (const [path, clause] of entryClauses(a.clauses))
      if (clause?.on === 'lastNotification' && clause.parties?.some(id => !a.parties.some(p => p.id === id)))
        ctx.addIssue({
          code: 'custom',
          path: ['clauses', ...path, 'parties'],
          message: `must be Parties of the agreement: ${a.parties.map(p => p.id).join(', ')}`,
        });
    if (a.desk && !a.parties.some(p => p.id === a.desk!.party))
      ctx.addIssue({
        code: 'custom',
        path: ['desk', 'party'],
        message: `must be one of the Parties: ${a.parties.map(p => p.id).join(', ')}`,
      });
    if (a.languages?.prevailing && !a.languages.authentic.includes(a.languages.prevailing))
      ctx.addIssue({
        code: 'custom',
        path: ['languages', 'prevailing'],
        message: `must be one of the authentic languages: ${a.languages.authentic.join(', ')}`,
      });
  });

const entryClauses = ({ entryIntoForce, amendment }: Terms): [string[], EntryIntoForceClause | undefined][] => [
  [['entryIntoForce'], entryIntoForce],
  [['amendment', 'entryIntoForce'], amendment?.entryIntoForce],
];

export type Agreement = z.infer<typeof agreement>;

/** The time zones of the Parties. */
export const zonesOf = (a: Agreement): string[] => a.parties.map(p => p.zone);
