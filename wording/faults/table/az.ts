/** Why a table or one of its rows is rejected, in Azerbaijani. Quotes mark what is typed in a table. */
import type { TableMessages } from './sentence.ts';

const intervals =
  '"2 months", "30 days" (günlər keçməlidirsə, "30 days expired"), "first of month 2", "1 January" və ya "1 January of year 2"';

export const table: TableMessages = {
  table: {
    empty: '{file}: fayl boşdur. Birinci sətirdə sütunlar göstərilir; npx servanda agreement import --help.',
    noFile: '{file} faylı yoxdur.',
    notUtf8: '{file}: mətn UTF-8 kodlaşdırmasında deyil. Faylı "CSV UTF-8" kimi saxlayın və yenidən idxal edin.',
    workbook:
      '{file}: bu elektron cədvəl kitabını oxumaq mümkün deyil: o, köhnə (.xls) və ya başqa növdəndir, yaxud parolla qorunub. Onu .xlsx kimi, vərəqini isə "CSV UTF-8" kimi saxlayın.',
    tooWide:
      '{file}: birinci vərəqdə {rows} nömrəli sətirdən və ya {columns} nömrəli sütundan sonra xana var. Oradakını silin və ya vərəqi "CSV UTF-8" kimi saxlayın.',
    tooLarge: '{file}: fayl {megabytes} MB-dan böyükdür. Hissə-hissə idxal edin.',
    unreadable: '{file}: oxumaq mümkün olmadı: {why}.',
    notTable:
      '{file}: bu halda cədvəl deyil{line, select, 0 {} other { ({line} nömrəli sətrin yaxınlığında)}}: {why, select, none {dırnaq açılıb və bağlanmayıb} other {{why}}}. Heç nə qəbul edilmədi. İçində ayırıcı və ya dırnaq olan sahə dırnağa alınır, ondakı dırnaq isə iki dəfə yazılır.',
    columnsMissing:
      '{file}: bu sütunlar yoxdur: {columns}. {meant, select, none {} other {{meant}. }}Birinci sətirdə sütunlar göstərilir: {heading}. Hansı sütunlar var: npx servanda agreement import --help. Heç nə qəbul edilmədi.',
    meant: '{near} ilə, bəlkə, {name} nəzərdə tutulub',
    columnTwice: '{file}: {column} sütunu iki dəfə göstərilib. Heç nə qəbul edilmədi.',
  },
  rows: {
    misshapen: 'sahələrin sayı {fields}, başlıqda isə {heading}: ayırıcı çatışmır və ya artıqdır, bəlkə, dırnağa alınmalı mətnin içindədir',
    notText: '{column}: mətndə yolverilməz işarə var (idarəetmə, formatlama, görünməz və ya sahənin içində yeni sətir); onu çıxarın',
    needed: '{column}: sahə boşdur, halbuki vacibdir',
    formula: '{column}: {text} düsturun xətasıdır və ya hesablanmamış düsturdur; dəyərin özünü yazın',
    noParty: '{column}: {text} Tərəf deyil: {parties}',
    notBeforeAlone: 'not_before: qüvvəyə minmənin daha nədən asılı olduğunu entry_clause sahəsində göstərin',
    asLongAsAlone: 'as_long_as: yalnız period "none" olduqda göstərilir',
    renewalEmpty:
      'renewal: sahə boşdur. Dövrün sonunda nə baş verdiyini göstərin ("automatic", "by agreement", "without limit", "none") və ya period sahəsini də boş saxlayın',
    noticeBeforeEmpty:
      'notice_before: sahə boşdur. Bildirişin dövrün sonundan nə qədər əvvəl uzadılmaya mane olduğunu və ya "none" göstərin; onsuz son gün hesablana bilməz',
    terminationEmpty:
      'termination: sahə boşdur, notice_before üçün isə vacibdir ("P6M", "P6M after the first period" və ya "end of period")',
    laterTreatyEmpty: 'later_treaty: sahə boşdur. Sazişi əvəz edən müqaviləni göstərin',
    noticeIncomplete: 'end_cause "notice": bildirişi kimin verdiyini (end_by) və nə vaxt alındığını (end_on) göstərin',
    nothingToRenew:
      '{columns}: dövr olmadan uzadılacaq bir şey yoxdur; period sahəsini doldurun və ya {count, plural, one {bu sahəni} other {bu sahələri}} boş saxlayın',
    endEmpty: 'end: sahə boşdur, {columns} isə doldurulub. Qüvvədə olduğu son günü göstərin',
    unknownCause: 'end_cause: {text, select, none {sahə boşdur} other {{text}}}; bunlardan birini göstərin: {causes}',
    numberWithoutId:
      'number: {text} nömrə deyil: işarə düzəltmək üçün onda nə hərf, nə də rəqəm var, ya da o, nömrənin olmadığını bildirir',
    otherEntry:
      'entry_into_force: cədvəldə {to, select, none {{from}} other {{from} – {to}}} göstərilib, entry_clause üzrə isə {date}: {why}',
    ahead: '{column}: {day} hələ gəlməyib; bu gün {today}. O günədək sahəni boş saxlayın və ya günü düzəldin',
    notEnded: 'end: cədvəlin müddəalarına görə sazişə heç nə xitam verməyib ({cause}); status belə olardı: {status}',
    otherEnd:
      'end: cədvəldə {told} göstərilib, müddəalarına görə isə qüvvədə olduğu son gün {lastDay} ({why}){isOfOtherReading, select, true {; cədvəldəki gün mətnin başqa təfsirində alınır: sazişi həmin təfsirlə faylda təsvir edin} other {}}',
  },
  fields: {
    noDate: '{text} tarix deyil. 1998-03-10 yazın, gün məlum deyilsə, hədləri yazın: 1998, 1998-03, 1997-05-01..1998-12-31',
    noDayThatExists: '{text}: belə gün mövcud deyil',
    twoWays: '{text} iki cür oxuna bilər: {days} yazın',
    shortYear: '{text}: ili dörd rəqəmlə və birinci yazın, 1998-03-10',
    dayFirst: '{text}: bu, yalnız gün, ay, il ola bilər; {day} yazın',
    monthFirst: '{text}: bu, yalnız ay, gün, il ola bilər; {day} yazın',
    firstAfterLast: '{text}: birinci gün sonuncudan sonradır',
    boundsTooWide: '{text}: hədlərin arası on ildən çoxdur, bu, çox az məlumatdır: onları daraldın və ya sahəni boş saxlayın',
    notExact: '{text}: burada dəqiq gün lazımdır',
    notOfForm: '{text}: {why}',
    numberOfParties: '{text}: Tərəflərin sayı {count}, servanda isə iki Tərəf arasındakı sazişləri aparır',
    oneNotNamed: 'party_names sahəsində nöqtəli vergüllə ayrılmış iki ad olmalıdır: {text}',
    sameParty: '{text}: bir Tərəf iki dəfə göstərilib',
    noPartyCode: '{text} Tərəfin kodu deyil: iki və ya üç latın hərfi, məsələn, KZ',
    noZone: '{text}: belə saat qurşağı bu sistemə məlum deyil, nümunə: Asia/Almaty',
    unknownState:
      '{text} kodlu dövlət burada məlum deyil: saat qurşağı ilə {text}@Region/City yazın{isNamed, select, true {} other {, adını isə party_names sahəsinə yazın}}',
    noInterval: `{text}: burada məlum deyil. Bu ardıcıllıqla, + işarəsi ilə birləşdirərək yazın: ${intervals}`,
    otherInterval: '{text}: {why}',
    noEntryClause:
      '{text}: məlum deyil. "last notification", "notification of KZ" (yalnız bir Tərəf bildiriş verirsə), "exchange of instruments" və ya "signature" yazın; heç biri uyğun deyilsə, sahəni boş saxlayın',
    countsNotHere: '{text}: counts yalnız bildirişlərə aiddir; çıxarın',
    noProvisional: '{text}: məlum deyil. "from signature" və ya "from 2021-02-19" yazın',
    countedFromNowhere: '{text}: müəyyən günə qədər olan dövr heç nədən hesablanmır; "counted from" ifadəsini çıxarın',
    noRenewal: '{text}: məlum deyil. "automatic", "automatic P1Y", "by agreement", "by agreement P5Y", "without limit" və ya "none" yazın',
    renewalWithoutLength: '{text}: müəyyən gündən sonra hansı müddətə olduğunu göstərin, məsələn, "automatic P1Y"',
    noTermination:
      '{text}: məlum deyil. "P6M", "P6M after the first period", "P6M after P3Y", "first of month 7", "end of period", "end of calendar year, P6M", "on 06-30 12-31, P6M" və ya "none" yazın',
    countsWithPeriod: '{text}: dövrlər olduqda hesablanan tarixi notice_before göstərir',
    yearEnd: '{text}: "end of calendar year, {notice}" yazın',
    noNotification: '{text} bildiriş deyil: Tərəfi və günü yazın, məsələn, KZ 2004-06-10',
    notifiedTwice: '{text}: iki dəfə göstərilib; birinci bildiriş sayılır, sonrakını çıxarın',
  },
};
