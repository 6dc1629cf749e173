/** The columns of a table of agreements: their names, meaning and format, modelled on the open data of treaty offices. */

export interface Column {
  /** A row without it is rejected, and so is a table without the column. */
  needed?: true;
  meaning: string;
  form: string;
  example: string;
}

const dateForm = '`1998-03-10`, `10.03.1998`, `10. 3. 1998`';

const boundedForm = `${dateForm}; known only within bounds: \`1998\`, \`1998-03\`, \`1997-05-01..1998-12-31\``;

const clauseForm = 'see [how clauses are written](#how-clauses-are-written)';

export const columns = {
  number: {
    needed: true,
    meaning:
      'The number of the agreement, from which its id is made: lower-case letters a to z and digits, other alphabets transliterated, hyphens for everything else',
    form: 'text',
    example: 'KZ-AZ 2004/17',
  },
  title: { needed: true, meaning: 'The title, in English where there is one', form: 'text', example: 'Agreement on air services' },
  parties: {
    needed: true,
    meaning: 'The two Parties, by code; with `@` a time zone other than that of the capital',
    form: 'two ISO 3166 codes',
    example: 'KZ; AZ or KZ@Asia/Almaty; AZ',
  },
  party_names: {
    meaning: 'Their names, in the same order; if empty, those of the States',
    form: 'two texts',
    example: 'Government of Kazakhstan; Government of Azerbaijan',
  },
  signed: { needed: true, meaning: 'The day of signature', form: boundedForm, example: '2004-03-01' },
  place: { meaning: 'Where it was signed', form: 'text', example: 'Astana' },
  notified: {
    meaning:
      'The notifications of completion of internal procedures: by which Party, and the day on which the other one received it, or its date or dispatch where `entry_clause` counts those',
    form: `code and day; the day as ${boundedForm}`,
    example: 'KZ 2004-06-10; AZ 2004-09-15',
  },
  exchanged: { meaning: 'The day on which the instruments were exchanged', form: dateForm, example: '2004-09-15' },
  entry_into_force: { meaning: 'The day of entry into force, as it is known; it may lie ahead', form: boundedForm, example: '2004-09-15' },
  entry_clause: {
    meaning: 'What brings about entry into force under the text; empty: not described',
    form: clauseForm,
    example: 'exchange of instruments + 30 days + first of month 1',
  },
  not_before: {
    meaning: 'What else must happen before it can be in force: another instrument, a programme',
    form: 'text',
    example: 'entry into force of the readmission agreement',
  },
  provisional: {
    meaning: 'From when it is applied provisionally until it is in force; empty: never',
    form: '`from signature` or `from 2021-02-19`',
    example: 'from signature',
  },
  entry_article: { meaning: 'The article that says so', form: 'text', example: 'art. 13' },
  period: {
    meaning: 'How long it is concluded for; `none`: without limit of time; empty: not described',
    form: 'a length (`P5Y`, `P6M`, `P90D`), `until 2020-12-31` or `none` ([more](#how-clauses-are-written))',
    example: 'P5Y',
  },
  as_long_as: {
    meaning: 'With period `none`: the event that ends the agreement',
    form: 'text',
    example: 'end of the framework programme',
  },
  renewal: {
    meaning: 'What happens at the end of the period if nobody has given notice',
    form: '`automatic`, `by agreement`, `without limit`, `none` ([more](#how-clauses-are-written))',
    example: 'automatic',
  },
  notice_before: {
    meaning: 'How long before the end of a period a notice must be received to prevent the renewal; `none`: no notice can',
    form: 'a length or `none` ([more](#how-clauses-are-written))',
    example: 'P6M',
  },
  duration_article: { meaning: 'The article on period, renewal and notice', form: 'text', example: 'art. 13' },
  termination: {
    meaning:
      'How a notice ends it: after a length from receipt, at the end of a period or on fixed days; `none`: not at all; empty: not described',
    form: clauseForm,
    example: 'P6M',
  },
  survives: {
    meaning: 'What continues after the end',
    form: 'texts separated by semicolons, each with `for P10Y` where the agreement says how long',
    example: 'contracts in progress; investments made before the end for P10Y',
  },
  termination_article: { meaning: 'The article that says so', form: 'text', example: 'art. 13' },
  end: { meaning: 'The last day in force, if the end is known; it may lie ahead', form: dateForm, example: '2014-09-14' },
  end_cause: { meaning: 'What ended it', form: '`notice`, `agreement`, `expiry`, `superseded`', example: 'notice' },
  end_on: {
    meaning:
      'The day on which the notice was received, or on which the end or the later treaty was agreed; empty (not for a notice): not known',
    form: dateForm,
    example: '2014-02-20',
  },
  end_by: { meaning: 'The Party that gave the notice', form: 'a code', example: 'AZ' },
  later_treaty: { meaning: 'The treaty that superseded it', form: 'text', example: 'Agreement of 2014 on air services' },
  source: { meaning: 'Where it is published or kept', form: 'text', example: 'UNTS vol. 2345 p. 67' },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
export const columnNames = Object.keys(columns) as ColumnName[];
export const neededColumns = columnNames.filter(name => 'needed' in columns[name]);
