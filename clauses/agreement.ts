/** An agreement as data: who the Parties are, what its final clauses say, how it is to be read. Its YAML, checked. */
import { z } from 'zod';
import { calendarDate, length, zone } from './calendar.ts';
import { clause } from './clause.ts';
import { desk } from './desk.ts';
import { reading } from './reading.ts';
import { terms, type EntryIntoForceClause, type Terms } from './terms.ts';
import { rule } from './schema-rule.ts';

const languageCode = z.string().regex(/^[a-z]{2,3}$/, { error: rule('languageCode') });
const language = languageCode.meta({ description: 'The code of the language.', examples: ['ru'] });
/** One text in several languages, English at least. */
const texts = z.record(languageCode, z.string().min(1)).refine(t => 'en' in t, { error: rule('englishText') });
export type Texts = Readonly<z.infer<typeof texts>>;
const article = clause.article;
const articleOn = (matter: string, example: string) =>
  article.optional().meta({ description: `The article on ${matter}.`, examples: [example] });

/** A competent organisation; `until` and `successor` when another has taken its place. */
const organisation = z.strictObject({
  name: texts.meta({ description: 'Its name, by language; English at least.', examples: [{ en: 'National Security Committee' }] }),
  article,
  until: calendarDate
    .optional()
    .meta({ description: 'The day from which another has taken its place, where the Party has notified one.', examples: ['2015-12-14'] }),
  successor: texts.optional().meta({ description: 'The name of that other.', examples: [{ en: 'State Security Service' }] }),
  note: z
    .string()
    .optional()
    .meta({ description: 'What else an officer should know of it.', examples: ['Dissolved in 2015; no successor has been notified.'] }),
});

const party = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]{2,3}$/, { error: rule('capitalCode') })
    .meta({
      description: 'The code by which facts name the Party: two or three capital letters.',
      examples: ['KZ'],
    }),
  name: texts.meta({
    description: 'Its name, by language; English at least.',
    examples: [{ en: 'Government of the Republic of Kazakhstan' }],
  }),
  zone: zone.meta({ description: 'The time zone by which a receipt is dated there.', examples: ['Asia/Almaty'] }),
  organisations: z
    .array(organisation)
    .default([])
    .meta({
      description: 'Its competent organisations.',
      examples: [[{ name: { en: 'National Security Committee' }, article: 'art. 1' }]],
    }),
});

