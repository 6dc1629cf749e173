/** Russian. */
import { entryTypes } from '../entry-types/ru.ts';
import type { RefusalWording } from './messages.ts';

export const refusals: RefusalWording = {
  messages: {
    beyondLimit:
      '{what, select, entry {Запись} description {Описание} notice {Уведомление} protocol {Протокол} reason {Причина} other {Запрос}}: {why, select, tooLong {превышен предел длины, знаков: {limit}} tooDeep {превышен предел вложенности, уровней: {limit}} notText {есть знак, недопустимый в тексте (управляющий, форматирующий, невидимый или знак новой строки, половина пары)} other {есть ключ __proto__}}.{what, select, entry { Внесите существенное, остальное приложите документом.} other {}}',
    missing:
      '{what, select, by {Укажите, кто вносит запись: by.} reason {Укажите, почему меняется описание: reason.} content {В content должно быть описание, как в файле соглашения.} other {В keys должны быть перечислены доверенные органы.}}',
    entryWithoutType: 'В запросе нужна запись (entry): объект, в котором есть по меньшей мере id и type.',
    unknownType: 'Записи вида {type} не существует. Известные виды: {known}.',
    malformedEntry: 'Запись {id, select, none {без обозначения} other {{id}}} ({type}) в таком виде принять нельзя: {issues}.',
    malformedRequest:
      '{what, select, notice {Уведомление} protocol {Протокол} entry {Запись} body {Тело запроса} query {Параметры запроса} param {Адрес запроса} other {Запрос ({what})}} в таком виде принять нельзя: {issues}.',
    wrongUpdate: '{update} принимает записи вида {wanted}, а не {type}.',
    otherUpdate: 'Запись вида {type} вносится запросом {update}.',
    misnamedWorkflow: 'Запустите под идентификатором {workflowId}: тогда ведение не будет двойным.',
    incompleteStart:
      '{what, select, agreement {Соглашение} notice {Уведомление} delivery {Отправка писем} other {Протокол}}: нужны {needs}, а также идентификатор {workflowId}.',
    unusableDescription: 'Описание использовать нельзя: {mistakes}.',
    misnamedDescription: 'Описание относится к {named}, а не к {asked}.',
    unknownAgreement: 'В реестре нет соглашения {agreement}. Какие есть: npx servanda agreement list.',
    noDescription: 'В реестре нет описания {agreement}. Откройте соглашение: npx servanda agreement open FILE.',
    fixedField:
      'Запись {id} не может исправить {field, select, id {обозначение} type {вид записи} by {Сторону} protocol {протокол, к которому она относится} other {запись, к которой она относится}}. Исключите запись {of} и внесите верную.',
    nothingCorrected: 'Запись {id} не исправляет ни одного поля записи {of}. Укажите, что исправить, например день получения.',
    unknownParty: '{what}: {party} не является Стороной. Стороны: {parties}.',
    datesOutOfOrder:
      '{id}: {later} ({laterDay}) раньше, чем {earlier} ({earlierDay}). Уведомление сначала датируется, затем отправляется, затем поступает; проверьте даты.',
    futureDay:
      '{id}: {field, select, received {день получения } other {}}{notAfter, select, none {{day}} other {с {day} по {notAfter}}} ещё не наступил; сегодня {today}{zone, select, none {} other { ({zone}; получающая Сторона: {receiver})}}. Внесите запись, когда это произойдёт, или посмотрите последствия: simulate.{works, select, none {} other { Если это уже согласовано или опубликовано, внесите день, когда это сделано, а предстоящий день – как {works, select, date {день вступления в силу} firstDayOut {первый день, когда соглашение не действует} other {день, с которого это применяется}}.}}',
    futureRecording: 'День внесения {recorded} ещё не наступил; сегодня {today}. Чтобы внести запись сегодня, не указывайте этот день.',
    reservedId: 'Обозначение {id} имеет вид шага уведомления или протокола. Дайте записи другое обозначение.',
    idUsedTwice: 'Обозначение {id} использовано дважды. Дайте каждой записи своё обозначение.',
    idInUse:
      'Обозначение {id} в реестре {agreement} уже занято записью с другим содержанием. В реестре, строка {line}, внёс {by}: {existing}. Предложено: {offered}. Ничего не записано. Дайте новой записи своё обозначение; чтобы изменить внесённое, внесите исправление записи {id}.',
    keptElsewhere:
      'Соглашение {agreement} нельзя открыть как {asRehearsal, select, true {репетицию} other {настоящее}}: в {register} оно ведётся как {asRehearsal, select, true {настоящее} other {репетиция}}, а те и другие не смешиваются. Ничего не записано. Дайте новому соглашению другое обозначение или ведите его в другой папке (SERVANDA_HOME). {asRehearsal, select, true {В файле репетиции указано "rehearsal: true".} other {Когда репетиции больше не нужны, {register} можно убрать.}}',
    otherwiseDescribed:
      'Не разрешено: по описанию {agreement} – {asRehearsal, select, true {настоящее соглашение} other {репетиция}}, а вести его предложено как {asRehearsal, select, true {репетицию} other {настоящее}}. Ничего не записано. Укажите "rehearsal" в описании так же, как в запросе.',
    unknownOf: 'Запись {id} относится к {of}, а такой записи в реестре нет. Список записей: npx servanda agreement show AGREEMENT.',
    correctsAmendment: 'Запись {id} исправляла бы {of}, а это {type}. Исключите {of} или исправьте ещё раз {target}.',
    asCorrected: 'Отказано с учётом исправления {correction}. {refusal}',
    revokesNoNotice: 'Запись {id} отзывала бы {of}, а это {type}. Отзывается только уведомление о прекращении.',
    revokesOthers:
      'Сторона {by} не может отозвать {of}: это уведомление другой Стороны ({owner}). Сторона отзывает только свои уведомления.',
    consentsToNoRevocation: 'Запись {id} выражала бы согласие с {of}, а это {type}. Согласие даётся на отзыв.',
    consentsToOwn: 'Сторона {by} не может дать согласие на собственный отзыв {of}; его даёт другая Сторона.',
    notFolded:
      '{entered, select, none {} other {Внесена запись {entered}, строка {line}. }}Положение по {agreement} вычислить не удаётся: {why} {entry, select, none {Ни одна запись этого не объясняет: проверьте описание и измените его: npx servanda agreement revise FILE --reason "…".} other {Причина в записи {entry}. Исключите её (в реестре: npx servanda strike {agreement} {entry} --reason "…") и внесите верно.}}{isWritten, select, true {} other { Ничего не записано.}}',
    notFoldedWith:
      'С записью {entry} положение по {agreement} вычислить не удаётся: {why} Ничего не записано.{isBug, select, true { Проверьте содержание записи; если оно верно, сообщите о неисправности servanda.} other {}}',
    beyondFold: '{entered, select, none {} other {Внесена запись {entered}, строка {line}. }}{why}',
    notOfThisDesk:
      '{direction, select, ours {Уведомление Стороны {by} здесь не составляется: здесь ведутся дела Стороны {desk}. Поступившее вносится командой: notice enter.} other {Уведомление Стороны {by}, дела которой ведутся здесь, не может поступить сюда. Своё составляется командой: notice draft.}}',
    noTerminationClause: 'В соглашении нет положения об уведомлении о прекращении.',
    revokesUnknown:
      'В реестре нет уведомления о прекращении {of}. Уведомление, которое ещё не получено, не отзывается по праву, а возвращается: notice recall.',
    visitOutOfOrder: 'Последний день ({until}) раньше первого ({from}). Проверьте даты.',
    numberOfEntry: '{number} уже является обозначением записи. Дайте уведомлению другой номер.',
    numberInUse: 'Номер {number} принадлежит другому уведомлению. Дайте этому другой номер.',
    fourEyes:
      'Уведомление {notice}: {did, select, decided {решение о нём внесено тем же лицом ({person})} other {его составило или последним изменило то же лицо ({person})}}; утвердить должно другое лицо.',
    notApproved: 'Уведомление {notice} не утверждено; до отправки его должно утвердить другое лицо, не составитель.',
    notApprovable: 'Уведомление {notice} утвердить нельзя. Состояние: {state}.',
    notDispatchable: 'Уведомление {notice} отправить нельзя. Состояние: {state}.',
    tooLateToDispatch: 'Уведомление {notice} больше нельзя отправить. {why}',
    dispatchInFuture: 'Уведомление {notice}: день отправки {on} ещё не наступил; сегодня {today}. Внесите отправку, когда она состоится.',
    datedAfterDispatch: 'Уведомление {notice}: его дата {dated} позже дня отправки {on}. Проверьте даты.',
    receivedBeforeDispatch: 'Уведомление {notice}: день получения {received} раньше дня отправки {dispatched}. Проверьте даты.',
    notReceivable:
      'Получение уведомления {notice} внести нельзя. Состояние: {state}.{stage, select, drafted { Сначала его нужно отправить.} approved { Сначала его нужно отправить.} other {}}',
    alreadyReceived:
      'Уведомление {notice} уже получено; вернуть его можно только до получения. Теперь необходим отзыв: npx servanda notice revoke AGREEMENT {notice}.',
    notRecallable: 'Уведомление {notice} вернуть нельзя. Состояние: {state}.',
    notReturnable: 'Возврат уведомления {notice} внести нельзя. Состояние: {state}.',
    notAmendable: 'Текст уведомления {notice} больше нельзя изменить. Состояние: {state}.',
    notTheirs: 'Уведомление {notice} исходит от нас: рассматриваются только уведомления другой Стороны.',
    alreadyExamined: 'Уведомление {notice} уже рассмотрено. Состояние: {state}.',
    unknownProtocol: 'О протоколе {protocol} ({agreement}) ничего не известно.',
    unproposedProtocol:
      'В реестре нет протокола {protocol}. Сначала внесите его предложение (protocol propose) или проверьте обозначение (protocol list).',
    openedOtherwise:
      'Протокол {protocol} уже открыт с другим названием или другими изменениями. Возьмите другое обозначение или укажите подписанные изменения: protocol sign --changes.',
    beforeProtocol:
      'Протокол {protocol}: {day} раньше дня, когда он был {stage, select, proposed {предложен} agreed {согласован} other {подписан}} ({since}). Проверьте дату.',
    notAgreeable: 'Текст протокола {protocol} согласовать нельзя. Состояние: {state}.',
    notSettleable: 'Тексты протокола {protocol} устанавливаются после согласования и до подписания. Состояние: {state}.',
    notAuthentic: 'Протокол {protocol}: {language} не является аутентичным языком соглашения. Аутентичные языки: {languages}.',
    alreadySettled: 'Протокол {protocol}: текст уже установлен (язык: {language}).',
    notSignable: 'Протокол {protocol} подписать нельзя. Состояние: {state}.',
    textsMissing: 'Протокол {protocol}: текст не установлен (языки: {languages}). Установите каждый: protocol text.',
    notAbandonable: 'От протокола {protocol} нельзя отказаться. Состояние: {state}.',
    roleNeeded:
      '{person}: нет права {what}{type, select, none {} other {{together, select, true {: {type} (это действие совершают обе Стороны)} other {: {type}}}}}. Это право имеет: {roles}{party, select, none {} other { (за {party}) либо регистратор}}.',
    otherParty:
      '{person} действует за {actsFor} и не вправе вносить действия другой Стороны ({party}). Обратитесь к должностному лицу за {party} или к регистратору.',
    otherDesk: '{person} действует за {actsFor}; здесь нет права {what} (Сторона: {party}).',
    serviceAlone: '{person} является службой и вносит записи только по праву какого-либо лица.',
    ownWorkflowsOnly: 'Не разрешено: действие {activity} выполняется только для процессов самой servanda. Ничего не записано.',
    timeAhead:
      'Не разрешено: у процесса {now} UTC, а по часам службы {clock} UTC. Время пропускается только в репетициях. Ничего не записано.',
    carriedForeign:
      'Не запущено: сведения этого запуска {agreement} о предыдущем не соответствуют реестру, в котором {lines} строк. Запустите процесс из реестра: npx servanda register rebuild.',
    headMoved:
      'Не внесено: с тех пор как были показаны последствия, реестр {agreement} продвинулся от строки {shown} до строки {lines}. Посмотрите последствия ещё раз.',
    nothingToAcknowledge:
      '{person, select, none {Подтверждать нечего: действующего напоминания по {agreement} нет.} other {Напоминания по {agreement} уже подтверждены: {person}, {on}.}}{ends, select, none {} other { Новых не будет: соглашение прекращается, последний день действия – {ends}.}}{next, select, none {} other { Следующее будет отправлено {next}.}}',
    noFactOf: 'Не разрешено: этот факт не следует из запроса ({asked}) к {what}. Ничего не записано.',
    notProcessed: 'Это не может быть обработано: {why}. Ничего не записано. Это ошибка servanda: сообщите о ней вместе с запросом.',
    undecoded: 'Присланное не удаётся раскодировать ({why}).',
    otherAuthorities:
      'Не разрешено: реестр доверяет другим органам, чем названные; сначала измените их в реестре (npx servanda identity trust). Ничего не записано.',
    rightRefused: 'Не разрешено: {fault}. Ничего не записано.',
  },
  noticeStates: {
    drafted: 'проект, не утверждено',
    approved: 'утверждено, не отправлено',
    returned: 'возвращено или утрачено',
    dispatched: 'в пути, получение не подтверждено',
    examination: 'получено, не рассмотрено',
    received: 'получено и действует',
    inEffect: 'возымело действие',
    revoked: 'отозвано',
    withoutEffect: 'без последствий',
    recalled: 'возвращено до получения',
    defective: 'с недостатком',
  },
  protocolStates: {
    proposed: 'предложен, текст не согласован',
    agreed: 'согласован, не подписан',
    signed: 'подписан',
    inForce: 'действует как неотъемлемая часть соглашения',
    neverOperates: 'без последствий: соглашение прекратилось раньше',
    abandoned: 'от него отказались',
  },
  asked: {
    open: 'открывать соглашение',
    revise: 'менять описание соглашения',
    replan: 'вычислять положение по соглашению заново',
    trust: 'определять доверенные органы',
    revoke: 'отменять права',
    amend: 'изменять уведомление',
    approve: 'утверждать уведомление',
    dispatch: 'вносить отправку уведомления',
    confirmReceipt: 'вносить получение уведомления',
    markReturned: 'вносить возврат уведомления',
    recall: 'возвращать уведомление до получения',
    accept: 'принимать уведомление',
    findDefective: 'признавать уведомление имеющим недостаток',
    agree: 'вносить согласование протокола, которое совершают обе Стороны',
    settleText: 'устанавливать текст протокола',
    sign: 'вносить подписание протокола, которое совершают обе Стороны',
    abandon: 'вносить отказ от протокола, который совершают обе Стороны',
    record: 'вносить запись',
    recordTogether: 'вносить запись',
    correct: 'исправлять запись',
    strike: 'исключать запись',
    attach: 'прилагать документы',
    attachToNotice: 'прилагать документы к уведомлению',
    draft: 'составлять или принимать уведомление',
    openProtocol: 'открывать протокол',
  },
  entryTypes,
  paths: {
    'content.by': 'Сторона, направившая уведомление',
    'content.payer': 'Сторона, несущая расходы',
    'proposal.by': 'Сторона, предложившая протокол',
  },
  dates: { dated: 'дата', dispatched: 'день отправки', received: 'день получения' },
  roles: {
    reader: 'читатель',
    drafter: 'составитель',
    approver: 'утверждающий',
    registrar: 'регистратор',
    operator: 'оператор',
    service: 'служба',
  },
  whole: 'запрос',
  shapes: {
    missing: '{path}: отсутствует',
    day: '{path}: должна быть существующая календарная дата вида 2004-03-01, с 0200-01-01 по 2999-12-31',
    bounds:
      '{path}: должны быть пределы вида notBefore: 1998-01-01, notAfter: 1998-12-31, первый раньше второго, не более десяти лет между ними',
    exactDay:
      '{path}: должен быть один день, так как от него зависит, в срок ли подано уведомление о прекращении; пределы не принимаются. Внесите уведомление, когда день станет известен; до тех пор simulate покажет последствия первого и последнего возможного дня',
    someDate: '{path}: должно быть указано, а если неизвестно, то dated или dispatched',
    length: '{path}: должен быть срок вида P5Y, P6M или P90D',
    lengthOrUntil: 'until и length исключают друг друга: укажите одно из них',
    id: '{path}: допустимы буквы, цифры, точки, дефисы и подчёркивания, от 1 до {limit} знаков',
    party: '{path}: должен быть код Стороны, например KZ',
    language: '{path}: должен быть код языка, например ru',
    hash: '{path}: должно быть 64 шестнадцатеричных цифры',
    text: '{path}: должен быть текст',
    type: '{path}: ожидается {values, select, object {объект} record {объект} array {список} tuple {список} number {число} int {целое число} boolean {true или false} other {значение вида {values}}}',
    oneOf: '{path}: допустимо одно из значений: {values}',
    tooLong: '{path}: не более {limit} знаков',
    fromOneTo: '{path}: должно быть целое число от 1 до {limit}',
    unknownFields:
      '{path, select, none {} other {{path}: }}{values}: здесь такого нет{near, select, none {} other { (возможно, имелось в виду {near}?)}}',
    ofTheirsOnly: '{path}: относится только к уведомлению другой Стороны (direction: theirs)',
    other: '{path, select, none {} other {{path}: }}{said}',
  },
  rights: {
    notShown: 'право не предъявлено',
    notCarried:
      'в запросе нет права. Подпишите его своим удостоверением и отправьте то, что будет напечатано: npx servanda identity sign {workflow} {name} --request JSON (удостоверения выдаёт оператор: npx servanda identity issue)',
    noIdentity:
      'в запросе нет права, и здесь нет удостоверения, чтобы его подписать (укажите его файл: SERVANDA_IDENTITY; удостоверение выдаёт оператор: npx servanda identity issue)',
    tooLong: 'право слишком длинное',
    notSigned: 'это не подписанное право',
    otherHeader: 'заголовок не принят: alg должно быть EdDSA, а crit быть не должно',
    incomplete: 'в нём указано не всё необходимое',
    serviceOnly: 'от имени лица действует только сама служба',
    ownName: 'право лица предъявлено для того, что служба запрашивает от своего имени',
    otherAudience: 'право выдано для {of}, а запрос направлен в {asked}',
    otherRequest: 'право выдано для другого запроса: после подписания запрос изменён',
    notByAuthority: 'удостоверение подписано не тем органом, который в нём назван',
    notByPerson: 'право подписано не тем ключом, который указан в удостоверении',
    otherKind:
      'требуется {wanted, select, right {право} other {удостоверение}}, а предъявлено {is, select, right {право} identity {удостоверение} other {нечто другое: {is}}}',
    unknownIssuer: 'удостоверение выдано органом, которому здесь не доверяют: {issuer, select, none {не назван} other {{issuer}}}',
    otherPerson: 'в запросе указано {by}, а право принадлежит: {person}',
    usedBefore: 'это право уже использовано для {entry} соглашения {agreement}, о котором с ним запрошено снова',
    refusedBefore: 'это право уже предъявлялось, и в нём отказано{why, select, none {} other { ({why})}}; обратитесь снова',
    notYet: 'это действует с {from}; если это время прошло, часы неверны: сейчас {now}',
    tooOld: 'право подписано слишком давно, срок истёк {on}; обратитесь снова',
    identityExpired: 'срок удостоверения истёк {on} (лицо: {person}); получите новое',
    identityRevoked: 'удостоверение отозвано {on} (лицо: {person}): {reason}',
    keyInUse: 'под обозначением {authority} доверяют другому ключу; дайте этому иное обозначение или откажите в доверии тому',
    onlyAuthority: '{authority} – единственный орган, которому доверяют; сначала добавьте другой',
    otherAuthorities: 'реестр доверяет другим органам, чем названные; сначала измените их в реестре (npx servanda identity trust)',
  },
  folds: {
    unreadable: 'Эта версия servanda не может прочитать описание {line}: {mistakes}.',
    thrown: '{said}',
  },
  withBasis: '{said} ({basis})',
  fourEyes: 'правило двух лиц',
};
