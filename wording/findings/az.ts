/** Azerbaijani. */
import type { FindingMessages } from './messages.ts';

export const findings: FindingMessages = {
  fixedDateBeforeSignature:
    'mətn qüvvəyə minməni imzalanmadan ({signed}) əvvələ təyin edir: {date}; onda o, {inForce} tarixindən hesablanır. Mətndə göstərilən tarixi verin.',
  fixedEndBeforeEntry: 'birinci dövr saziş qüvvəyə minməzdən ({inForce}) əvvəl bitir: {lastDay}.',
  neverAppliedProvisionally: 'müvəqqəti tətbiq olunmur: o, {from} tarixində başlayardı, saziş isə {inForce} tarixindən qüvvədədir.',
  noticeLongerThanPeriod:
    'heç bir bildiriş vaxtında verilə bilməz: {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr üçün bildirişin son günü {lastDayForNotice}, dövr isə yalnız {firstDay} tarixində başlayır (son günü {lastDay}).',
  noticeLongerThanSomePeriods:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr üçün bildiriş vaxtında verilə bilməz: o, {firstDay} tarixində başlayır, bildiriş üçün son günü isə {lastDayForNotice}.',
  noticeAsLongAsPeriod:
    'bildiriş müddəti dövrə bərabərdir: {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr {firstDay} tarixində başlayır, bildiriş üçün son günü {lastDayForNotice}. Yalnız ilk günün bildirişi vaxtında ola bilər.',
  noRenewalToPrevent:
    'qarşısı alınacaq uzadılma yoxdur: {lastDayForNotice} tarixindən gec olmayaraq bildiriş verilsə də, verilməsə də, sazişin müddəti {lastDay} tarixində bitir. noticeBefore çıxarın və ya sazişin necə uzadıldığını göstərin.',
  limitNeverReached:
    'uzadılmaların sayı ({times}) heç nəyi məhdudlaşdırmır: {lastDay} tarixində bitən dövrdən sonra hələ iki yüz ildən çox vaxt qalır.',
  daysAgainstYears:
    'birinci dövr günlərlə, sonrakılar aylarla və ya illərlə hesablanır: o, {lastDay} tarixində bitir, {years} isə bu tarixdən bir gün əvvəl bitərdi: {byYears}. İllər nəzərdə tutulursa, {written} yazın.',
  transitLongerThanPeriod:
    'dövrün başladığı gün ({firstDay}) göndərilən bildiriş dövr bitdikdən ({lastDay}) sonra çatır: {arrival} (yolda: {transit}).',
  noticeWithoutEffect: 'heç bir bildirişin nəticəsi ola bilməz. Alındığı gün {received}: {why}',
  noticeChangesNothing:
    'bildiriş heç nəyi dəyişmir: {received} tarixində və ya sonra alınan sazişə {lastDay} tarixində xitam verir, müddət isə onsuz da həmin gün bitir.',
  noticeBeyondPeriods:
    'bildiriş müddəti istənilən dövrdən uzundur: {received} tarixində alınan {periodEnd} tarixində bitən dövr üçün gecdir və sazişə yalnız yeni uzadılmalardan sonra xitam verir: {lastDay}.',
  endlessAfterFirstPeriod:
    '{withoutLimitFrom} tarixindən saziş müddətsiz qüvvədədir, bildiriş isə ona yalnız dövrlə birlikdə xitam verə bilər: daha heç bir bildiriş ona xitam vermir.',
  amendmentNeverMet:
    'heç bir protokol qüvvəyə minə bilməz: {signed} tarixində imzalanmış, hər iki bildirişi {notified} tarixində alınmış protokol minmir.',
  amendmentDatePassed:
    '{date} istənilən protokoldan əvvəl keçir: {signed} tarixində imzalanan {entry} tarixində qüvvəyə minir. Hər protokolun necə qüvvəyə mindiyini göstərin.',
  readingNeverDiffers:
    '{question}: {choice} bu müddəalarla heç nəyi dəyişmir; ondan heç bir tarix asılı deyil. {question, select, revocation {Bildiriş yalnız razılıqla geri götürülürsə, termination.withdrawal: byConsent yazın.} other {Onu çıxarın və ya aid olduğu müddəanı yoxlayın.}}',
};
