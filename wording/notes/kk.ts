/** Kazakh: what an officer should know in addition to the dates, and the meaning of clauses. */
import type { NoteMessages } from '../statements.ts';

const anchor = '{counted, select, received {алынғаннан} dispatched {жіберілгеннен} other {хабарламаның күнінен}}';
const byConsent = '{isByConsent, select, true {; тек екінші Тараптың келісімімен кері қайтарып алынады} other {}}';

export const notes: NoteMessages = {
  standsNotSigned: 'Тіркелген деректер бойынша қол қойылмаған.',
  isSignedOnly: 'Қол қойылған; күшіне енгені белгісіз{notBefore, select, none {} other {; {notBefore} күнінен ерте емес}}.',
  willBeInForce: 'Қол қойылған; күшіне енетін күні: {entryIntoForce}.',
  isAppliedProvisionally: '{since} күнінен бастап уақытша қолданылады; әлі күшіне енбеген.',
  inForcePeriod: '{since} күнінен бастап күшінде; {period}-кезең, соңғы күні: {lastDay}.',
  inForceWithoutLimit: '{since} күнінен бастап мерзімсіз күшінде.',
  inForceUntilCondition: '{since} күнінен бастап мына шарт орындалғанға дейін күшінде: {condition}.',
  inForceNotDescribed: '{since} күнінен бастап күшінде; қолданылу мерзімі сипатталмаған.',
  inForceUntil:
    '{since} күнінен бастап күшінде; тоқтатылуының негізі: {cause, select, notice {хабарлама} agreement {Тараптардың уағдаластығы} expiry {мерзімінің өтуі} other {кейінгі шарт}}, күшіндегі соңғы күн: {lastDayInForce}.',
  isSuspended: 'Қолданылуы тоқтатыла тұрған. {answer}',
  noLongerInForce:
    '{firstDayOut} күнінен бастап күшінде емес; негізі: {cause, select, notice {хабарлама} agreement {Тараптардың уағдаластығы} expiry {мерзімінің өтуі} other {кейінгі шарт}}.',
  dependsOnUnsureDay:
    '{possibleCount, plural, =1 {Кейбір күндердің тек шектері белгілі; мәртебе оларға байланысты емес: {possible}.} other {Тек шектері белгілі күнге байланысты: {possible}.}}',

  entryNotKnown:
    'Күшіне енуі белгісіз; күтіледі: {awaited}.{isAlone, select, true {} other { Құжатты және оның күнін сұратыңыз ({article}).}}{condition, select, none {} other { Шарттың орындалған-орындалмағанын және қай күннен екенін анықтап, енгізіңіз ({condition}).}}',
  entryRemark: 'Күшіне ену: {remark}.',
  endsWithCondition:
    'Келісім шарт орындалған күні тоқтайды, күні белгісіз: {what} ({article}). Орындалған соң, оны енгізіңіз ({condition}).',
  notDescribed:
    'Мәтін сипатталмаған ({article}): келісімнің қандай мерзімге жасалғаны мұнда белгісіз, сондықтан кезең, хабарлама үшін соңғы күн және қауіпсіз күн есептелмейді; бұл олардың жоқ екенін білдірмейді. Мәтінді сипаттап, сипаттаманы қолданысқа енгізіңіз: npx servanda agreement revise FILE --reason "…".',
  firstPeriodOver: '{article}: бірінші кезең {lastDay} күні аяқталған, бұл күшіне енгенге ({entryIntoForce}) дейін.',
  officesClosed:
    '{which, select, sendBy {Жіберудің соңғы күні} other {Қауіпсіз күн}}, {day}: {closed}. Күн ауыспайды: {which, select, sendBy {хабарламаны одан бұрын жіберіңіз} other {хабарламаның одан бұрын алынуын қамтамасыз етіңіз}}.',
  earlyYear: '{year} жыл {oldest} жылдан бұрын: жылды тексеріңіз ({place}: {early}).',
  dateToFind:
    'Тек шектері белгілі: {unsure}. Күнді растайтын құжатты сұратып, {fact} жазбасын түзетіңіз: содан кейінгінің бәрі қайтадан дәл болады.',
  noticeRemarks: '{notice} хабарламасы: {remarks}.',
  knownSince: 'Тек кейін белгілі болды: {on} күнгі {fact} жазбасының осы күнге де салдары бар, {from} күнінен бастап. {why} ({basis}).',
  withoutEffectOtherwise: '{fact} жазбасының негізгі түсіндіру бойынша салдары бар; басқалары бойынша жоқ. {why}',
  protocolsReversed:
    '{later} хаттамасына {earlier} хаттамасынан бұрын қол қойылған, ал күшіне кейін енген; ережелер күшіне енуі бойынша біріктіріледі.',
  protocolsOverlap:
    '{earlier} және {later} хаттамалары бір нәрсені өзгертеді: {changes}; кейін күшіне енген {later} өз күнінен бастап қолданылады.',
  protocolContradicts:
    '{protocol} хаттамасы бойынша өзгерістер бірде-бір күні қолданылмайды: онда аталған күннен бастап келісім хаттама күшіне енгенге дейін тоқтар еді.',
  bentClause:
    '{clause, select, entryIntoForce {Күшіне ену} provisionalApplication {Уақытша қолдану} duration {Қолданылу мерзімі} termination {Тоқтату} amendment {Өзгерту} entryOfProtocols {Хаттамалардың күшіне енуі} other {Тоқтатылғаннан кейін сақталатындар}} туралы ереже ({article}) жуықтап сипатталған, оған негізделген күндер өзгеше болуы мүмкін: {bent}',
  noticeCountsEarlier: 'Тоқтату туралы хабарлама алынғанға дейінгі күннен есептеледі',
  notificationCountsByDate: 'Хабарлама өз күнінен есептеледі',
  dispatchCountsOnOneReading: 'Бір түсіндіру бойынша тоқтату туралы хабарлама жіберілген күнінен есептеледі',

  entersIntoForce:
    'күшіне ену: {occasion, select, lastNotification {{parties, select, none {соңғы хабарлама бойынша} other {хабарлама бойынша ({parties})}}} exchangeOfInstruments {грамоталар алмасу бойынша} signature {қол қойылғаннан} fixedDate {мәтінде белгіленген күні} other {жарияланған күні; ереже сипатталмаған}}{counted, select, dispatched {, жіберілгеннен есептегенде} dated {, күнінен есептегенде} other {}}{interval}',
  notInForceBefore: 'мыналардан бұрын күшіне енбейді: {condition}',
  appliedProvisionally: '{from, select, none {қол қойылғаннан} other {{from} күнінен}} бастап күшіне енгенге дейін',
  untilCondition: 'мына шарт орындалғанға дейін: {condition}',
  withoutLimit: 'мерзімсіз',
  durationNotDescribed: 'сипатталмаған',
  firstPeriod:
    '{until, select, none {{length}} other {бірінші кезеңнің соңғы күні: {until}}}{isFromSignature, select, true {, қол қойылғаннан есептегенде} other {}}{from, select, none {} other {, {from} күнінен бастап есептегенде}}',
  noticeBeforeEnd:
    '{noticeLater, select, none {кезеңнің соңына дейін {noticeFirst}} other {бірінші кезеңнің соңына дейін {noticeFirst}, кейінгісінің соңына дейін {noticeLater}}}{counted, select, none {} received {, алынған күні бойынша} dispatched {, жіберілген күні бойынша} other {, күні бойынша}}',
  renewedAutomatically: 'өздігінен, мерзімі: {length}{times, select, none {} other {, рет саны: {times}}}',
  renewedByAgreement: 'уағдаластықпен, мерзімі: {length, select, none {Тараптардың уағдаластығы бойынша} other {{length}}}',
  thenWithoutLimit: 'бірінші кезеңнен кейін мерзімсіз',
  notRenewed: 'ұзартылмайды',
  endsAfterNotice: `{after}{barred, select, none {} giving {; {barredFor, select, none {бірінші кезеңде} other {бастапқы мерзімде ({barredFor})}} берілмейді} other {; {barredFor, select, none {бірінші кезең} other {бастапқы мерзім ({barredFor})}} аяқталғаннан ерте емес}}${byConsent}`,
  endsOnFixedDays: `{fixedDays}, ${anchor} кейін кемінде {noticePeriod} өткенде${byConsent}`,
  amendedByProtocol: 'хаттамамен; {entry}',
  survives: '{what}{length, select, none {} other {, тоқтатылғаннан кейін: {length}}}',
  organisationOf: '{party}: {organisation}',
  asWritten: '{text}',

  closed:
    '{why, select, weekend {{weekday}} holiday {мереке күні, {party} ({name}, {article})} inPlaceOf {{of} орнына демалыс күні, {party} ({name}, {article})} notAnnounced {мереке күні болуы мүмкін, {party} ({name}, мұнда {through} жылға дейін белгілі; {article})} other {мерекелері тізілмеген күн, {party} (тізім {from} жылдан басталады)}}',
};
