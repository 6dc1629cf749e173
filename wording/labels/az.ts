/** Azerbaijani: names of facts, dates, timers and tasks. */
import type { LabelMessages } from '../statements.ts';

const counted = '{counted, select, received {alınıb} dispatched {göndərilib} other {tarixi qoyulub}}';
const date = '{date, select, none {{notBefore} – {notAfter} arasında bir gün} other {{date}}}';

export const labels: LabelMessages = {
  signed: 'İmzalanıb{place, select, none {} other { ({place})}}',
  'entry.agreed': `{isPublished, select, true {Dərc olunmuş} other {Razılaşdırılmış}} qüvvəyə minmə tarixi: ${date}`,
  'completion.notified': `Dövlətdaxili prosedurların yerinə yetirilməsi barədə bildiriş ({by}), ${counted}`,
  'instruments.exchanged': 'Təsdiqnamələrin mübadiləsi',
  'provisionalApplication.ended': 'Müvəqqəti tətbiqə xitam verilib: {id} bildirişi alınıb ({by})',
  'condition.met': '{condition} şərti yerinə yetirilib',
  'protocol.proposed': '{protocol} protokolu təklif edilib ({by})',
  'protocol.agreed': '{protocol} protokolunun mətni razılaşdırılıb',
  'protocol.signed': '{protocol} protokolu imzalanıb',
  'protocol.completion.notified': `{protocol} protokolu üzrə prosedurların yerinə yetirilməsi barədə bildiriş ({by}), ${counted}`,
  'protocol.abandoned': '{protocol} protokolundan imtina edilib',
  'renewal.agreed':
    'Uzadılma razılaşdırılıb{length, select, none {{until, select, none {} other { (son günü: {until})}}} other { ({length})}}',
  'suspension.agreed': 'Dayandırılma razılaşdırılıb: {from} tarixindən',
  'resumption.agreed': 'Bərpa razılaşdırılıb: {from} tarixindən',
  'termination.notified': 'Xitam barədə {id} bildirişi alınıb ({by})',
  'termination.agreed': 'Xitam razılaşdırılıb: qüvvədən düşdüyü gün: {firstDayOut}',
  'termination.revoked': '{id} geri götürməsi alınıb ({by})',
  'termination.revocationConsented': '{of} geri götürməsinə razılıq alınıb ({by})',
  superseded: 'Sonrakı müqavilə: {laterTreaty}',
  'consultations.requested': 'Məsləhətləşmələr barədə sorğu ({by}): {subject}',
  'communications.requested': 'Səfər zamanı rabitə barədə sorğu ({by}), xərcləri çəkən: {payer}; {subject}',
  'organisation.notified': 'Səlahiyyətli orqan ({by}): {organisation}',
  'error.notified': 'Mətndəki səhv barədə bildiriş ({by})',
  'note.received': 'Nota ({by}): {subject}',
  'decision.made':
    'Qərar ({by} adından: {person}): {decision, select, renew {uzatmaq} terminate {bildiriş göndərmək} negotiate {danışıqlar aparmaq} other {müddətin bitməsinə yol vermək}}',
  'reminder.acknowledged': 'Xatırlatma təsdiq edilib ({person})',
  'document.attached': 'Sənəd əlavə edilib ({to}): {name}',

  changesHold:
    '{how, select, provisional {{protocol} protokolu müvəqqəti tətbiq olunur} retroactive {{protocol} protokolu üzrə dəyişikliklər geriyə qüvvə ilə tətbiq olunur} namedDay {{protocol} protokolu üzrə dəyişikliklər tətbiq olunur} other {{protocol} protokolu daha müvəqqəti tətbiq olunmur}}',
  labelUntil: '{label} – {until}',
  terminationEffect: 'Qüvvədə olduğu son gün',
  supersession: 'Qüvvədən düşür: sonrakı müqavilə ilə əvəz edilib ({laterTreaty})',
  expiry: 'Tərəflər uzadılma barədə razılığa gəlməsə, müddəti bitir',
  periodEnd: '{period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün son günü',
  conditionEffect: 'Son gün: şərt yerinə yetirilib',
  provisionalApplicationBegins: 'Müvəqqəti tətbiq olunur',
  survivalEnd: 'Qüvvədə qalanın son günü: {survivals}',
  lastDayForNotice: 'Bildiriş üçün son gün',
  lastDayForFixedDay: 'Sazişə {lastDay} tarixində xitam vermək üçün bildirişin son günü',
  entryIntoForce: 'Qüvvəyə minmə',
  protocolEntryIntoForce: '{protocol} protokolu qüvvəyə minir',
  suspensionBegins: 'Dayandırılmanın başlanması',
  resumptionBegins: 'Tətbiq bərpa olunur',

  dueOn: '{label}: {day}, {basis}',
  takesEffectOn: '{day} tarixində qüvvəyə minir: {label}',
  holdsFrom: '{label}, bu tarixdən: {day}, {basis}',
  reminderOn:
    'Xatırlatma {day}: qalıb {ahead}, {question, select, expiry {müddətin bitdiyi gün: {due}} other {{sendBy, select, none {təhlükəsiz gün: {due}} other {göndərməyin son günü: {sendBy}; təhlükəsiz gün: {due}}}}}',
  outcomeOn: 'Qərarın nəticəsi daxil edilir: {day}',
  escalationOn: 'Yuxarı ötürülmə {day}: xatırlatmanı heç kim təsdiq etməyib, qərar qəbul edilməyib',
  safeDayOn: 'Bildiriş üçün təhlükəsiz gün: {day}, {article}{sendBy, select, none {} other {; göndərməyin son günü: {sendBy}}}',
  safeDayWithinBounds: 'Bildiriş üçün təhlükəsiz gün: {day}, qüvvəyə minmə günü hansı olursa olsun, {article}',
  atEarliest: 'Ən tez: {timer}',
  atLatest: 'Ən gec: {timer}',
  onOtherReadings: 'Başqa təfsirlərə görə: {timer}',
  ifNoticeRevoked: 'Bildiriş geri götürülərsə: {timer}',
  noticeSendBy: '{safe} tarixindən gec olmayaraq çatması üçün göndərmənin son günü: {sendBy}',
  noticeSendByNear: 'Xəbərdarlıq {day}: göndərməyin son günü: {sendBy}',
  proofExpected: 'Alınmanın təsdiqi {expected} {isPast, select, true {tarixindən gözlənilir} other {tarixindən gec olmayaraq gözlənilir}}',
  proofStillMissing: 'Alınmanın təsdiqi {expected} tarixindən gözlənilir, təkrar sorğu: {day}',
  examineBy: '{received} tarixində alınmış bildirişi nəzərdən keçirməyin son günü: {day}',
  examinationOwed: 'Baxılma {received} tarixindən gözlənilir, təkrar sorğu: {day}',
  protocolReminder: 'Xatırlatma {day}: {missing}',
  protocolAwaits:
    '{what, select, consent {digər Tərəfin {protocol} protokoluna razılığı} texts {{protocol} protokolunun mətni bu dillərdə: {languages}; sonra imzalanma} signature {{protocol} protokolunun imzalanması} completion {{protocol} protokolu üzrə prosedurların yerinə yetirilməsi barədə bildiriş ({parties})} other {sazişin özünün qüvvəyə minməsi}}',

  findOutCondition: 'müəyyən etmək: {awaited}; şərt yerinə yetirildikdə onu daxil etmək.',
  obtain: 'almaq: {awaited}, alındığı tarixlə birlikdə, və daxil etmək.',
  revokeToKeep:
    'bildiriş qüvvədədir; sazişi saxlamaq üçün onu vermiş Tərəf vaxtında geri götürməlidir (Vyana Konvensiyasının 68-ci maddəsi).',
  decideOnRenewal:
    'uzadılıb-uzadılmamasına qərar vermək: təhlükəsiz gündən ({due}) gec olmayaraq alınması üçün bildirişi göndərmənin son günü: {sendBy}.',
  decideOnExpiry:
    'razılıqla uzatmağa və ya müddətin bitməsinə yol verməyə qərar vermək: Tərəflər uzadılma barədə razılığa gəlməsə, müddətin bitdiyi gün: {due}.',
  letRenew:
    'uzatma qərarı dəyişdirilməyəcəksə, heç nə lazım deyil; dəyişdirmək üçün {sendBy, select, none {bildiriş təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır} other {bildirişi göndərməyin son günü: {sendBy}; o, təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır}}.',
  giveNotice:
    'qərara uyğun olaraq bildiriş göndərmək: {sendBy, select, none {o, təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır} other {son gün: {sendBy}; o, təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır}}.',
  agreeRenewal: 'qərara uyğun olaraq digər Tərəflə uzadılma barədə razılığa gəlmək: əks halda müddətin bitdiyi gün: {due}.',
  letLapse: 'heç nə: müddətin bitməsinə yol vermək qərara alınıb, müddətin bitdiyi gün: {due}.',
  sendToEndOn:
    'sazişə bu tarixdə xitam verilməyəcəksə ({lastDayInForce}), müəyyən bir günədək heç nə lazım deyil; xitam vermək üçün {sendBy, select, none {bildiriş təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır} other {bildirişi göndərməyin son günü: {sendBy}; o, təhlükəsiz gündən ({due}) gec olmayaraq alınmalıdır}}.',
  nothingByDate: 'müəyyən tarixədək heç nə.',
  nothingToDo: 'heç nə.',
  findOutDays: 'günü müəyyən edib qeydi düzəltmək: {unsure}.',

  enteredOn: '{label}, {isOneDay, select, true {{notBefore}} other {{notBefore} – {notAfter} arasında bir gün}}',
  planStatus:
    'Hüquqa görə bugünkü gün {asOf} ({zones}): **{status, select, negotiated {imzalanmayıb} signed {imzalanıb, qüvvəyə minməyib} appliedProvisionally {müvəqqəti tətbiq olunur, qüvvəyə minməyib} inForce {qüvvədədir} suspended {tətbiqi dayandırılıb} terminated {xitam verilib} expired {müddəti bitib} other {sonrakı müqavilə ilə əvəz edilib}}**{entryIntoForce, select, none {} other {; qüvvəyə mindiyi gün: {entryIntoForce}}}.',
  planPeriod: '{number, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr: {firstDay} – {lastDay}.',
  planEnd: 'Qüvvədə olduğu son gün: **{lastDayInForce}** ({basis}).',
  planWithin: '**{statuses}**. Yalnız hədləri məlumdur: {unsure}.',
  planSafeDay: 'Bildiriş üçün təhlükəsiz gün, o gün hansı olursa olsun: **{safe}**.',
  planNoSafeDay: 'Təhlükəsiz gün yoxdur: {reason}.',
  planMachine: 'Avtomatın vəziyyəti: **{machine}**.',
  planDid: 'Sonuncu addım: {did}',
  planWithdrawn: 'Geri çağırılıb: {said}',
  planMore: 'Və daha {more}.',
  planNext: 'Növbəti:',
  planNothing: 'Gözlənilən heç nə yoxdur.',
  planToDo: 'Görüləcək iş: {toDo}',
  noticeHead: '**{number} bildirişi: {kind}, {by} ({direction, select, ours {bizim} other {digər Tərəfin}})**',
  noticeState:
    'Vəziyyəti: {state, select, drafted {təsdiq edilməmiş layihə} approved {təsdiq edilib və göndərilməyib} returned {qaytarılıb və ya itib} dispatched {yoldadır, alınması təsdiq edilməyib} examination {alınıb və hələ baxılmayıb} received {alınıb və qüvvədədir} inEffect {nəticə doğurub} revoked {geri götürülüb} withoutEffect {nəticəsi yoxdur} recalled {göndərən geri alıb} other {nöqsanlıdır}}. Avtomatın vəziyyəti: **{machine}**.',
  noticeDone:
    'Tərtib edən: {draftedBy}{approvedBy, select, none {} other {, təsdiq edən: {approvedBy}}}{dispatched, select, none {} other {, göndərildiyi gün: {dispatched}}}{received, select, none {} other {, alındığı gün: {received}}}.',
  protocolHead: '**{protocol} protokolu{title, select, none {} other {: {title}}}** ({agreement})',
  protocolState:
    'Vəziyyəti: {state, select, proposed {təklif edilib, mətni razılaşdırılmayıb} agreed {razılaşdırılıb və imzalanmayıb} signed {imzalanıb} inForce {sazişin ayrılmaz hissəsi kimi qüvvədədir} neverOperates {nəticəsi yoxdur: saziş daha əvvəl bitib} other {imtina edilib}}, {since} tarixindən ({basis}). Avtomatın vəziyyəti: **{machine}**.',
  protocolMissing: 'Çatışmır: {missing}.',
  noticeTitle: '{number} bildirişi: {kind}, {by}',
  noticeNumbered: '{number} bildirişi',
  protocolTitle: '{protocol} protokolu{title, select, none {} other {: {title}}}',
  agreementParties: 'Tərəflər: {parties}.',
  agreementNamed: '{isRehearsal, select, true {Təlim nümunəsi} other {Saziş}}: {id}.',
  lettersAbout: '{agreement} sazişi üzrə məktublar',
  letterAbout: '{isWithdrawn, select, true {geri çağırılıb: } other {}}{what}, {on}',
  letterIsAbout: '{isWithdrawn, select, true {geri çağırılıb: } other {}}{what}',
  letterTo: '{way, select, email {Məktub} other {Vebhuk}} ({recipient}): {about}',
  reconciliationTitle: 'Bütün sazişlərin reyestrlə tutuşdurulması',
  watched: 'Tutuşdurulmuş sazişlər: {agreements}. Fərqli olanlar: {differed}, onlardan qalan: {left}. Həyəcan siqnalları: {alarms}.',

  safeDayOfPeriod:
    'bildiriş üçün təhlükəsiz gün, {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövr{isLater, select, true {, ona qədər uzadılarsa} other {}}',
  safeDayMissed:
    'sükut edildikdə uzadılır: {period, selectordinal, one {#-ci} few {#-cü} many {#-cı} other {#-cu}} dövrün təhlükəsiz günü ({since}) keçib, {decided, select, terminate {bildiriş göndərmək qərara alınıb, lakin onun alındığı məlum deyil} other {qərar isə qəbul edilməyib}}{lastDay, select, none {} other {; ilkin təfsirə görə bildirişin vaxtında olduğu son gün: {lastDay}}}',
  safeDayToEndOn: '{lastDayInForce} tarixində xitam vermək üçün bildirişin təhlükəsiz günü',
  sendByToEndOn: 'sazişə {lastDayInForce} tarixində xitam verən bildirişin göndərilməsi üçün son gün; təhlükəsiz gün: {safe}',
  safeDayAtEarliest: 'bildiriş üçün ən erkən təhlükəsiz gün',
  noSafeDayGiven: 'təhlükəsiz günü göstərmək mümkün deyil',
  lastDayForNoticeAtLatest: 'bildiriş üçün ən gec son gün; o, artıq keçmiş ola bilər',
  lastDayAtEarliest: 'qüvvədə olduğu ən erkən son gün',
  comingExpiry: 'Tərəflər uzadılma barədə razılığa gəlməsə, müddəti bitir{isLater, select, true {, ona qədər uzadılarsa} other {}}',
  comingEnd:
    'qüvvədə olduğu son gün, xitam: {cause, select, notice {bildiriş əsasında} agreement {Tərəflərin razılığı ilə} expiry {müddətin bitməsi ilə} other {sonrakı müqavilə ilə}}{isLater, select, true {, ona qədər uzadılarsa} other {}}',
  calendarSend:
    'Bildirişi göndərməyin son günü: {sendBy}{safe, select, none {} other { (təhlükəsiz gün: {safe})}}{lastDayInForce, select, none {; əks halda saziş uzadılır} other {; sazişə xitam veriləcək gün: {lastDayInForce}}}',
  calendarDisputed:
    '{said} (mübahisəli; başqa təfsirə görə: {others}{orNever, select, true {{othersCount, plural, =0 {} other { və ya }}xitam gözlənilmir} other {}})',
  changeableThen:
    'uzatma qərarı bildirişlə dəyişdirilə bilər: o, həmin gündən gec olmayaraq {safe, select, none {alınmalıdır} other {göndərilməlidir; təhlükəsiz gün: {safe}}}',
  sendByThen: 'bildiriş göndərmək üçün son gün; təhlükəsiz gün: {safe}',
  safeDayComes: 'bildiriş üçün təhlükəsiz gün',
  sendByWasPast: 'bildiriş üçün təhlükəsiz gün; göndərmə günü ({sendBy}) keçib',
  comes: '{label}',
  nothingComes: 'müəyyən edilmiş tarix yoxdur',
  hasEndedBy:
    'xitam verilib, {cause, select, notice {bildiriş əsasında} agreement {Tərəflərin razılığı ilə} expiry {müddətin bitməsi ilə} other {sonrakı müqavilə ilə}}, qüvvədə olduğu son gün: {lastDayInForce}',
  isOver: 'bitib',
};
