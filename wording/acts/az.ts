/** Azerbaijani. */
import type { ActMessages } from './messages.ts';

export const acts: ActMessages = {
  onboarded:
    'servanda bu sazişi {on} tarixindən aparır. Həmin gün sazişin vəziyyəti: {status, select, unsure {dəqiq məlum olmayan günlərdən asılıdır} notSigned {imzalanmayıb} signed {imzalanıb} appliedProvisionally {imzalanıb və {since} tarixindən müvəqqəti tətbiq olunur} inForce {qüvvədədir{lastDayInForce, select, none {{duration, select, period {; {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün son günü: {lastDay}{lastDayForNotice, select, none {} other {, bildiriş üçün son gün: {lastDayForNotice}}}} withoutLimit {, müddətsiz} untilCondition {, bu şərt yerinə yetirilənədək: {condition}} other {; qüvvədə olma müddəti təsvir edilməyib}}} other {, qüvvədə olduğu son gün: {lastDayInForce}}}} terminated {xitam verilib} expired {müddəti bitib} other {sonrakı müqavilə ilə əvəz edilib}}.{unsure}',
  entryIntoForce: 'Qüvvəyə mindiyi gün: {inForce}.{running}',
  registration: 'Saziş Birləşmiş Millətlər Təşkilatında qeydiyyata təqdim edilməlidir.',
  provisionalApplication:
    '{state, select, begins {{day} tarixindən qüvvəyə minənədək müvəqqəti tətbiq olunur.} ended {{day} tarixindən müvəqqəti tətbiq olunmur: {notice} bildirişi ({by}) alınıb. Saziş hələ qüvvəyə minə bilər.} other {Müvəqqəti tətbiq olunmayacaq: {notice} bildirişinin ({by}) alındığı gün: {day}. Saziş hələ qüvvəyə minə bilər.}}',
  renewalSettled:
    '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr üzrə bildiriş üçün son gün ({lastDayForNotice}) keçib və qüvvədə olan bildiriş yoxdur: uzadılma qətidir, uzadıldığı gün: {renewal}.',
  renewal:
    '{period, select, none {{firstDay} tarixindən müddətsiz qüvvədə qalır.} other {Uzadılıb: {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr, {firstDay} – {lastDay}{lastDayForNotice, select, none {} other {; bildiriş üçün son gün: {lastDayForNotice}}}.}}',
  noticeReceived:
    'Xitam barədə {notice} bildirişinin ({by}) alındığı gün: {received}{revokedBy, select, none {{timing, select, inTime {, vaxtında} late {, bildiriş üçün son gündən sonra} other {}}; qüvvədə olduğu son gün: {lastDayInForce}.} other {; o, bundan əvvəl geri götürülüb ({revokedBy}).}}{ignored, select, none {} other { Orada sazişin qüvvədən düşdüyü gün kimi {ignored} göstərilib; həmin gün nəzərə alınmır.}}{endsBy, select, none {} expiry { Tərəflər uzadılma barədə razılaşmasa, sazişin müddəti bundan əvvəl bitir: {endsBefore}.} other { Saziş bundan əvvəl başqa əsasla qüvvədən düşür; qüvvədə olduğu son gün: {endsBefore}.}}{isUnsure, select, true { Vaxtında olub-olmadığı məlum olmayan tarixdən asılıdır: onu təsdiq edən sənədi istəyin.} other {}}',
  noticeRevoked:
    '{state, select, works {{revocation} geri götürməsi ({by}) bu tarixdən qüvvədədir: {from}.} awaitsConsent {{revocation} geri götürməsi ({by}) alınıb; digər Tərəfin razılığı tələb olunur.} awaitsConsentLate {{revocation} geri götürməsi ({by}) bildiriş üçün son gündən sonra alınıb; digər Tərəfin razılığı tələb olunur.} ahead {{revocation} geri götürməsi ({by}) {notice} bildirişindən əvvəl alınıb, bildirişin nəticəsi olmayacaq.} aheadAwaitsConsent {{revocation} geri götürməsi ({by}) {notice} bildirişindən əvvəl alınıb, digər Tərəf razı olarsa, bildirişin nəticəsi olmayacaq.} consented {{revocation} geri götürməsi digər Tərəfin razılığı ilə ({by}) bu tarixdən qüvvədədir: {from}.} other {Razılıq ({by}) {revocation} geri götürməsindən əvvəl alınıb.}}{lastDayInForce, select, none {} other { Başqa xitam gözlənilir; qüvvədə olduğu son gün: {lastDayInForce}.}}{renewal, select, none {} other { Yeni bildiriş olmasa, sazişin uzadıldığı gün: {renewal}.}}',
  terminationAgreed:
    'Tərəflər sazişə xitam verilməsi barədə razılığa gəlib: qüvvədən düşdüyü gün: {firstDayOut}. Qüvvədə olan bildirişlər bununla əvəz edilib, saziş uzadılmır.',
  termination:
    'Xitam verilib, əsası: {cause, select, notice {{of} bildirişi} other {Tərəflərin razılığı ({of})}}; qüvvədə olduğu son gün: {lastDayInForce}.',
  expiry:
    'Müddəti bitib; qüvvədə olduğu son gün: {lastDayInForce}{condition, select, none {. Uzadılmayıb} other {. Şərt yerinə yetirilib: {condition}}}.',
  supersession: 'Sonrakı müqavilə ilə əvəz edilib ({laterTreaty}): qüvvədən düşdüyü gün: {firstDayOut}.',
  closingReport: 'Yekun hesabat tərtib edilməlidir: xitamdan əvvəl yaranmış hüquq və öhdəliklərə toxunulmur.{survivals}',
  survivalEnded: 'Xitamdan sonra qüvvədə qalanların müddəti bitib ({lastDay}): {survivals}.',
  suspension: 'Tətbiqi {from} tarixindən dayandırılıb; dövrlər və müddətlər davam edir, bildirişlər qüvvəsini saxlayır.',
  resumption: '{from} tarixindən yenidən tətbiq olunur.',
  protocolInForce: '{protocol} protokolu {from} tarixindən sazişin ayrılmaz hissəsi kimi qüvvədədir.{running}',
  protocolApplied:
    '{how, select, namedDay {{protocol} protokolu üzrə dəyişikliklər {from} tarixindən tətbiq olunur.} retroactive {{protocol} protokolu üzrə dəyişikliklər {from} tarixindən geriyə qüvvə ilə tətbiq olunur.} provisional {{protocol} protokolu üzrə dəyişikliklər {from} tarixindən müvəqqəti tətbiq olunur.} other {{protocol} protokolu {from} tarixindən müvəqqəti tətbiq olunmur.}}{running}',
  protocolNeverOperates: '{protocol} protokolu qüvvəyə minməyəcək: saziş ondan əvvəl bitib.',
  reminder:
    '{state, select, ahead {Qalıb: {ahead}.{notDone}} listed {Siz siyahıya bu xatırlatma göndərildikdən sonra əlavə edilmisiniz.{notDone}} late {Qərar qəbul edilməyib və əvvəllər xatırlatma olmayıb.} escalated {{since} tarixli xatırlatmanı heç kim təsdiq etməyib, qərar qəbul edilməyib.} other {Təhlükəsiz günü göstərmək mümkün deyil: bildiriş üçün son gün artıq keçmiş ola bilər. Günü müəyyən edin və reyestri düzəldin.}}{reminderDays}{unsure}',
  reminderDays:
    '{question, select, expiry { Tərəflər uzadılma barədə razılığa gəlməsə, sazişin müddətinin bitdiyi gün: {due}.} other {{sendBy, select, none {} other { Bildirişi göndərmək üçün son gün: {sendBy}.}} Təhlükəsiz gündən ({due}) sonra alınan bildiriş {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrdən sonrakı uzadılmanın qarşısını almaya bilər; dövrün son günü: {lastDay}.}}',
  running:
    ' {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün son günü: {lastDay}{lastDayForNotice, select, none {} other {; bildiriş üçün son gün: {lastDayForNotice}}}.',
  decided:
    'Qərar: {decision, select, renew {uzatmaq} terminate {bildiriş göndərmək} negotiate {danışıqlar aparmaq} other {müddətin bitməsinə yol vermək}} ({by} adından: {person}, {authority}).',
  undecided: 'Qərar qəbul edilməyib.',
  notDone:
    ' {decided} {question, select, expiry {Tərəflərin uzadılma barədə razılığı hələ qeyd edilməyib.} other {Bildiriş hələ alınmayıb; sükut edildikdə saziş uzadılır.}}',
  decisionMade: '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr. {decided}',
  decisionOutcome:
    '{question, select, expiry {{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün bitdiyi gün: {asked}.} other {{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün təhlükəsiz günü ({asked}) keçib.}} {decided} {outcome, select, endComing {Xitam gözlənilir: uzadılmır.} other {{question, select, expiry {Tərəflər uzadılma barədə razılığa gəlməyib.} other {Qüvvədə olan bildiriş yoxdur: {due} tarixindən sonra saziş uzadılır.}}}}',
  unsure: ' Yalnız hədləri məlumdur: {items}.',
  unsureDay:
    '{type, select, signed {imzalanma} entry_agreed {qüvvəyə minmə} termination_notified {xitam barədə bildiriş} other {bildiriş}}{by, select, none {} other { ({by})}}: {counted, select, none {{notBefore} – {notAfter}} other {{notAfter} tarixindən gec olmayaraq}}',
  survivals: ' Xitamdan sonra qüvvədə qalır: {items}.',
  survival: '{what}{lastDay, select, none {} other {, son günü: {lastDay}}} ({article})',
  sendBy:
    '{notice} bildirişi ({agreement}) göndərilməyib. {isPast, select, true {Təhlükəsiz gündən ({safe}) gec olmayaraq çatması üçün onu göndərmənin son günü {sendBy} idi: ən sürətli yolla göndərin, o, çox gec alına bilər.} other {Təhlükəsiz gündən ({safe}) gec olmayaraq çatması üçün onu göndərmənin son günü: {sendBy}.}}',
  proofOfReceipt:
    '{notice} bildirişinin ({agreement}) göndərildiyi gün: {dispatched}; alınmasının təsdiqi bu tarixdən gözlənilir: {expected}. Alınmayan bildirişin nəticəsi yoxdur.',
  examination:
    '{received} tarixində alınmış {notice} bildirişi ({agreement}; {by}) nəzərdən keçirilməyib. Ona qədər o, reyestrə daxil edilmir və nəticələri nəzərə alınmır.',
  noticeOutcome:
    '{notice} bildirişi ({agreement}; {kind}; {by}): {verdict, select, running {alınıb{inTime, select, yes {, istənilən təfsirə görə vaxtında} no {, gec} disputed {, yalnız bəzi təfsirlərə görə vaxtında} other {}}} tookEffect {nəticə doğurub} revoked {geri götürülüb} withoutEffect {nəticəsi yoxdur} other {hələ alınmayıb}}{lastDayInForce, select, none {} other {; qüvvədə olduğu son gün: {lastDayInForce}}}.{certain, select, true {} other { Başqa təfsirlərə görə xitam günü başqadır.}}',
  protocolAwaited:
    '{since} tarixindən {protocol} protokolu ({agreement}) üzrə gözlənilir: {awaited, select, consent {digər Tərəfin razılığı} texts {bu dillərdə mətn: {languages}; sonra imzalanma} signature {imzalanma} completion {dövlətdaxili prosedurların yerinə yetirilməsi barədə bildiriş ({parties})} other {sazişin özünün qüvvəyə minməsi}}.',
  silence:
    'Həyəcan: saziş qüvvədədir, lakin {found, select, noWorkflow {onu heç nə aparmırdı} noProgress {onun prosesi irəliləmir} other {onun tarixlərini heç nə gözləmirdi}}. {isRepaired, select, true {Reyestr üzrə bərpa edilib: tarixləri yenidən izlənilir.} other {Bərpa etmək mümkün olmadı. Dərhal npx servanda register compare {agreement} icra edin və ona qədər tarixləri özünüz izləyin.}}',
};
