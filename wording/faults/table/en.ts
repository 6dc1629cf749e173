/** Why a table or one of its rows is rejected, in English. Quotes mark what is typed in a table. */
import type { TableMessages } from './sentence.ts';

const intervals = '2 months, 30 days (30 days expired where they must have expired), first of month 2, 1 January or 1 January of year 2';

export const table: TableMessages = {
  table: {
    empty: '{file} is empty. The first line names the columns; npx servanda agreement import --help.',
    noFile: 'There is no file {file}.',
    notUtf8: '{file} is not UTF-8 text. Save it as "CSV UTF-8" and import it again.',
    workbook:
      '{file} is a workbook that can’t be read here: an old one (.xls), one of another kind, or one locked with a password. Save it as .xlsx, or its sheet as "CSV UTF-8".',
    tooWide:
      'The first sheet of {file} has a cell beyond row {rows} or column {columns}. Delete what is there, or save the sheet as "CSV UTF-8".',
    tooLarge: '{file} is larger than {megabytes} MB. Import it in parts.',
    unreadable: '{file} can’t be read: {why}.',
    notTable:
      '{file} is not a table as it stands{line, select, 0 {} other { near line {line}}}: {why, select, none {a quote is opened and never closed} other {{why}}}. Nothing was taken. A field with a separator or a quote in it stands in quotes, and a quote within it is doubled.',
    columnsMissing:
      '{file} has no column {columns}. {meant, select, none {} other {{meant}. }}The first line names the columns: {heading}. To list the columns: npx servanda agreement import --help. Nothing was taken.',
    meant: '{near} is perhaps meant as {name}',
    columnTwice: '{file} has the column {column} twice. Nothing was taken.',
  },
  rows: {
    misshapen:
      'has {fields} fields, the heading {heading}: a separator is missing or too many, perhaps within a text that must stand in quotes',
    notText: '{column} has a character that is not text (of control, format or a new line within the field, or invisible); take it out',
    needed: '{column} is empty, and is needed',
    formula: '{column}: {text} is the error of a formula, or a formula that was never calculated; put the value itself there',
    noParty: '{column}: {text} is not a Party: {parties}',
    notBeforeAlone: 'not_before: state in entry_clause what else brings about entry into force',
    asLongAsAlone: 'as_long_as stands only beside period none',
    renewalEmpty:
      'renewal is empty: say what happens at the end of the period (automatic, by agreement, without limit, none), or leave period empty too',
    noticeBeforeEmpty:
      'notice_before is empty: say how long before the end of a period a notice prevents its renewal, or none; no last day can be calculated without it',
    terminationEmpty: 'termination is empty: notice_before needs it (P6M, P6M after the first period, or end of period)',
    laterTreatyEmpty: 'later_treaty is empty: name the treaty by which it was superseded',
    noticeIncomplete: 'end_cause notice: say who gave it (end_by) and when it was received (end_on)',
    nothingToRenew:
      '{columns}: without a period there is nothing to renew; give period, or leave {count, plural, one {it} other {them}} empty',
    endEmpty: 'end is empty, and {columns} {count, plural, one {is} other {are}} not: give the last day in force',
    unknownCause: 'end_cause: {text, select, none {it is empty} other {{text}}}; write {causes}',
    numberWithoutId: 'number: {text} names no number, since it has no letter and no digit to make an id of, or says that there is none',
    otherEntry: 'entry_into_force: the table says {to, select, none {{from}} other {{from} to {to}}}, by entry_clause it is {date}: {why}',
    ahead: '{column}: {day} is in the future; today is {today}. Leave the field empty until it has happened, or correct the day',
    notEnded: 'end: by the clauses of the table nothing ended it ({cause}); the status would be {status}',
    otherEnd:
      'end: the table says {told}, by its clauses the last day in force is {lastDay} ({why}){isOfOtherReading, select, true {; another reading of the text gives the day of the table: describe the agreement in a file, with that reading} other {}}',
  },
  fields: {
    noDate: '{text} is not a date. Write 1998-03-10, or bounds where the day is not known: 1998, 1998-03, 1997-05-01..1998-12-31',
    noDayThatExists: '{text} is a day that does not exist',
    twoWays: '{text} can be read in two ways: write {days}',
    shortYear: '{text}: write the year with four digits and first, 1998-03-10',
    dayFirst: '{text} can only be day, month, year: write {day}',
    monthFirst: '{text} can only be month, day, year: write {day}',
    firstAfterLast: '{text}: the first day is after the last',
    boundsTooWide: '{text}: the bounds are more than ten years apart, and say too little: narrow them, or leave the field empty',
    notExact: '{text} is not an exact day, which is needed here',
    notOfForm: '{text}: {why}',
    numberOfParties: '{text} names {count, plural, one {# Party} other {# Parties}}: servanda keeps agreements between two',
    oneNotNamed: 'party_names must be two, apart by a semicolon: {text}',
    sameParty: '{text} names one Party twice',
    noPartyCode: '{text} is not the code of a Party: two or three letters, such as KZ',
    noZone: '{text} is not a time zone that this system knows, such as Asia/Almaty',
    unknownState:
      'no State of the code {text} is known here: write {text}@Region/City with its time zone{isNamed, select, true {} other {, and its name in party_names}}',
    noInterval: `{text} is not known here: write, in this order and joined by +, ${intervals}`,
    otherInterval: '{text}: {why}',
    noEntryClause:
      '{text} is not known: write last notification, notification of KZ (where one Party alone notifies), exchange of instruments or signature; leave it empty where it is none of these',
    countsNotHere: '{text}: counts is for notifications; leave it out',
    noProvisional: '{text} is not known: write from signature, or from 2021-02-19',
    countedFromNowhere: '{text}: a period until a day is counted from nowhere; leave counted from out',
    noRenewal: '{text} is not known: write automatic, automatic P1Y, by agreement, by agreement P5Y, without limit or none',
    renewalWithoutLength: '{text}: say for how long after the fixed day, such as automatic P1Y',
    noTermination:
      '{text} is not known: write P6M, P6M after the first period, P6M after P3Y, first of month 7, end of period, end of calendar year, P6M, on 06-30 12-31, P6M, or none',
    countsWithPeriod: '{text}: with a period it is notice_before that says which date counts',
    yearEnd: '{text}: write end of calendar year, {notice}',
    noNotification: '{text} is not a notification: write the Party and the day, such as KZ 2004-06-10',
    notifiedTwice: '{text} is named twice; the first notification counts: leave the later one out',
  },
};
