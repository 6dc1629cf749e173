/** Kazakh. */
import { entryTypes } from '../entry-types/kk.ts';
import type { RefusalWording } from './messages.ts';

export const refusals: RefusalWording = {
  messages: {
    beyondLimit:
      '{what, select, entry {Жазба} description {Сипаттама} notice {Хабарлама} protocol {Хаттама} reason {Себеп} other {Сұрау}}: {why, select, tooLong {ұзындық шегінен асты, таңба саны: {limit}} tooDeep {кірістіру шегінен асты, деңгей саны: {limit}} notText {мәтінде болмайтын таңба бар (басқару, пішім немесе жаңа жол таңбасы, көрінбейтін таңба не жұптың жартысы)} other {__proto__ кілті бар}}.{what, select, entry { Маңыздысын енгізіп, қалғанын құжат ретінде тіркеңіз.} other {}}',
    missing:
      '{what, select, by {Жазбаны кім енгізетінін көрсетіңіз: by.} reason {Сипаттаманың неге өзгеретінін көрсетіңіз: reason.} content {content ішінде келісім файлындағыдай сипаттама болуға тиіс.} other {keys ішінде сенім білдірілген органдар тізілуге тиіс.}}',
    entryWithoutType: 'Сұрауда жазба (entry) қажет: онда кемінде id және type өрістері болуға тиіс.',
    unknownType: '{type} түріндегі жазба жоқ. Белгілі түрлер: {known}.',
    malformedEntry: '{id, select, none {Белгісі жоқ жазба} other {{id} жазбасы}} ({type}) бұл түрінде қабылданбайды: {issues}.',
    malformedRequest:
      '{what, select, notice {Хабарлама} protocol {Хаттама} entry {Жазба} body {Сұраудың мазмұны} query {Сұраудың параметрлері} param {Сұраудың мекенжайы} other {Сұрау ({what})}} бұл түрінде қабылданбайды: {issues}.',
    wrongUpdate: '{update} сұрауы {wanted} түріндегі жазбаны қабылдайды, {type} емес.',
    otherUpdate: '{type} түріндегі жазба {update} сұрауымен енгізіледі.',
    misnamedWorkflow: 'Мына идентификатормен бастаңыз: {workflowId}; сонда екі рет жүргізілмейді.',
    incompleteStart:
      '{what, select, agreement {Келісім} notice {Хабарлама} delivery {Хаттарды жіберу} other {Хаттама}}: {needs} және {workflowId} идентификаторы қажет.',
    unusableDescription: 'Сипаттаманы пайдалану мүмкін емес: {mistakes}.',
    misnamedDescription: 'Сипаттама мынаған қатысты: {named}; сұралғаны: {asked}.',
    unknownAgreement: 'Тізілімде {agreement} келісімі жоқ. Барлары: npx servanda agreement list.',
    noDescription: 'Тізілімде {agreement} сипаттамасы жоқ. Келісімді ашыңыз: npx servanda agreement open FILE.',
    fixedField:
      '{id} жазбасы {field, select, id {белгіні} type {жазбаның түрін} by {Тарапты} protocol {қай хаттамаға қатысты екенін} other {қай жазбаға қатысты екенін}} түзете алмайды. {of} жазбасын алып тастап, дұрысын енгізіңіз.',
    nothingCorrected: '{id} жазбасы {of} жазбасының ештеңесін түзетпейді. Нені түзету керегін көрсетіңіз, мысалы алынған күнін.',
    unknownParty: '{what}: {party} Тарап емес. Тараптар: {parties}.',
    datesOutOfOrder:
      '{id}: {later} ({laterDay}) мынадан бұрын: {earlier} ({earlierDay}). Хабарламаға алдымен күн қойылады, содан соң жіберіледі, содан соң алынады; күндерді тексеріңіз.',
    futureDay:
      '{id}: {field, select, received {алынған күні } other {}}{notAfter, select, none {{day}} other {{day} – {notAfter}}} әлі келген жоқ; бүгін: {today}{zone, select, none {} other { ({zone}; алушы Тарап: {receiver})}}. Болған кезде енгізіңіз немесе салдарын қараңыз: simulate.{works, select, none {} other { Егер бұл келісіліп немесе жарияланып қойған болса, сол жасалған күнді енгізіп, ал алдағы күнді {works, select, date {күшіне ену күні} firstDayOut {күшінде болмайтын бірінші күн} other {қолданыла бастайтын күн}} ретінде көрсетіңіз.}}',
    futureRecording: 'Енгізу күні {recorded} әлі келген жоқ; бүгін: {today}. Бүгін енгізу үшін бұл күнді көрсетпеңіз.',
    reservedId: '{id} белгісі хабарлама немесе хаттама қадамының түрінде. Жазбаға басқа белгі беріңіз.',
    idUsedTwice: '{id} белгісі екі рет қолданылған. Әр жазбаға өз белгісін беріңіз.',
    idInUse:
      '{agreement} тізілімінде {id} белгісі мазмұны басқа жазбада қолданылған. Тізілімде, {line}-жол, енгізген: {by}: {existing}. Ұсынылғаны: {offered}. Ештеңе жазылған жоқ. Жаңа жазбаға өз белгісін беріңіз; енгізілгенді өзгерту үшін {id} жазбасының түзетуін енгізіңіз.',
    keptElsewhere:
      '{agreement} келісімін {asRehearsal, select, true {оқу мысалы} other {нақты келісім}} ретінде ашу мүмкін емес: {register} оны {asRehearsal, select, true {нақты келісім} other {оқу мысалы}} ретінде жүргізеді, ал олар араластырылмайды. Ештеңе жазылған жоқ. Жаңасына басқа белгі беріңіз немесе басқа қалтада жүргізіңіз (SERVANDA_HOME). {asRehearsal, select, true {Оқу мысалының файлында "rehearsal: true" көрсетіледі.} other {Оқу мысалдары қажет болмаған кезде {register} басқа жерге көшірілуі мүмкін.}}',
    otherwiseDescribed:
      'Рұқсат етілмейді: сипаттамасы бойынша {agreement} – {asRehearsal, select, true {нақты келісім} other {оқу мысалы}}, ал оны {asRehearsal, select, true {оқу мысалы} other {нақты келісім}} ретінде жүргізу сұралған. Ештеңе жазылған жоқ. Сипаттамадағы "rehearsal" мәнін сұраудағыдай етіп көрсетіңіз.',
    unknownOf: '{id} жазбасы {of} жазбасына қатысты, ал ондай жазба тізілімде жоқ. Жазбалар тізімі: npx servanda agreement show AGREEMENT.',
    correctsAmendment:
      '{id} жазбасы {of} жазбасын түзетер еді, ал ол – {type}. {of} жазбасын алып тастаңыз немесе {target} жазбасын тағы түзетіңіз.',
    asCorrected: '{correction} түзетуін ескергенде қабылданбайды. {refusal}',
    revokesNoNotice:
      '{id} жазбасы {of} жазбасын кері қайтарып алар еді, ал ол – {type}. Тек тоқтату туралы хабарлама кері қайтарып алынады.',
    revokesOthers:
      '{by} Тарабы {of} хабарламасын кері қайтарып ала алмайды: ол екінші Тараптың хабарламасы ({owner}). Тарап тек өз хабарламаларын кері қайтарып алады.',
    consentsToNoRevocation: '{id} жазбасы {of} жазбасына келісім берер еді, ал ол – {type}. Келісім кері қайтарып алуға беріледі.',
    consentsToOwn: '{by} Тарабы өз хабарламасын кері қайтарып алуға ({of}) келісім бере алмайды; оны екінші Тарап береді.',
    notFolded:
      '{entered, select, none {} other {{entered} жазбасы енгізілді, {line}-жол. }}{agreement} бойынша жай-күйді есептеу мүмкін емес: {why} {entry, select, none {Мұны бірде-бір жазба түсіндірмейді: сипаттаманы тексеріп, өзгертіңіз: npx servanda agreement revise FILE --reason "…".} other {Себебі {entry} жазбасында. Оны алып тастап (тізілімде: npx servanda strike {agreement} {entry} --reason "…"), дұрыстап енгізіңіз.}}{isWritten, select, true {} other { Ештеңе жазылған жоқ.}}',
    notFoldedWith:
      '{entry} жазбасымен {agreement} бойынша жай-күйді есептеу мүмкін емес: {why} Ештеңе жазылған жоқ.{isBug, select, true { Жазбаның мазмұнын тексеріңіз; ол дұрыс болса, servanda ақауы туралы хабарлаңыз.} other {}}',
    beyondFold: '{entered, select, none {} other {{entered} жазбасы енгізілді, {line}-жол. }}{why}',
    notOfThisDesk:
      '{direction, select, ours {{by} Тарабының хабарламасы мұнда жасалмайды: мұнда {desk} Тарабының істері жүргізіледі. Келіп түскені мына команданың көмегімен енгізіледі: notice enter.} other {{by} Тарабының істері осында жүргізіледі, сондықтан оның хабарламасы мұнда келіп түспейді. Өз хабарламаңыз мына команданың көмегімен жасалады: notice draft.}}',
    noTerminationClause: 'Келісімде тоқтату туралы хабарлама жөнінде ереже жоқ.',
    revokesUnknown: 'Тізілімде тоқтату туралы {of} хабарламасы жоқ. Әлі алынбаған хабарлама notice recall командасымен қайтарылады.',
    visitOutOfOrder: 'Соңғы күні ({until}) бірінші күнінен ({from}) бұрын. Күндерді тексеріңіз.',
    numberOfEntry: '{number} жазба белгісі ретінде қолданылған. Хабарламаға басқа нөмір беріңіз.',
    numberInUse: '{number} нөмірі басқа хабарламада. Бұған басқа нөмір беріңіз.',
    fourEyes:
      '{notice} хабарламасы: {did, select, decided {ол туралы шешімді осы адам енгізген ({person})} other {оны осы адам жасаған немесе соңғы рет өзгерткен ({person})}}; басқа адам бекітуге тиіс.',
    notApproved: '{notice} хабарламасы бекітілмеген; жіберілгенге дейін оны жасаушыдан басқа адам бекітуге тиіс.',
    notApprovable: '{notice} хабарламасын бекіту мүмкін емес. Жай-күйі: {state}.',
    notDispatchable: '{notice} хабарламасын жіберу мүмкін емес. Жай-күйі: {state}.',
    tooLateToDispatch: '{notice} хабарламасын енді жіберуге болмайды. {why}',
    dispatchInFuture: '{notice} хабарламасы: жіберу күні {on} әлі келген жоқ; бүгін: {today}. Жіберілген кезде енгізіңіз.',
    datedAfterDispatch: '{notice} хабарламасы: қойылған күні {dated} жіберілген күннен ({on}) кейін. Күндерді тексеріңіз.',
    receivedBeforeDispatch: '{notice} хабарламасы: алынған күні {received} жіберілген күннен ({dispatched}) бұрын. Күндерді тексеріңіз.',
    notReceivable:
      '{notice} хабарламасының алынуын енгізу мүмкін емес. Жай-күйі: {state}.{stage, select, drafted { Алдымен оны жіберу қажет.} approved { Алдымен оны жіберу қажет.} other {}}',
    alreadyReceived:
      '{notice} хабарламасы алынды; оны алынғанға дейін ғана қайтаруға болады. Енді кері қайтарып алу қажет: npx servanda notice revoke AGREEMENT {notice}.',
    notRecallable: '{notice} хабарламасын қайтару мүмкін емес. Жай-күйі: {state}.',
    notReturnable: '{notice} хабарламасының қайтып келуін енгізу мүмкін емес. Жай-күйі: {state}.',
    notAmendable: '{notice} хабарламасының мәтінін енді өзгертуге болмайды. Жай-күйі: {state}.',
    notTheirs: '{notice} хабарламасы біздікі: тек екінші Тараптың хабарламасы қаралады.',
    alreadyExamined: '{notice} хабарламасы қаралған. Жай-күйі: {state}.',
    unknownProtocol: '{protocol} хаттамасы ({agreement}) туралы ештеңе белгісіз.',
    unproposedProtocol:
      'Тізілімде {protocol} хаттамасы жоқ. Алдымен ұсынысын енгізіңіз (protocol propose) немесе белгісін тексеріңіз (protocol list).',
    openedOtherwise:
      '{protocol} хаттамасы басқа атаумен немесе басқа өзгерістермен ашылған. Басқа белгі алыңыз немесе қол қойылған өзгерістерді көрсетіңіз: protocol sign --changes.',
    beforeProtocol:
      '{protocol} хаттамасы: {day} күні {since} күнінен бұрын ({stage, select, proposed {ұсынылды} agreed {келісілді} other {қол қойылды}}). Күнді тексеріңіз.',
    notAgreeable: '{protocol} хаттамасының мәтінін келісу мүмкін емес. Жай-күйі: {state}.',
    notSettleable: '{protocol} хаттамасының мәтіндері келісілгеннен кейін және қол қойылғанға дейін белгіленеді. Жай-күйі: {state}.',
    notAuthentic: '{protocol} хаттамасы: {language} келісімнің теңтүпнұсқалық тілі емес. Теңтүпнұсқалық тілдер: {languages}.',
    alreadySettled: '{protocol} хаттамасы: мәтін белгіленіп қойған (тілі: {language}).',
    notSignable: '{protocol} хаттамасына қол қою мүмкін емес. Жай-күйі: {state}.',
    textsMissing: '{protocol} хаттамасы: мәтін белгіленбеген, тілдері: {languages}. Әрқайсысын белгілеңіз: protocol text.',
    notAbandonable: '{protocol} хаттамасынан бас тарту мүмкін емес. Жай-күйі: {state}.',
    roleNeeded:
      '{person}: мына әрекетке құқығы жоқ: {what}{type, select, none {} other {: {type}{together, select, true { (бұл әрекетті екі Тарап бірге жасайды)} other {}}}}. Құқығы бар: {roles}{party, select, none {} other { ({party} атынан) немесе тіркеуші}}.',
    otherParty:
      '{person} {actsFor} атынан әрекет етеді және екінші Тараптың ({party}) әрекеттерін енгізе алмайды. {party} атынан әрекет ететін лауазымды адамға немесе тіркеушіге жүгініңіз.',
    otherDesk: '{person} {actsFor} атынан әрекет етеді; мұнда мына әрекетке құқығы жоқ: {what} (Тарап: {party}).',
    serviceAlone: '{person} қызмет болып табылады және тек белгілі бір адамның құқығы бойынша жазба енгізеді.',
    ownWorkflowsOnly: 'Рұқсат етілмейді: {activity} әрекеті тек servanda процестері үшін орындалады. Ештеңе жазылған жоқ.',
    timeAhead:
      'Рұқсат етілмейді: процестің уақыты {now} UTC, ал қызметтің сағаты {clock} UTC. Уақыт тек жаттығу келісімдерінде ілгері жылжытылады. Ештеңе жазылған жоқ.',
    carriedForeign:
      'Іске қосылмады: {agreement} процесінің алдыңғы іске қосылу туралы мәліметі тізілімге сәйкес емес, онда {lines} жол бар. Тізілімнен қайта іске қосыңыз: npx servanda register rebuild.',
    headMoved:
      'Енгізілмеді: салдары көрсетілгеннен бері {agreement} тізілімі {shown}-жолдан {lines}-жолға жылжыды. Салдарын қайта қараңыз.',
    nothingToAcknowledge:
      '{person, select, none {Растайтын ештеңе жоқ: {agreement} бойынша жауап күтетін еске салу жоқ.} other {{agreement} бойынша еске салулар бұған дейін расталған: {person}, {on}.}}{ends, select, none {} other { Енді еске салынбайды: келісімнің қолданылуы тоқтайды, қолданыстағы соңғы күні – {ends}.}}{next, select, none {} other { Келесісі жіберілетін күн: {next}.}}',
    noFactOf: 'Рұқсат етілмейді: бұл факт {what} процесіне қойылған сұраудан ({asked}) туындамайды. Ештеңе жазылған жоқ.',
    notProcessed: 'Мұны өңдеу мүмкін емес: {why}. Ештеңе жазылған жоқ. Бұл servanda қатесі: сұраумен бірге хабарлаңыз.',
    undecoded: 'Жіберілгенді оқу мүмкін емес ({why}).',
    otherAuthorities:
      'Рұқсат етілмейді: тізілім аталғандардан басқа органдарға сенеді; алдымен оларды тізілімде өзгертіңіз (npx servanda identity trust). Ештеңе жазылған жоқ.',
    rightRefused: 'Рұқсат етілмейді: {fault}. Ештеңе жазылған жоқ.',
  },
  noticeStates: {
    drafted: 'жоба, бекітілмеген',
    approved: 'бекітілген, жіберілмеген',
    returned: 'қайтып келді немесе жоғалды',
    dispatched: 'жолда, алынғаны расталмаған',
    examination: 'алынды, қаралмаған',
    received: 'алынды, қолданыста',
    inEffect: 'салдары туындады',
    revoked: 'кері қайтарып алынды',
    withoutEffect: 'салдары жоқ',
    recalled: 'алынғанға дейін қайтарылды',
    defective: 'кемшілігі бар',
  },
  protocolStates: {
    proposed: 'ұсынылды, мәтіні келісілмеген',
    agreed: 'келісілді, қол қойылмаған',
    signed: 'қол қойылды',
    inForce: 'келісімнің ажырамас бөлігі ретінде күшінде',
    neverOperates: 'салдары жоқ: келісім бұрын тоқтады',
    abandoned: 'одан бас тартылды',
  },
  asked: {
    open: 'келісімді ашу',
    revise: 'келісімнің сипаттамасын өзгерту',
    replan: 'келісім бойынша жай-күйді қайта есептеу',
    trust: 'сенім білдірілген органдарды белгілеу',
    revoke: 'құқықты жою',
    amend: 'хабарламаны өзгерту',
    approve: 'хабарламаны бекіту',
    dispatch: 'хабарламаның жіберілуін енгізу',
    confirmReceipt: 'хабарламаның алынуын енгізу',
    markReturned: 'хабарламаның қайтып келуін енгізу',
    recall: 'хабарламаны алынғанға дейін қайтару',
    accept: 'хабарламаны қабылдау',
    findDefective: 'хабарламаның кемшілігін тану',
    agree: 'хаттаманың келісілуін енгізу (оны екі Тарап бірге жасайды)',
    settleText: 'хаттама мәтінін белгілеу',
    sign: 'хаттамаға қол қойылуын енгізу (оны екі Тарап бірге жасайды)',
    abandon: 'хаттамадан бас тартуды енгізу (оны екі Тарап бірге жасайды)',
    record: 'жазба енгізу',
    recordTogether: 'жазба енгізу',
    correct: 'жазбаны түзету',
    strike: 'жазбаны алып тастау',
    attach: 'құжаттарды тіркеу',
    attachToNotice: 'хабарламаға құжаттарды тіркеу',
    draft: 'хабарламаны жасау немесе қабылдап алу',
    openProtocol: 'хаттаманы ашу',
  },
  entryTypes,
  paths: {
    'content.by': 'Хабарламаны жіберген Тарап',
    'content.payer': 'Шығысты көтеретін Тарап',
    'proposal.by': 'Хаттаманы ұсынған Тарап',
  },
  dates: { dated: 'қойылған күні', dispatched: 'жіберілген күні', received: 'алынған күні' },
  roles: {
    reader: 'оқырман',
    drafter: 'жасаушы',
    approver: 'бекітуші',
    registrar: 'тіркеуші',
    operator: 'оператор',
    service: 'қызмет',
  },
  whole: 'сұрау',
  shapes: {
    missing: '{path}: көрсетілмеген',
    day: '{path}: 2004-03-01 түріндегі, бар күнтізбелік күн болуға тиіс (0200-01-01 – 2999-12-31)',
    bounds:
      '{path}: notBefore: 1998-01-01, notAfter: 1998-12-31 түріндегі шектер болуға тиіс, біріншісі екіншісінен бұрын, арасы он жылдан аспайды',
    exactDay:
      '{path}: бір күн болуға тиіс, өйткені тоқтату туралы хабарламаның мерзімінде берілуі соған байланысты; шектер қабылданбайды. Күні белгілі болғанда енгізіңіз; оған дейін simulate алғашқы және соңғы ықтимал күннің салдарын көрсетеді',
    someDate: '{path}: көрсетілуге тиіс, ал белгісіз болса, dated немесе dispatched көрсетіледі',
    length: '{path}: P5Y, P6M немесе P90D түріндегі мерзім болуға тиіс',
    lengthOrUntil: 'until және length бірге көрсетілмейді: біреуін көрсетіңіз',
    id: '{path}: әріптер, цифрлар, нүктелер, дефистер және астын сызу белгілері, 1-ден {limit} таңбаға дейін',
    party: '{path}: Тараптың коды болуға тиіс, мысалы KZ',
    language: '{path}: тіл коды болуға тиіс, мысалы ru',
    hash: '{path}: 64 он алтылық цифр болуға тиіс',
    text: '{path}: мәтін болуға тиіс',
    type: '{path}: {values, select, object {объект} record {объект} array {тізім} tuple {тізім} number {сан} int {бүтін сан} boolean {true не false} other {{values} түріндегі мән}} болуға тиіс',
    oneOf: '{path}: мына мәндердің бірі болуға тиіс: {values}',
    tooLong: '{path}: {limit} таңбадан аспауға тиіс',
    fromOneTo: '{path}: 1-ден {limit} дейінгі бүтін сан болуы керек',
    unknownFields:
      '{path, select, none {} other {{path}: }}{values}: мұнда мұндай атау жоқ{near, select, none {} other { (мүмкін, {near} шығар?)}}',
    ofTheirsOnly: '{path}: тек екінші Тараптың хабарламасына қатысты (direction: theirs)',
    other: '{path, select, none {} other {{path}: }}{said}',
  },
  rights: {
    notShown: 'құқық көрсетілген жоқ',
    notCarried:
      'сұрауда құқық жоқ. Оған өз куәлігіңізбен қол қойып, шыққан мәтінді жіберіңіз: npx servanda identity sign {workflow} {name} --request JSON (куәлікті оператор береді: npx servanda identity issue)',
    noIdentity:
      'сұрауда құқық жоқ, ал мұнда оған қол қоятын куәлік те жоқ (файлын көрсетіңіз: SERVANDA_IDENTITY; куәлікті оператор береді: npx servanda identity issue)',
    tooLong: 'құқық тым ұзын',
    notSigned: 'бұл қол қойылған құқық емес',
    otherHeader: 'тақырыбы қабылданбайды: alg EdDSA болуға, ал crit болмауға тиіс',
    incomplete: 'онда қажеттінің бәрі көрсетілмеген',
    serviceOnly: 'адам атынан тек қызметтің өзі әрекет етеді',
    ownName: 'адамның құқығы қызмет өз атынан сұрайтын нәрсе үшін көрсетілген',
    otherAudience: 'құқық {of} үшін берілген, ал сұрау {asked} атына жіберілген',
    otherRequest: 'құқық басқа сұрауға берілген: қол қойылғаннан кейін сұрау өзгертілген',
    notByAuthority: 'куәлікке онда аталған орган қол қоймаған',
    notByPerson: 'құқыққа куәлікте көрсетілген кілтпен қол қойылмаған',
    otherKind:
      '{wanted, select, right {құқық} other {куәлік}} қажет, ал көрсетілгені – {is, select, right {құқық} identity {куәлік} other {басқа нәрсе: {is}}}',
    unknownIssuer: 'куәлікті мұнда сенім білдірілмеген орган берген: {issuer, select, none {аталмаған} other {{issuer}}}',
    otherPerson: 'сұрауда {by} көрсетілген, ал құқық иесі: {person}',
    usedBefore: 'бұл құқық {agreement} келісімінің {entry} жазбасы үшін пайдаланылған, онымен қайта сұралды',
    refusedBefore: 'бұл құқық бұрын көрсетілген және қабылданбаған{why, select, none {} other { ({why})}}; қайта сұраңыз',
    notYet: 'бұл тек мына уақыттан бастап жарамды: {from}; ол уақыт өтіп кетсе, сағат дұрыс емес: қазір {now}',
    tooOld: 'құқыққа тым ертеде қол қойылған, мерзімі өтті ({on}); қайта сұраңыз',
    identityExpired: 'куәліктің мерзімі өтті: {on} (тұлға: {person}); жаңасын алыңыз',
    identityRevoked: 'куәлік кері қайтарылды: {on} (тұлға: {person}; себебі: {reason})',
    keyInUse: '{authority} белгісімен басқа кілтке сенім білдірілген; бұған басқа белгі беріңіз немесе анаған сенімді алып тастаңыз',
    onlyAuthority: '{authority} – сенім білдірілген жалғыз орган; алдымен басқасын қосыңыз',
    otherAuthorities: 'тізілім аталғандардан басқа органдарға сенеді; алдымен оларды тізілімде өзгертіңіз (npx servanda identity trust)',
  },
  folds: {
    unreadable: 'servanda бағдарламасының бұл нұсқасы {line} сипаттамасын оқи алмайды: {mistakes}.',
    thrown: '{said}',
  },
  withBasis: '{said} ({basis})',
  fourEyes: 'екі адам қағидаты',
};
