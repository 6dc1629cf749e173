/** Why a table or one of its rows is rejected, in Russian. Quotes mark what is typed in a table. */
import type { TableMessages } from './sentence.ts';

const intervals =
  '"2 months", "30 days" ("30 days expired", если дни должны истечь), "first of month 2", "1 January" или "1 January of year 2"';

export const table: TableMessages = {
  table: {
    empty: '{file}: файл пуст. В первой строке указываются столбцы; npx servanda agreement import --help.',
    noFile: 'Файла {file} нет.',
    notUtf8: '{file}: текст не в кодировке UTF-8. Сохраните файл как "CSV UTF-8" и импортируйте снова.',
    workbook:
      '{file}: эту книгу электронной таблицы прочитать нельзя: она старого (.xls) или иного вида либо защищена паролем. Сохраните её как .xlsx, а лист – как "CSV UTF-8".',
    tooWide:
      '{file}: на первом листе есть ячейка дальше строки {rows} или столбца {columns}. Удалите то, что там находится, или сохраните лист как "CSV UTF-8".',
    tooLarge: '{file}: файл больше {megabytes} МБ. Импортируйте его по частям.',
    unreadable: '{file}: прочитать не удалось: {why}.',
    notTable:
      '{file}: в таком виде это не таблица{line, select, 0 {} other { (около строки {line})}}: {why, select, none {кавычка открыта и не закрыта} other {{why}}}. Ничего не принято. Поле с разделителем или кавычкой внутри заключается в кавычки, а кавычка в нём удваивается.',
    columnsMissing:
      '{file}: не хватает столбцов: {columns}. {meant, select, none {} other {{meant}. }}В первой строке указываются столбцы: {heading}. Какие есть: npx servanda agreement import --help. Ничего не принято.',
    meant: 'под {near}, возможно, имеется в виду {name}',
    columnTwice: '{file}: столбец {column} указан дважды. Ничего не принято.',
  },
  rows: {
    misshapen:
      'полей {fields}, а в заголовке {heading}: разделителя не хватает или он лишний, возможно, в тексте, который следует заключить в кавычки',
    notText: '{column}: есть знак, недопустимый в тексте (управляющий, форматирующий, невидимый или новая строка внутри поля); уберите его',
    needed: '{column}: поле пусто, а оно необходимо',
    formula: '{column}: {text} – это ошибка формулы или формула, которая не была вычислена; впишите само значение',
    noParty: '{column}: {text} не является Стороной: {parties}',
    notBeforeAlone: 'not_before: укажите в entry_clause, от чего ещё зависит вступление в силу',
    asLongAsAlone: 'as_long_as: указывается только при period "none"',
    renewalEmpty:
      'renewal: поле пусто. Укажите, что происходит в конце периода ("automatic", "by agreement", "without limit", "none"), или оставьте пустым и period',
    noticeBeforeEmpty:
      'notice_before: поле пусто. Укажите, за какой срок до конца периода уведомление препятствует продлению, или "none"; без этого последний день не вычислить',
    terminationEmpty:
      'termination: поле пусто, а для notice_before оно необходимо ("P6M", "P6M after the first period" или "end of period")',
    laterTreatyEmpty: 'later_treaty: поле пусто. Укажите договор, которым соглашение заменено',
    noticeIncomplete: 'end_cause "notice": укажите, кто направил уведомление (end_by) и когда оно получено (end_on)',
    nothingToRenew:
      '{columns}: без периода продлевать нечего; укажите period или оставьте {count, plural, one {это поле пустым} other {эти поля пустыми}}',
    endEmpty: 'end: поле пусто, а {columns} – нет. Укажите последний день действия',
    unknownCause: 'end_cause: {text, select, none {поле пусто} other {{text}}}; укажите одно из: {causes}',
    numberWithoutId: 'number: {text} не содержит номера: в нём нет ни буквы, ни цифры для обозначения, либо он означает отсутствие номера',
    otherEntry:
      'entry_into_force: в таблице указано {to, select, none {{from}} other {с {from} по {to}}}, а по entry_clause это {date}: {why}',
    ahead: '{column}: {day} ещё впереди; сегодня {today}. Оставьте поле пустым до этого дня или исправьте день',
    notEnded: 'end: по положениям таблицы ничто не прекратило соглашение ({cause}); статус был бы: {status}',
    otherEnd:
      'end: в таблице указано {told}, а по её положениям последний день действия – {lastDay} ({why}){isOfOtherReading, select, true {; день таблицы получается при другом толковании: опишите соглашение в файле с этим толкованием} other {}}',
  },
  fields: {
    noDate: '{text} не является датой. Укажите 1998-03-10, а если день неизвестен – пределы: 1998, 1998-03, 1997-05-01..1998-12-31',
    noDayThatExists: '{text}: такого дня не существует',
    twoWays: '{text} можно прочитать двояко: напишите {days}',
    shortYear: '{text}: укажите год четырьмя цифрами и первым, 1998-03-10',
    dayFirst: '{text}: это может быть только день, месяц, год; напишите {day}',
    monthFirst: '{text}: это может быть только месяц, день, год; напишите {day}',
    firstAfterLast: '{text}: первый день позже последнего',
    boundsTooWide: '{text}: между пределами больше десяти лет, этого слишком мало: сузьте их или оставьте поле пустым',
    notExact: '{text}: здесь необходим точный день',
    notOfForm: '{text}: {why}',
    numberOfParties: '{text}: Сторон указано {count}, а servanda ведёт соглашения между двумя',
    oneNotNamed: 'в party_names должно быть два названия через точку с запятой: {text}',
    sameParty: '{text}: одна и та же Сторона указана дважды',
    noPartyCode: '{text} не является кодом Стороны: две или три латинские буквы, например KZ',
    noZone: '{text}: такой часовой пояс этой системе неизвестен, пример: Asia/Almaty',
    unknownState:
      'государство с кодом {text} здесь неизвестно: укажите {text}@Region/City с часовым поясом{isNamed, select, true {} other {, а название – в party_names}}',
    noInterval: `{text}: здесь неизвестно. Укажите в этом порядке, соединяя знаком +: ${intervals}`,
    otherInterval: '{text}: {why}',
    noEntryClause:
      '{text}: неизвестно. Укажите "last notification", "notification of KZ" (если уведомляет только одна Сторона), "exchange of instruments" или "signature"; если ничто не подходит, оставьте поле пустым',
    countsNotHere: '{text}: counts относится только к уведомлениям; уберите',
    noProvisional: '{text}: неизвестно. Укажите "from signature" или "from 2021-02-19"',
    countedFromNowhere: '{text}: период до определённого дня ни от чего не отсчитывается; уберите "counted from"',
    noRenewal: '{text}: неизвестно. Укажите "automatic", "automatic P1Y", "by agreement", "by agreement P5Y", "without limit" или "none"',
    renewalWithoutLength: '{text}: укажите, на какой срок после определённого дня, например "automatic P1Y"',
    noTermination:
      '{text}: неизвестно. Укажите "P6M", "P6M after the first period", "P6M after P3Y", "first of month 7", "end of period", "end of calendar year, P6M", "on 06-30 12-31, P6M" или "none"',
    countsWithPeriod: '{text}: при периодах дату, которая считается, указывает notice_before',
    yearEnd: '{text}: укажите "end of calendar year, {notice}"',
    noNotification: '{text} не является уведомлением: укажите Сторону и день, например KZ 2004-06-10',
    notifiedTwice: '{text}: указано дважды; считается первое уведомление, позднейшее уберите',
  },
};
