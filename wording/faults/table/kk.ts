/** Why a table or one of its rows is rejected, in Kazakh. Quotes mark what is typed in a table. */
import type { TableMessages } from './sentence.ts';

const intervals =
  '"2 months", "30 days" (күндер өтуге тиіс болса, "30 days expired"), "first of month 2", "1 January" немесе "1 January of year 2"';

export const table: TableMessages = {
  table: {
    empty: '{file}: файл бос. Бірінші жолда бағандар көрсетіледі; npx servanda agreement import --help.',
    noFile: '{file} файлы жоқ.',
    notUtf8: '{file}: мәтін UTF-8 кодтауында емес. Файлды "CSV UTF-8" ретінде сақтап, қайта импорттаңыз.',
    workbook:
      '{file}: бұл электрондық кесте кітабын оқу мүмкін емес: ол ескі (.xls) не басқа түрде немесе құпиясөзбен қорғалған. Оны .xlsx ретінде, ал парағын "CSV UTF-8" ретінде сақтаңыз.',
    tooWide:
      '{file}: бірінші парақта {rows}-жолдан немесе {columns}-бағаннан әрі ұяшық бар. Сондағыны жойыңыз немесе парақты "CSV UTF-8" ретінде сақтаңыз.',
    tooLarge: '{file}: файл {megabytes} МБ-тан үлкен. Бөліп импорттаңыз.',
    unreadable: '{file}: оқу мүмкін болмады: {why}.',
    notTable:
      '{file}: бұл күйінде кесте емес{line, select, 0 {} other { ({line}-жолға жақын)}}: {why, select, none {тырнақша ашылып, жабылмаған} other {{why}}}. Ештеңе қабылданған жоқ. Ішінде бөлгіш немесе тырнақша бар өріс тырнақшаға алынады, ал ондағы тырнақша екі рет жазылады.',
    columnsMissing:
      '{file}: мына бағандар жоқ: {columns}. {meant, select, none {} other {{meant}. }}Бірінші жолда бағандар көрсетіледі: {heading}. Қандай бағандар бар: npx servanda agreement import --help. Ештеңе қабылданған жоқ.',
    meant: '{near} деп, мүмкін, {name} айтылған',
    columnTwice: '{file}: {column} бағаны екі рет көрсетілген. Ештеңе қабылданған жоқ.',
  },
  rows: {
    misshapen:
      'өріс саны {fields}, ал тақырыпта {heading}: бөлгіш жетіспейді немесе артық, мүмкін, тырнақшаға алынуға тиіс мәтіннің ішінде',
    notText: '{column}: мәтінге жатпайтын таңба бар (басқару, пішімдеу, көрінбейтін немесе өріс ішіндегі жаңа жол); оны алып тастаңыз',
    needed: '{column}: өріс бос, ал ол қажет',
    formula: '{column}: {text} – формуланың қатесі немесе есептелмеген формула; мәннің өзін жазыңыз',
    noParty: '{column}: {text} Тарап емес: {parties}',
    notBeforeAlone: 'not_before: күшіне енудің тағы неге байланысты екенін entry_clause өрісінде көрсетіңіз',
    asLongAsAlone: 'as_long_as: тек period "none" болғанда көрсетіледі',
    renewalEmpty:
      'renewal: өріс бос. Кезең соңында не болатынын көрсетіңіз ("automatic", "by agreement", "without limit", "none") немесе period өрісін де бос қалдырыңыз',
    noticeBeforeEmpty:
      'notice_before: өріс бос. Хабарлама кезең соңына дейін қанша уақыт бұрын ұзартуға кедергі болатынын немесе "none" деп көрсетіңіз; онсыз соңғы күн есептелмейді',
    terminationEmpty: 'termination: өріс бос, ал notice_before үшін ол қажет ("P6M", "P6M after the first period" немесе "end of period")',
    laterTreatyEmpty: 'later_treaty: өріс бос. Келісімді алмастырған шартты көрсетіңіз',
    noticeIncomplete: 'end_cause "notice": хабарламаны кім жібергенін (end_by) және оның қашан алынғанын (end_on) көрсетіңіз',
    nothingToRenew:
      '{columns}: кезеңсіз ұзартатын ештеңе жоқ; period өрісін толтырыңыз немесе {count, plural, one {бұл өрісті} other {бұл өрістерді}} бос қалдырыңыз',
    endEmpty: 'end: өріс бос, ал {columns} толтырылған. Күшінде болған соңғы күнді көрсетіңіз',
    unknownCause: 'end_cause: {text, select, none {өріс бос} other {{text}}}; мыналардың бірін көрсетіңіз: {causes}',
    numberWithoutId: 'number: {text} нөмір емес: онда белгі құрастыратын әріп те, цифр да жоқ немесе ол нөмірдің жоқтығын білдіреді',
    otherEntry:
      'entry_into_force: кестеде {to, select, none {{from}} other {{from} мен {to} аралығы}} көрсетілген, ал entry_clause бойынша {date}: {why}',
    ahead: '{column}: {day} әлі келген жоқ; бүгін {today}. Ол күн келгенше өрісті бос қалдырыңыз немесе күнді түзетіңіз',
    notEnded: 'end: кестенің ережелері бойынша келісімді ештеңе тоқтатқан жоқ ({cause}); мәртебесі мынадай болар еді: {status}',
    otherEnd:
      'end: кестеде {told} көрсетілген, ал оның ережелері бойынша күшінде болған соңғы күн – {lastDay} ({why}){isOfOtherReading, select, true {; кестедегі күн мәтінді басқаша түсіндіргенде шығады: келісімді файлда сол түсіндіру бойынша сипаттаңыз} other {}}',
  },
  fields: {
    noDate: '{text} күн емес. 1998-03-10 түрінде, ал күні белгісіз болса, шектерін жазыңыз: 1998, 1998-03, 1997-05-01..1998-12-31',
    noDayThatExists: '{text}: мұндай күн болмайды',
    twoWays: '{text} екі түрлі оқылады: {days} деп жазыңыз',
    shortYear: '{text}: жылды төрт цифрмен және бірінші жазыңыз, 1998-03-10',
    dayFirst: '{text}: бұл тек күн, ай, жыл болуы мүмкін; {day} деп жазыңыз',
    monthFirst: '{text}: бұл тек ай, күн, жыл болуы мүмкін; {day} деп жазыңыз',
    firstAfterLast: '{text}: бірінші күн соңғысынан кейін',
    boundsTooWide: '{text}: шектердің арасы он жылдан асады, бұл тым аз дерек: оларды тарылтыңыз немесе өрісті бос қалдырыңыз',
    notExact: '{text}: мұнда нақты күн қажет',
    notOfForm: '{text}: {why}',
    numberOfParties: '{text}: Тараптар саны {count}, ал servanda екі Тарап арасындағы келісімдерді жүргізеді',
    oneNotNamed: 'party_names өрісінде нүктелі үтір арқылы екі атау болуға тиіс: {text}',
    sameParty: '{text}: бір Тарап екі рет көрсетілген',
    noPartyCode: '{text} Тараптың коды емес: екі немесе үш латын әрпі, мысалы, KZ',
    noZone: '{text}: мұндай уақыт белдеуі бұл жүйеге белгісіз, мысалы: Asia/Almaty',
    unknownState:
      '{text} кодты мемлекет мұнда белгісіз: уақыт белдеуімен {text}@Region/City деп жазыңыз{isNamed, select, true {} other {, ал атауын party_names өрісіне жазыңыз}}',
    noInterval: `{text}: мұнда белгісіз. Осы ретпен, + таңбасымен қосып жазыңыз: ${intervals}`,
    otherInterval: '{text}: {why}',
    noEntryClause:
      '{text}: белгісіз. "last notification", "notification of KZ" (тек бір Тарап хабарлайтын болса), "exchange of instruments" немесе "signature" деп жазыңыз; ешқайсысы келмесе, өрісті бос қалдырыңыз',
    countsNotHere: '{text}: counts тек хабарламаларға қатысты; алып тастаңыз',
    noProvisional: '{text}: белгісіз. "from signature" немесе "from 2021-02-19" деп жазыңыз',
    countedFromNowhere: '{text}: белгілі бір күнге дейінгі кезең ештеңеден есептелмейді; "counted from" дегенді алып тастаңыз',
    noRenewal:
      '{text}: белгісіз. "automatic", "automatic P1Y", "by agreement", "by agreement P5Y", "without limit" немесе "none" деп жазыңыз',
    renewalWithoutLength: '{text}: белгіленген күннен кейін қанша мерзімге екенін көрсетіңіз, мысалы, "automatic P1Y"',
    noTermination:
      '{text}: белгісіз. "P6M", "P6M after the first period", "P6M after P3Y", "first of month 7", "end of period", "end of calendar year, P6M", "on 06-30 12-31, P6M" немесе "none" деп жазыңыз',
    countsWithPeriod: '{text}: кезеңдер болғанда есептелетін күнді notice_before көрсетеді',
    yearEnd: '{text}: "end of calendar year, {notice}" деп жазыңыз',
    noNotification: '{text} хабарлама емес: Тарап пен күнді жазыңыз, мысалы, KZ 2004-06-10',
    notifiedTwice: '{text}: екі рет көрсетілген; бірінші хабарлама есептеледі, кейінгісін алып тастаңыз',
  },
};