export const agreement = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{2,79}$/, {
        error: rule('agreementId'),
      })
      .meta({
        description: 'The name of the agreement in the register and of its file: lower-case letters, digits and hyphens.',
        examples: ['kz-az-2004-government-communications'],
      }),
    title: texts.meta({
      description: 'The title, by language; English at least.',
      examples: [{ en: 'Agreement on cooperation in government communications' }],
    }),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({
        description: 'True where the agreement or its facts are invented, for tests and rehearsals: it is kept apart from real ones.',
        examples: [true],
      }),
    parties: z.tuple([party, party], { error: rule('twoParties') }).meta({
      description: 'The two Parties.',
      examples: [
        [
          { id: 'KZ', name: { en: 'Kazakhstan' }, zone: 'Asia/Almaty' },
          { id: 'AZ', name: { en: 'Azerbaijan' }, zone: 'Asia/Baku' },
        ],
      ],
    }),
    languages: z
      .strictObject({
        article,
        authentic: z
          .array(languageCode)
          .min(1)
          .meta({ description: 'The languages of which each text is authentic.', examples: [['kk', 'az', 'ru']] }),
        prevailing: languageCode.optional().meta({ description: 'The text that prevails where they differ.', examples: ['ru'] }),
        working: z
          .strictObject({ language, article })
          .optional()
          .meta({ description: 'The language in which the Parties work together.', examples: [{ language: 'ru', article: 'art. 9' }] }),
      })
      .optional()
      .meta({
        description: 'The languages of the text (VCLT art. 33).',
        examples: [{ article: 'closing clause', authentic: ['kk', 'az', 'ru'], prevailing: 'ru' }],
      }),
    clauses: terms.meta({ description: 'The final clauses: how it enters into force, its periods, how it ends, how it is amended.' }),
    reading: reading.prefault({}).meta({
      description:
        'How the text is read by default where it leaves more than one reading open. What is not named has its first choice; every answer shows what the others give.',
      examples: [{ periodEnd: 'sameNumberedDay' }],
    }),
    reminders: z
      .array(length)
      .max(24)
      .default(['P12M', 'P6M', 'P3M', 'P30D', 'P7D', 'P1D'] as never)
      .meta({ description: 'How long before the day by which we must act each reminder is owed.', examples: [['P6M', 'P30D', 'P7D']] }),
    transit: length.default('P14D' as never).meta({
      description: 'How long a notice may be on its way: the send-by day is this long before the safe day.',
      examples: ['P14D'],
    }),
    articles: z
      .strictObject({
        consultations: articleOn('consultations', 'art. 11'),
        communications: articleOn('communications from day to day', 'art. 3, 4'),
        organisation: articleOn('the competent organisations', 'art. 1'),
      })
      .optional()
      .meta({
        description: 'The articles under which the Parties write to each other on other matters than these clauses.',
        examples: [{ consultations: 'art. 11' }],
      }),
    desk: desk.optional().meta({
      description: 'Who keeps the agreement in office, and how its notices travel.',
      examples: [{ party: 'KZ', recipients: [{ id: 'treaty-officer', name: 'Treaty officer', email: 'treaties@example.org' }] }],
    }),
    notes: z
      .array(z.string())
      .default([])
      .meta({
        description: 'What an officer should know of the description: what is not known, why it is read as it is.',
        examples: [['The date of entry into force is not known.']],
      }),
    sources: z
      .array(
        z.strictObject({
          what: z
            .string()
            .min(1)
            .meta({ description: 'What was taken from it.', examples: ['The final clauses, from the Kazakh text'] }),
          where: z
            .string()
            .min(1)
            .meta({
              description: 'Where it is: an address, or a place in an archive.',
              examples: ['https://adilet.zan.kz/kaz/docs/P040000527_'],
            }),
        }),
      )
      .min(1)
      .meta({
        description: 'Where the clauses and the facts are taken from.',
        examples: [[{ what: 'The final clauses', where: 'https://adilet.zan.kz/kaz/docs/P040000527_' }]],
      }),
  })
  .superRefine((a, ctx) => {
    if (a.parties[0].id === a.parties[1].id)
      ctx.addIssue({ code: 'custom', path: ['parties', 1, 'id'], message: rule('differentParties') });
    for (const [path, clause] of entryClauses(a.clauses))
      if (clause?.on === 'lastNotification' && clause.parties?.some(id => !a.parties.some(p => p.id === id)))
        ctx.addIssue({
          code: 'custom',
          path: ['clauses', ...path, 'parties'],
          message: rule('allOfParties'),
          params: { values: a.parties.map(p => p.id) },
        });
    if (a.desk && !a.parties.some(p => p.id === a.desk!.party))
      ctx.addIssue({
        code: 'custom',
        path: ['desk', 'party'],
        message: rule('oneOfParties'),
        params: { values: a.parties.map(p => p.id) },
      });
    if (a.languages?.prevailing && !a.languages.authentic.includes(a.languages.prevailing))
      ctx.addIssue({
        code: 'custom',
        path: ['languages', 'prevailing'],
        message: rule('oneOfAuthentic'),
        params: { values: a.languages.authentic },
      });
  });

const entryClauses = ({ entryIntoForce, amendment }: Terms): [string[], EntryIntoForceClause | undefined][] => [
  [['entryIntoForce'], entryIntoForce],
  [['amendment', 'entryIntoForce'], amendment?.entryIntoForce],
];

export type Agreement = z.infer<typeof agreement>;

/** The time zones of the Parties. */
export const zonesOf = (a: { parties: readonly { zone: string }[] }): string[] => a.parties.map(p => p.zone);
