/** Kazakh. */
import type { ActMessages } from './messages.ts';

export const acts: ActMessages = {
  onboarded:
    'servanda бұл келісімді {on} күнінен бастап жүргізеді. Сол күнгі жай-күйі: {status, select, unsure {дәл белгісіз күндерге байланысты} notSigned {қол қойылмаған} signed {қол қойылған} appliedProvisionally {қол қойылған, {since} күнінен бастап уақытша қолданылады} inForce {күшінде{lastDayInForce, select, none {{duration, select, period {; {period}-кезең соңғы күні: {lastDay}{lastDayForNotice, select, none {} other {, хабарлама үшін соңғы күн: {lastDayForNotice}}}} withoutLimit {, мерзімсіз} untilCondition {, мына шарт орындалғанға дейін: {condition}} other {; қолданылу мерзімі сипатталмаған}}} other {, күшіндегі соңғы күні: {lastDayInForce}}}} terminated {тоқтатылған} expired {мерзімі өткен} other {кейінгі шартпен алмастырылған}}.{unsure}',
  entryIntoForce: 'Күшіне енген күні: {inForce}.{running}',
  registration: 'Келісімді Біріккен Ұлттар Ұйымында тіркеуге ұсыну қажет.',
  provisionalApplication:
    '{state, select, begins {{day} күнінен бастап күшіне енгенге дейін уақытша қолданылады.} ended {{day} күнінен бастап уақытша қолданылмайды: {notice} хабарламасы алынды ({by}). Келісім әлі күшіне енуі мүмкін.} other {Уақытша қолданылмайды: {notice} хабарламасы ({by}) алынған күн: {day}. Келісім әлі күшіне енуі мүмкін.}}',
  renewalSettled:
    '{period}-кезең бойынша хабарлама үшін соңғы күн ({lastDayForNotice}) өтті, қолданыстағы хабарлама жоқ: ұзартылуы шешілді, ұзартылатын күн: {renewal}.',
  renewal:
    '{period, select, none {{firstDay} күнінен бастап мерзімсіз күшінде қалады.} other {Ұзартылды: {period}-кезең, {firstDay} – {lastDay}{lastDayForNotice, select, none {} other {; хабарлама үшін соңғы күн: {lastDayForNotice}}}.}}',
  noticeReceived:
    'Тоқтату туралы {notice} хабарламасы ({by}) алынған күн: {received}{revokedBy, select, none {{timing, select, inTime {, мерзімінде} late {, хабарлама үшін соңғы күннен кейін} other {}}; күшіндегі соңғы күн: {lastDayInForce}.} other {; ол бұған дейін кері қайтарып алынған ({revokedBy}).}}{ignored, select, none {} other { Онда келісімнің қолданылуы тоқтайтын күн ретінде {ignored} көрсетілген; бұл күн есепке алынбайды.}}{endsBy, select, none {} expiry { Тараптар ұзарту туралы уағдаласпаса, келісімнің мерзімі бұдан бұрын өтеді: {endsBefore}.} other { Келісім бұдан бұрын басқа негізбен тоқтайды; күшіндегі соңғы күн: {endsBefore}.}}{isUnsure, select, true { Мерзімінде алынғаны белгісіз күнге байланысты: оны растайтын құжатты сұратыңыз.} other {}}',
  noticeRevoked:
    '{state, select, works {Хабарламаны кері қайтарып алу ({revocation}, {by}) {from} күнінен бастап күшінде.} awaitsConsent {Хабарламаны кері қайтарып алу ({revocation}, {by}) алынды; екінші Тараптың келісімі қажет.} awaitsConsentLate {Хабарламаны кері қайтарып алу ({revocation}, {by}) хабарлама үшін соңғы күннен кейін алынды; екінші Тараптың келісімі қажет.} ahead {Хабарламаны кері қайтарып алу ({revocation}, {by}) {notice} хабарламасынан бұрын алынды, хабарламаның салдары болмайды.} aheadAwaitsConsent {Хабарламаны кері қайтарып алу ({revocation}, {by}) {notice} хабарламасынан бұрын алынды, екінші Тарап келіссе, хабарламаның салдары болмайды.} consented {Хабарламаны кері қайтарып алу ({revocation}) екінші Тараптың келісімімен ({by}) {from} күнінен бастап күшінде.} other {Келісім ({by}) хабарламаны кері қайтарып алудан ({revocation}) бұрын алынды.}}{lastDayInForce, select, none {} other { Басқа тоқтату күтілуде; күшіндегі соңғы күн: {lastDayInForce}.}}{renewal, select, none {} other { Жаңа хабарлама болмаса, келісім ұзартылатын күн: {renewal}.}}',
  terminationAgreed:
    'Тараптар келісімді тоқтатуға уағдаласты: қолданылуы тоқтайтын күн: {firstDayOut}. Қолданыстағы хабарламалар осымен алмастырылды, ұзартылмайды.',
  termination:
    'Тоқтатылды, негізі: {cause, select, notice {{of} хабарламасы} other {Тараптардың уағдаластығы ({of})}}; күшіндегі соңғы күн: {lastDayInForce}.',
  expiry:
    'Мерзімі өтті; күшіндегі соңғы күн: {lastDayInForce}{condition, select, none {. Ұзартылған жоқ} other {. Шарт орындалды: {condition}}}.',
  supersession: 'Кейінгі шартпен алмастырылды ({laterTreaty}): қолданылуы тоқтайтын күн: {firstDayOut}.',
  closingReport: 'Қорытынды есеп жасау қажет: тоқтатылғанға дейін туындаған құқықтар мен міндеттемелер өзгермейді.{survivals}',
  survivalEnded: 'Тоқтатылғаннан кейін сақталғанның мерзімі өтті ({lastDay}): {survivals}.',
  suspension: 'Қолданылуы {from} күнінен бастап тоқтатыла тұрды; кезеңдер мен мерзімдер өте береді, хабарламалар күшін сақтайды.',
  resumption: '{from} күнінен бастап қайта қолданылады.',
  protocolInForce: '{protocol} хаттамасы {from} күнінен бастап келісімнің ажырамас бөлігі ретінде күшінде.{running}',
  protocolApplied:
    '{how, select, namedDay {{protocol} хаттамасы бойынша өзгерістер {from} күнінен бастап қолданылады.} retroactive {{protocol} хаттамасы бойынша өзгерістер {from} күнінен бастап кері күшпен қолданылады.} provisional {{protocol} хаттамасы бойынша өзгерістер {from} күнінен бастап уақытша қолданылады.} other {{protocol} хаттамасы {from} күнінен бастап уақытша қолданылмайды.}}{running}',
  protocolNeverOperates: '{protocol} хаттамасы қолданысқа енбейді: келісім одан бұрын тоқтады.',
  reminder:
    '{state, select, ahead {Қалғаны: {ahead}.{notDone}} listed {Сіз тізімге осы еске салу жіберілгеннен кейін енгізілдіңіз.{notDone}} late {Шешім қабылданбаған, бұған дейін еске салу болмаған.} escalated {Еске салуды ({since}) ешкім растамады, шешім қабылданбаған.} other {Қауіпсіз күнді көрсету мүмкін емес: хабарлама үшін соңғы күн өтіп кеткен болуы мүмкін. Күнді анықтап, тізілімді түзетіңіз.}}{reminderDays}{unsure}',
  reminderDays:
    '{question, select, expiry { Тараптар ұзартуға уағдаласпаса, келісімнің мерзімі өтетін күн: {due}.} other {{sendBy, select, none {} other { Хабарламаны жіберудің соңғы күні: {sendBy}.}} Қауіпсіз күннен ({due}) кейін алынған хабарлама {period}-кезеңнен кейінгі ұзартуды болдырмауы мүмкін; кезеңнің соңғы күні: {lastDay}.}}',
  running:
    ' {period}-кезеңнің соңғы күні: {lastDay}{lastDayForNotice, select, none {} other {; хабарлама үшін соңғы күн: {lastDayForNotice}}}.',
  decided:
    'Шешім: {decision, select, renew {ұзарту} terminate {хабарлама жіберу} negotiate {келіссөз жүргізу} other {мерзімінің өтуіне жол беру}} ({by} атынан: {person}, {authority}).',
  undecided: 'Шешім қабылданбады.',
  notDone:
    ' {decided} {question, select, expiry {Тараптардың ұзарту туралы уағдаластығы әлі енгізілмеген.} other {Хабарлама әлі алынған жоқ; үнсіздік жағдайында келісім ұзартылады.}}',
  decisionMade: '{period}-кезең. {decided}',
  decisionOutcome:
    '{question, select, expiry {{period}-кезең аяқталған күн: {asked}.} other {{period}-кезеңнің қауіпсіз күні ({asked}) өтті.}} {decided} {outcome, select, endComing {Тоқтату күтілуде: ұзартылмайды.} other {{question, select, expiry {Тараптар ұзартуға уағдаласпады.} other {Қолданыстағы хабарлама жоқ: {due} күнінен кейін келісім ұзартылады.}}}}',
  unsure: ' Тек шектері белгілі: {items}.',
  unsureDay:
    '{type, select, signed {қол қою} entry_agreed {күшіне ену} termination_notified {тоқтату туралы хабарлама} other {хабарлама}}{by, select, none {} other { ({by})}}: {counted, select, none {{notBefore} – {notAfter}} other {{notAfter} күнінен кешіктірілмей}}',
  survivals: ' Тоқтатылғаннан кейін сақталады: {items}.',
  survival: '{what}{lastDay, select, none {} other {, соңғы күні: {lastDay}}} ({article})',
  sendBy:
    '{notice} хабарламасы ({agreement}) жіберілген жоқ. {isPast, select, true {Қауіпсіз күннен ({safe}) кешіктірілмей жетуі үшін оны жіберудің соңғы күні {sendBy} болатын: ең жылдам арнамен жіберіңіз, ол тым кеш алынуы мүмкін.} other {Қауіпсіз күннен ({safe}) кешіктірілмей жетуі үшін оны жіберудің соңғы күні: {sendBy}.}}',
  proofOfReceipt:
    '{notice} хабарламасы ({agreement}) жіберілген күн: {dispatched}; алынғанының растауы күтілген күн: {expected}. Алынбаған хабарламаның салдары болмайды.',
  examination:
    '{received} алынған {notice} хабарламасы ({agreement}; {by}) қаралған жоқ. Қаралғанға дейін ол тізілімге енгізілмейді және салдары есепке алынбайды.',
  noticeOutcome:
    '{notice} хабарламасы ({agreement}; {kind}; {by}): {verdict, select, running {алынды{inTime, select, yes {, кез келген түсіндіру бойынша мерзімінде} no {, кешігіп} disputed {, кейбір түсіндірулер бойынша ғана мерзімінде} other {}}} tookEffect {салдары туындады} revoked {кері қайтарып алынды} withoutEffect {салдары жоқ} other {әлі алынған жоқ}}{lastDayInForce, select, none {} other {; күшіндегі соңғы күн: {lastDayInForce}}}.{certain, select, true {} other { Басқа түсіндірулер бойынша тоқтау күні өзге.}}',
  protocolAwaited:
    '{since} күнінен бастап {protocol} хаттамасы ({agreement}) бойынша күтіледі: {awaited, select, consent {екінші Тараптың келісімі} texts {мәтін мына тілдерде: {languages}; содан кейін қол қою} signature {қол қою} completion {мемлекетішілік рәсімдердің орындалғаны туралы хабарлама ({parties})} other {келісімнің өзінің күшіне енуі}}.',
  silence:
    'Дабыл: келісім күшінде, бірақ {found, select, noWorkflow {оны ешкім жүргізбеді} noProgress {оның процесі ілгерілемейді} other {оның күндерін ешкім күтпеді}}. {isRepaired, select, true {Тізілім бойынша қалпына келтірілді: күндері қайта бақыланады.} other {Қалпына келтіру мүмкін болмады. Дереу npx servanda register compare {agreement} орындаңыз және оған дейін күндерді өзіңіз бақылаңыз.}}',
};
