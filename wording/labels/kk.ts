/** Kazakh: names of facts, dates, timers and tasks. */
import type { LabelMessages } from '../statements.ts';

const counted = '{counted, select, received {алынды} dispatched {жіберілді} other {күні қойылған}}';
const date = '{date, select, none {{notBefore} – {notAfter} аралығындағы күн} other {{date}}}';

export const labels: LabelMessages = {
  signed: 'Қол қойылды{place, select, none {} other { ({place})}}',
  'entry.agreed': `{isPublished, select, true {Жарияланған} other {Уағдаласқан}} күшіне ену күні: ${date}`,
  'completion.notified': `Мемлекетішілік рәсімдердің орындалғаны туралы хабарлама ({by}), ${counted}`,
  'instruments.exchanged': 'Грамоталар алмасу',
  'provisionalApplication.ended': 'Уақытша қолдану тоқтатылды: {id} хабарламасы алынды ({by})',
  'condition.met': '{condition} шарты орындалды',
  'protocol.proposed': '{protocol} хаттамасы ұсынылды ({by})',
  'protocol.agreed': '{protocol} хаттамасының мәтіні келісілді',
  'protocol.signed': '{protocol} хаттамасына қол қойылды',
  'protocol.completion.notified': `{protocol} хаттамасы бойынша рәсімдердің орындалғаны туралы хабарлама ({by}), ${counted}`,
  'protocol.abandoned': '{protocol} хаттамасынан бас тартылды',
  'renewal.agreed':
    'Ұзарту туралы уағдаласты{length, select, none {{until, select, none {} other { (соңғы күні: {until})}}} other { ({length})}}',
  'suspension.agreed': 'Тоқтата тұру туралы уағдаласты: {from} күнінен бастап',
  'resumption.agreed': 'Қайта бастау туралы уағдаласты: {from} күнінен бастап',
  'termination.notified': 'Тоқтату туралы {id} хабарламасы алынды ({by})',
  'termination.agreed': 'Тоқтату туралы уағдаласты: қолданылуы тоқтайтын күн: {firstDayOut}',
  'termination.revoked': 'Хабарламаны кері қайтарып алу алынды: {id} ({by})',
  'termination.revocationConsented': 'Хабарламаны кері қайтарып алуға ({of}) келісім алынды ({by})',
  superseded: 'Кейінгі шарт: {laterTreaty}',
  'consultations.requested': 'Консультациялар туралы сұрау ({by}): {subject}',
  'communications.requested': 'Сапар кезіндегі байланыс туралы сұрау ({by}), шығысты көтеретін: {payer}; {subject}',
  'organisation.notified': 'Құзыретті орган ({by}): {organisation}',
  'error.notified': 'Мәтіндегі қате туралы хабарлама ({by})',
  'note.received': 'Нота ({by}): {subject}',
  'decision.made':
    'Шешім ({by} атынан: {person}): {decision, select, renew {ұзарту} terminate {хабарлама жіберу} negotiate {келіссөз жүргізу} other {мерзімінің өтуіне жол беру}}',
  'reminder.acknowledged': 'Еске салу расталды ({person})',
  'document.attached': 'Құжат тіркелді ({to}): {name}',

  changesHold:
    '{how, select, provisional {{protocol} хаттамасы уақытша қолданылады} retroactive {{protocol} хаттамасы бойынша өзгерістер кері күшпен қолданылады} namedDay {{protocol} хаттамасы бойынша өзгерістер қолданылады} other {{protocol} хаттамасы енді уақытша қолданылмайды}}',
  labelUntil: '{label} – {until}',
  terminationEffect: 'Күшіндегі соңғы күн',
  supersession: 'Қолданылуы тоқтайды: кейінгі шартпен алмастырылды ({laterTreaty})',
  expiry: 'Тараптар ұзартуға уағдаласпаса, мерзімі өтеді',
  periodEnd: '{period}-кезеңнің соңғы күні',
  conditionEffect: 'Соңғы күн: шарт орындалды',
  provisionalApplicationBegins: 'Уақытша қолданылады',
  survivalEnd: 'Сақталғанның соңғы күні: {survivals}',
  lastDayForNotice: 'Хабарлама үшін соңғы күн',
  lastDayForFixedDay: 'Келісімді {lastDay} күні тоқтату үшін хабарламаның соңғы күні',
  entryIntoForce: 'Күшіне ену',
  protocolEntryIntoForce: '{protocol} хаттамасы күшіне енеді',
  suspensionBegins: 'Тоқтата тұрудың басталуы',
  resumptionBegins: 'Қолданылуы қайта басталады',

  dueOn: '{label}: {day}, {basis}',
  takesEffectOn: '{day} күні күшіне енеді: {label}',
  holdsFrom: '{label}, бастап: {day}, {basis}',
  reminderOn:
    'Еске салу {day}: қалғаны {ahead}, {question, select, expiry {мерзімі өтетін күн: {due}} other {{sendBy, select, none {қауіпсіз күн: {due}} other {жіберудің соңғы күні: {sendBy}; қауіпсіз күн: {due}}}}}',
  outcomeOn: 'Шешімнің қорытындысы енгізілетін күн: {day}',
  escalationOn: 'Жоғары беру {day}: еске салуды ешкім растамады, шешім қабылданбаған',
  safeDayOn: 'Хабарлама үшін қауіпсіз күн: {day}, {article}{sendBy, select, none {} other {; жіберудің соңғы күні: {sendBy}}}',
  safeDayWithinBounds: 'Хабарлама үшін қауіпсіз күн: {day}, күшіне енген күн қандай болса да, {article}',
  atEarliest: 'Ең ерте: {timer}',
  atLatest: 'Ең кеш: {timer}',
  onOtherReadings: 'Басқа түсіндірулер бойынша: {timer}',
  ifNoticeRevoked: 'Хабарлама кері қайтарып алынса: {timer}',
  noticeSendBy: '{safe} күнінен кешіктірілмей жетуі үшін жіберудің соңғы күні: {sendBy}',
  noticeSendByNear: 'Ескерту {day}: жіберудің соңғы күні: {sendBy}',
  proofExpected: 'Алынғанының растауы {expected} {isPast, select, true {күнінен бастап күтіледі} other {күнінен кешіктірілмей күтіледі}}',
  proofStillMissing: 'Алынғанының растауы {expected} күнінен бастап күтіледі, қайта сұралатын күн: {day}',
  examineBy: '{received} алынған хабарламаны қараудың соңғы күні: {day}',
  examinationOwed: 'Қарау {received} күнінен бастап күтіледі, қайта сұралатын күн: {day}',
  protocolReminder: 'Еске салу {day}: {missing}',
  protocolAwaits:
    '{what, select, consent {екінші Тараптың {protocol} хаттамасына келісімі} texts {{protocol} хаттамасының мәтіні мына тілдерде: {languages}; содан кейін қол қою} signature {{protocol} хаттамасына қол қою} completion {{protocol} хаттамасы бойынша рәсімдердің орындалғаны туралы хабарлама ({parties})} other {келісімнің өзінің күшіне енуі}}',

  findOutCondition: 'анықтау: {awaited}; шарт орындалған соң оны енгізу.',
  obtain: 'алу: {awaited}, алынған күнімен бірге, және енгізу.',
  revokeToKeep:
    'хабарлама қолданыста; келісімді сақтау үшін оны жіберген Тарап уақтылы кері қайтарып алуға тиіс (Вена конвенциясының 68-бабы).',
  decideOnRenewal: 'ұзарту-ұзартпауды шешу: қауіпсіз күннен ({due}) кешіктірілмей алынуы үшін хабарламаны жіберудің соңғы күні: {sendBy}.',
  decideOnExpiry:
    'уағдаластықпен ұзартуды не мерзімінің өтуіне жол беруді шешу: Тараптар ұзартуға уағдаласпаса, мерзімі өтетін күн: {due}.',
  letRenew:
    'ұзарту туралы шешім өзгертілмейтін болса, ештеңе қажет емес; өзгерту үшін {sendBy, select, none {хабарлама қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс} other {хабарламаны жіберудің соңғы күні: {sendBy}; ол қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс}}.',
  giveNotice:
    'шешімге сәйкес хабарлама жіберу: {sendBy, select, none {ол қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс} other {соңғы күні {sendBy}; ол қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс}}.',
  agreeRenewal: 'шешімге сәйкес екінші Тараппен ұзарту туралы уағдаласу: әйтпесе мерзімі өтетін күн: {due}.',
  letLapse: 'ештеңе қажет емес: мерзімінің өтуіне жол беру шешілді, мерзімі өтетін күн: {due}.',
  sendToEndOn:
    'келісім мына күні тоқтатылмайтын болса ({lastDayInForce}), белгілі бір күнге дейін ештеңе қажет емес; тоқтату үшін {sendBy, select, none {хабарлама қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс} other {хабарламаны жіберудің соңғы күні: {sendBy}; ол қауіпсіз күннен ({due}) кешіктірілмей алынуы тиіс}}.',
  nothingByDate: 'белгілі бір күнге дейін ештеңе жоқ.',
  nothingToDo: 'ештеңе жоқ.',
  findOutDays: 'күнін анықтап, жазбаны түзету: {unsure}.',

  enteredOn: '{label}, {isOneDay, select, true {{notBefore}} other {{notBefore} – {notAfter} аралығындағы күн}}',
  planStatus:
    'Құқық бойынша бүгінгі күн {asOf} ({zones}): **{status, select, negotiated {қол қойылмаған} signed {қол қойылған, күшіне енбеген} appliedProvisionally {уақытша қолданылады, күшіне енбеген} inForce {күшінде} suspended {қолданылуы тоқтатыла тұрған} terminated {тоқтатылған} expired {мерзімі өткен} other {кейінгі шартпен алмастырылған}}**{entryIntoForce, select, none {} other {; күшіне енген күні: {entryIntoForce}}}.',
  planPeriod: '{number}-кезең: {firstDay} – {lastDay}.',
  planEnd: 'Күшіндегі соңғы күн: **{lastDayInForce}** ({basis}).',
  planWithin: '**{statuses}**. Тек шектері белгілі: {unsure}.',
  planSafeDay: 'Хабарлама үшін қауіпсіз күн, ол күн қандай болса да: **{safe}**.',
  planNoSafeDay: 'Қауіпсіз күн жоқ: {reason}.',
  planMachine: 'Автоматтың жай-күйі: **{machine}**.',
  planDid: 'Соңғы қадам: {did}',
  planWithdrawn: 'Кері қайтарылды: {said}',
  planMore: 'Және тағы {more}.',
  planNext: 'Келесі:',
  planNothing: 'Күтілетін ештеңе жоқ.',
  planToDo: 'Істеу керек: {toDo}',
  noticeHead: '**{number} хабарламасы: {kind}, {by} ({direction, select, ours {біздікі} other {екінші Тараптікі}})**',
  noticeState:
    'Жай-күйі: {state, select, drafted {бекітілмеген жоба} approved {бекітілген және жіберілмеген} returned {қайтарылған немесе жоғалған} dispatched {жолда, алынғаны расталмаған} examination {алынған және әлі қаралмаған} received {алынған және қолданыста} inEffect {салдары туындаған} revoked {кері қайтарып алынған} withoutEffect {салдары жоқ} recalled {жіберуші қайтарып алған} other {кемшілігі бар}}. Автоматтың жай-күйі: **{machine}**.',
  noticeDone:
    'Жасаған: {draftedBy}{approvedBy, select, none {} other {, бекіткен: {approvedBy}}}{dispatched, select, none {} other {, жіберілген күні: {dispatched}}}{received, select, none {} other {, алынған күні: {received}}}.',
  protocolHead: '**{protocol} хаттамасы{title, select, none {} other {: {title}}}** ({agreement})',
  protocolState:
    'Жай-күйі: {state, select, proposed {ұсынылған, мәтіні келісілмеген} agreed {келісілген және қол қойылмаған} signed {қол қойылған} inForce {келісімнің ажырамас бөлігі ретінде күшінде} neverOperates {салдары жоқ: келісім бұрын тоқтады} other {одан бас тартылған}}, {since} күнінен бастап ({basis}). Автоматтың жай-күйі: **{machine}**.',
  protocolMissing: 'Жетіспейді: {missing}.',
  noticeTitle: '{number} хабарламасы: {kind}, {by}',
  noticeNumbered: '{number} хабарламасы',
  protocolTitle: '{protocol} хаттамасы{title, select, none {} other {: {title}}}',
  agreementParties: 'Тараптар: {parties}.',
  agreementNamed: '{isRehearsal, select, true {Оқу мысалы} other {Келісім}}: {id}.',
  lettersAbout: '{agreement} келісімі бойынша хаттар',
  letterAbout: '{isWithdrawn, select, true {кері қайтарылды: } other {}}{what}, {on}',
  letterIsAbout: '{isWithdrawn, select, true {кері қайтарылды: } other {}}{what}',
  letterTo: '{way, select, email {Хат} other {Вебхук}} ({recipient}): {about}',
  reconciliationTitle: 'Барлық келісімді тізіліммен салыстыру',
  watched: 'Салыстырылған келісімдер: {agreements}. Айырмасы барлары: {differed}, олардан қалғаны: {left}. Дабылдар: {alarms}.',

  safeDayOfPeriod: 'хабарлама үшін қауіпсіз күн, {period}-кезең{isLater, select, true {, оған дейін ұзартылса} other {}}',
  safeDayMissed:
    'үнсіздік жағдайында ұзартылады: {period}-кезеңнің қауіпсіз күні ({since}) өтіп кетті, {decided, select, terminate {хабарлама жіберу туралы шешім бар, бірақ оның алынғаны белгісіз} other {ал шешім қабылданбаған}}{lastDay, select, none {} other {; әдепкі түсіндіру бойынша хабарлама мерзімінде болатын соңғы күн: {lastDay}}}',
  safeDayToEndOn: 'келісімді {lastDayInForce} күні тоқтату үшін хабарламаның қауіпсіз күні',
  sendByToEndOn: 'келісімді {lastDayInForce} күні тоқтату үшін хабарлама жіберудің соңғы күні; қауіпсіз күн: {safe}',
  safeDayAtEarliest: 'хабарлама үшін ең ерте қауіпсіз күн',
  noSafeDayGiven: 'қауіпсіз күнді көрсету мүмкін емес',
  lastDayForNoticeAtLatest: 'хабарлама үшін ең кеш соңғы күн; ол өтіп кеткен болуы мүмкін',
  lastDayAtEarliest: 'күшіндегі ең ерте соңғы күн',
  comingExpiry: 'Тараптар ұзартуға уағдаласпаса, мерзімі өтеді{isLater, select, true {, оған дейін ұзартылса} other {}}',
  comingEnd:
    'күшіндегі соңғы күн, тоқтатылуы: {cause, select, notice {хабарлама бойынша} agreement {Тараптардың уағдаластығы бойынша} expiry {мерзімінің өтуімен} other {кейінгі шарт бойынша}}{isLater, select, true {, оған дейін ұзартылса} other {}}',
  calendarSend:
    'Хабарламаны жіберудің соңғы күні: {sendBy}{safe, select, none {} other { (қауіпсіз күн: {safe})}}{lastDayInForce, select, none {; әйтпесе келісім ұзартылады} other {; келісім тоқтатылатын күн: {lastDayInForce}}}',
  calendarDisputed:
    '{said} (даулы; басқа түсіндіру бойынша: {others}{orNever, select, true {{othersCount, plural, =0 {} other { немесе }}тоқтату күтілмейді} other {}})',
  changeableThen:
    'ұзарту туралы шешімді хабарламамен өзгертуге болады: ол осы күннен кешіктірілмей {safe, select, none {алынуы тиіс} other {жіберілуі тиіс; қауіпсіз күн: {safe}}}',
  sendByThen: 'хабарлама жіберудің соңғы күні; қауіпсіз күн: {safe}',
  safeDayComes: 'хабарлама үшін қауіпсіз күн',
  sendByWasPast: 'хабарлама үшін қауіпсіз күн; жіберу күні ({sendBy}) өтті',
  comes: '{label}',
  nothingComes: 'белгіленген күн жоқ',
  hasEndedBy:
    'тоқтатылды, {cause, select, notice {хабарлама бойынша} agreement {Тараптардың уағдаластығы бойынша} expiry {мерзімінің өтуімен} other {кейінгі шарт бойынша}}, күшіндегі соңғы күн: {lastDayInForce}',
  isOver: 'аяқталды',
};
