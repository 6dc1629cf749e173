/** The schema of an agreement's YAML file: its Parties, its final clauses and the default reading of its text. */
import { z } from 'zod';
import { calendarDate, length, zone } from './calendar.ts';
import { clause } from './clause.ts';
import { desk } from './desk.ts';
import { reading } from './reading.ts';
import { terms, type EntryIntoForceClause, type Terms } from './terms.ts';
import { rule } from './schema-rule.ts';

const languageCode = z.string().regex(/^[a-z]{2,3}$/, { error: rule('languageCode') });
const language = languageCode.meta({ description: 'The code of the language.', examples: ['ru'] });
/** A text in one or more languages; English is required. */
const texts = z.record(languageCode, z.string().min(1)).refine(t => 'en' in t, { error: rule('englishText') });
export type Texts = Readonly<z.infer<typeof texts>>;
const article = clause.article;
const articleOn = (matter: string, example: string) =>
  article.optional().meta({ description: `The article on ${matter}.`, examples: [example] });

/** A competent organisation. `until` and `successor` are set when another organisation has replaced it. */
const organisation = z.strictObject({
  name: texts.meta({ description: 'Its name, by language; English is required.', examples: [{ en: 'National Security Committee' }] }),
  article,
  until: calendarDate
    .optional()
    .meta({ description: 'The day from which another organisation replaced it, if the Party has notified one.', examples: ['2015-12-14'] }),
  successor: texts
    .optional()
    .meta({ description: 'The name of the organisation that replaced it, by language.', examples: [{ en: 'State Security Service' }] }),
  note: z
    .string()
    .optional()
    .meta({
      description: 'Anything else that an officer should know about it.',
      examples: ['Dissolved in 2015; no successor has been notified.'],
    }),
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
    description: 'Its name, by language; English is required.',
    examples: [{ en: 'Government of the Republic of Kazakhstan' }],
  }),
  zone: zone.meta({ description: 'The IANA time zone in which the Party dates a receipt.', examples: ['Asia/Almaty'] }),
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
        description: 'The id of the agreement in the register, and the name of its file: lower-case letters, digits and hyphens.',
        examples: ['kz-az-2004-government-communications'],
      }),
    title: texts.meta({
      description: 'The title, by language; English is required.',
      examples: [{ en: 'Agreement on cooperation in government communications' }],
    }),
    rehearsal: z
      .boolean()
      .default(false)
      .meta({
        description:
          'True if the agreement or its facts are invented, for a test or a rehearsal: servanda keeps it apart from real agreements.',
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
          .meta({ description: 'The languages whose texts are authentic.', examples: [['kk', 'az', 'ru']] }),
        prevailing: languageCode.optional().meta({ description: 'The language whose text prevails where they differ.', examples: ['ru'] }),
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
        'The default reading of a text that can be read in more than one way. A question that is not named takes its first choice; every answer shows what the other choices give.',
      examples: [{ periodEnd: 'sameNumberedDay' }],
    }),
    reminders: z
      .array(length)
      .max(24)
      .default(['P12M', 'P6M', 'P3M', 'P30D', 'P7D', 'P1D'] as never)
      .meta({ description: 'How long before the day by which to act each reminder is due.', examples: [['P6M', 'P30D', 'P7D']] }),
    transit: length.default('P14D' as never).meta({
      description: 'The time allowed for delivery of a notice: the send-by day is this long before the safe day.',
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
        description: 'The articles under which the Parties write to each other on matters other than these clauses.',
        examples: [{ consultations: 'art. 11' }],
      }),
    desk: desk.optional().meta({
      description: 'The desk that keeps the agreement: its Party, its recipients, and the channels of its notices.',
      examples: [{ party: 'KZ', recipients: [{ id: 'treaty-officer', name: 'Treaty officer', email: 'treaties@example.org' }] }],
    }),
    notes: z
      .array(z.string())
      .default([])
      .meta({
        description: 'What an officer should know about the description: what is unknown, and the reasons for its readings.',
        examples: [['The date of entry into force is not known.']],
      }),
    sources: z
      .array(
        z.strictObject({
          what: z
            .string()
            .min(1)
            .meta({ description: 'What it is the source of.', examples: ['The final clauses, from the Kazakh text'] }),
          where: z
            .string()
            .min(1)
            .meta({
              description: 'Where to find it: a web address, or its place in an archive.',
              examples: ['https://adilet.zan.kz/kaz/docs/P040000527_'],
            }),
        }),
      )
      .min(1)
      .meta({
        description: 'The sources of the clauses and the facts.',
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

/** Returns the time zones of the Parties. */
export const zonesOf = (a: { parties: readonly { zone: string }[] }): string[] => a.parties.map(p => p.zone);
