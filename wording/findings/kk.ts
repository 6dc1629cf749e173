/** Kazakh. */
import type { FindingMessages } from './messages.ts';

export const findings: FindingMessages = {
  fixedDateBeforeSignature:
    'мәтін күшіне ену күнін қол қоюдан ({signed}) бұрын белгілейді: {date}; онда ол {inForce} күнінен бастап есептеледі. Мәтінде аталған күнді көрсетіңіз.',
  fixedEndBeforeEntry: 'бірінші кезең келісім күшіне енгенге ({inForce}) дейін аяқталады: {lastDay}.',
  neverAppliedProvisionally: 'уақытша қолданылмайды: ол {from} күні басталар еді, ал келісім {inForce} күнінен бастап күшінде.',
  noticeLongerThanPeriod:
    'бірде-бір хабарлама мерзімінде бола алмайды: {period}-кезең үшін хабарламаның соңғы күні {lastDayForNotice}, ал кезең тек {firstDay} күні басталады (соңғы күні {lastDay}).',
  noticeLongerThanSomePeriods:
    '{period}-кезең үшін хабарлама мерзімінде бола алмайды: ол {firstDay} күні басталады, ал хабарлама үшін соңғы күні {lastDayForNotice}.',
  noticeAsLongAsPeriod:
    'хабарлама мерзімі кезеңге тең: {period}-кезең {firstDay} күні басталады, хабарлама үшін соңғы күні {lastDayForNotice}. Бірінші күннің хабарламасы ғана мерзімінде болуы мүмкін.',
  noRenewalToPrevent:
    'болдырмайтын ұзарту жоқ: {lastDayForNotice} күнінен кешіктірілмей хабарлама берілсе де, берілмесе де, келісімнің мерзімі {lastDay} күні өтеді. noticeBefore алып тастаңыз немесе келісімнің қалай ұзартылатынын көрсетіңіз.',
  limitNeverReached:
    'ұзарту саны ({times}) ештеңені шектемейді: {lastDay} күні аяқталатын кезеңнен кейін әлі екі жүз жылдан астам уақыт қалады.',
  daysAgainstYears:
    'бірінші кезең күндермен, кейінгілері айлармен немесе жылдармен есептеледі: ол {lastDay} күні аяқталады, ал {years} мына күннен бір күн бұрын аяқталар еді: {byYears}. Жылдар болса, {written} деп жазыңыз.',
  transitLongerThanPeriod:
    'кезең басталатын күні ({firstDay}) жіберілген хабарлама кезең аяқталғаннан ({lastDay}) кейін жетеді: {arrival} (жолда: {transit}).',
  noticeWithoutEffect: 'бірде-бір хабарламаның салдары бола алмайды. Алынған күні {received}: {why}',
  noticeChangesNothing:
    'хабарлама ештеңені өзгертпейді: {received} күні немесе одан кейін алынғаны келісімді {lastDay} күні тоқтатады, ал мерзімі онсыз да сол күні өтеді.',
  noticeBeyondPeriods:
    'хабарлама мерзімі кез келген кезеңнен ұзақ: {received} алынғаны {periodEnd} аяқталатын кезең үшін кеш және келісімді тек жаңа ұзартулардан кейін тоқтатады: {lastDay}.',
  endlessAfterFirstPeriod:
    '{withoutLimitFrom} күнінен бастап келісім мерзімсіз күшінде, ал хабарлама оны тек кезеңмен бірге тоқтата алады: енді оны бірде-бір хабарлама тоқтатпайды.',
  amendmentNeverMet: 'бірде-бір хаттама күшіне ене алмайды: {signed} қол қойылған, екі хабарламасы да {notified} алынған хаттама енбейді.',
  amendmentDatePassed:
    '{date} кез келген хаттамадан бұрын өтеді: {signed} қол қойылғаны {entry} күшіне енеді. Әр хаттама қалай күшіне енетінін көрсетіңіз.',
  readingNeverDiffers:
    '{question}: {choice} бұл ережелерде ештеңені өзгертпейді; оған бірде-бір күн тәуелді емес. {question, select, revocation {Хабарлама тек келісіммен қайтарып алынса, termination.withdrawal: byConsent деп жазыңыз.} other {Алып тастаңыз немесе ол арналған ережені тексеріңіз.}}',
};
