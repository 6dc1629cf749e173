/** Russian. */
import type { ClientMessages } from './messages.ts';

export const client: ClientMessages = {
  invalid: {
    noDay: '{says}.',
    noLength: '{says}.',
    unusableDescription: '{says}',
    unknownFile: '{says}',
    unknownAgreement:
      'В реестре {home} нет соглашения {id}.{near, select, none {} other { Возможно, имелось в виду {near}?}} Какие есть: npx servanda agreement list. Открыть: npx servanda agreement open FILE.',
    unknownEntry:
      'В реестре {agreement} нет записи {id}.{near, select, none {} other { Возможно, имелось в виду {near}?}} Есть: {ids, select, none {нет} other {{ids}}}.',
    unknownNotice: 'По соглашению {agreement} нет уведомления {number}. Какие есть: npx servanda notice list {agreement}.',
    numberInUse: '{number} уже является номером уведомления. Дайте этому другой номер или не указывайте его.',
    noticeOver: 'Уведомление {number} завершено. Состояние: {state}. Больше с ним ничего сделать нельзя.',
    unknownProtocol: 'По соглашению {agreement} нет протокола {protocol}. Какие есть: npx servanda protocol list {agreement}.',
    protocolExists:
      'По соглашению {agreement} уже есть протокол {protocol}. Дайте этому другое обозначение или посмотрите его: npx servanda protocol show {agreement} {protocol}.',
    unfitFact: 'Запись {id} ({type}) в таком виде внести нельзя:',
    webhook:
      'Вебхук получателя {recipient} ({url}): {why, select, http {не по https} other {адрес не из общедоступной сети}}. Ничего не внесено. Укажите https и общедоступный адрес; если нужен именно этот, назовите его там, где работает рабочий процесс, и здесь: SERVANDA_WEBHOOK_ALLOW={origin}.',
    tellingId:
      '{file}: обозначение {id} раскрывает: {parts}, а Temporal хранит обозначения открыто. При SERVANDA_HIDE_PARTIES дайте соглашению обозначение, которое ничего не раскрывает, например treaty-17.',
    noIdentity:
      'В {folder} нет удостоверения: {person}. Его выдаёт оператор: npx servanda identity issue --person <typed>{person}</typed> --for PARTY --roles ROLES. Находящееся в другом месте указывается так: SERVANDA_IDENTITY.',
    otherIdentity: '{file}: это удостоверение принадлежит другому лицу ({owner}), и запрос от имени {person} по нему невозможен.',
    identityNotAllowed: 'Не разрешено: {why}.',
    noIdentityFile: 'SERVANDA_IDENTITY: файла {file} нет.',
    factIdInUse: '{id} уже является обозначением записи. Дайте этой другое.',
    partyMissing: 'Укажите, за какую Сторону: {parties}. Сторону, ведущую дела, можно один раз указать в описании соглашения.',
    partyUnknown: '{party} не является Стороной. Стороны: {parties}.{near, select, none {} other { Возможно, имелось в виду {near}?}}',
    untilBefore: '{until} раньше дня, на который дан ответ ({asOf}). Укажите более позднюю конечную дату или более ранний день ответа.',
    eitherFacts: 'Факты либо заменяют факты файла, либо добавляются к ним: укажите одно из двух.',
    rightNeeded:
      'Для этого запроса нужно право того, кто его подаёт. Подпишите запрос к {workflow} и повторите его с этим правом: npx servanda identity sign {workflow} {name} --request JSON.',
    otherRightNeeded:
      'Право в Servanda-Right подписал {signer}, и к этому запросу оно не подходит. Этот запрос делает {person}: предъявлено право на чтение этого лица. Подпишите запрос от имени {person} точно так, как он стоит в sign: npx servanda identity sign {workflow} {name} --request JSON.',
    readingRightNeeded:
      'Для чтения нужно право. Подпишите его (оно действует час): npx servanda identity sign api read --request {example}.',
    unknownDocument: 'У соглашения {agreement} нет документа {id}. Имеющиеся: npx servanda document list {agreement}.',
    noDocumentTarget: 'У соглашения {agreement} нет уведомления, протокола или записи {to}, к которым можно приложить документ.',
    notYetKnown: '{day} позже, чем {today}: что будет известно тогда, ещё неизвестно. Укажите более ранний день.',
    rehearsedTooEarly: 'Укажите день позже {day}.',
    rehearsedTooLate: 'Укажите день в пределах ста лет.',
    noRehearsal:
      '{agreement} – действительное соглашение, и его фактам в тесте не место. Укажите репетицию: npx servanda agreement list --rehearsals.',
    unknownRequest: '{workflow} не принимает запроса {name}. Принимаемые запросы: {names}.',
    emptyCalendar:
      '{scope, select, party {Ни в одном соглашении нет Стороны {of}} other {{of} не первый в списке ни одного соглашения}}: такой календарь остался бы пустым{slips}.{near, select, none {} other { Возможно, имелось в виду {near}?}}',
    unknownCalendar: 'Календаря {id} нет. Имеющиеся: npx servanda calendar list.',
  },
  unavailable: {
    notRunning:
      'Для {home} служба не запущена. Запустить: npx servanda up --home <typed>{home}</typed>\nЕсли она работает на другом сервере, укажите его в TEMPORAL_ADDRESS; если с другим каталогом данных – {given, select, true {передайте его как home (в командной строке --home): он важнее SERVANDA_HOME.} other {в SERVANDA_HOME.}}',
    nobody:
      'По адресу {address}, где должна быть служба {home}, сервер Temporal не отвечает. Запустить: npx servanda up --home <typed>{home}</typed>{why, select, none {} other { Ответ: {why}.}}',
    gone: 'Сервер Temporal пропал: {why}. Запустить: npx servanda up.',
    denied:
      'Сервер Temporal отказывает в этом («{why}»). Проверьте учётные данные (TEMPORAL_API_KEY или TEMPORAL_TLS_CLIENT_CERT_PATH и TEMPORAL_TLS_CLIENT_KEY_PATH) и их права в пространстве имён (TEMPORAL_NAMESPACE).',
    noNamespace:
      'На сервере Temporal нет этого пространства имён («{why}»). Проверьте TEMPORAL_NAMESPACE: у рабочего процесса должно быть то же.',
    notYet:
      'Рабочий процесс несколько раз прерывался на этом и ещё не продолжил: до того новое не принимается. Повторите ту же команду через минуту, это безопасно; если не поможет, посмотрите журнал рабочего процесса.',
    busy: 'Процесс обрабатывает столько запросов, сколько принимает сервер, и за {seconds} с ваш запрос принят не был. Ничего не отправлено; повторять команду безопасно.',
    timeStands:
      'За {seconds} с репетиция не достигла дня {day}; её копия остаётся как есть. Начните новую; если остановится и она, сообщите оператору сервиса.',
    noAnswer:
      'За {seconds} с не ответил ни один рабочий процесс. Проверьте, запущен ли он (npx servanda up или npx servanda worker), и его журнал. Запрос ещё может быть выполнен; повторять команду безопасно.',
    failed: 'Служба не смогла это выполнить: {why}',
    noticeNotKept: 'Ведение ещё не началось: посмотрите журнал рабочего процесса и повторите команду.',
    noNoticeWorkflow: 'Уведомление {number} есть в реестре, но его никто не ведёт. Запустите службу снова: npx servanda up.',
    noProtocolWorkflow: 'Протокол {protocol} есть в реестре, но его никто не ведёт. Запустите службу снова: npx servanda up.',
    unseenDraft:
      'Уведомление {number} не отправлено, а проекты видят те, кто над ними работает. Ваше удостоверение: npx servanda identity list.',
    notStarted: '{workflow}: не запущено. {why}',
    serverGone: 'Сервер Temporal пропал. Запустите его (npx servanda up) и повторите команду. Сделанное остаётся.',
    keyOfNoWorker:
      'У рабочего процесса {worker} нет ключа {key}, которым шифрует этот процесс. Ничего не отправлено. Добавьте ключ ниже первого в файл ключей каждого рабочего процесса и перезапустите его; затем поставьте его первым здесь.',
    noWorker:
      'За последнее время ни один рабочий процесс не запросил работы в очереди {queue}. Запустите его: npx servanda up или npx servanda worker.',
    leftOut:
      '{count, plural, one {В этот ответ не вошло {n} соглашение} few {В этот ответ не вошли {n} соглашения} many {В этот ответ не вошло {n} соглашений} other {В этот ответ не вошло {n} соглашения}}.',
    noRegister: 'В папке {folder} нет реестра. Создать его: npx servanda up. Или укажите другую папку либо базу данных реестра.',
    registerNeeded:
      'Ответ даётся по реестру, а известен только адрес сервера ({address}): в папке {folder} реестра нет. Укажите папку службы или базу данных её реестра. Без неё доступны запросы к работающим процессам и ожидающие таймеры.',
    startNeedsRegister:
      'На сервере {address} соглашение {agreement} никто не ведёт, а чтобы начать его ведение снова, нужен реестр. Укажите папку службы или базу данных её реестра.',
  },
  refused: {
    facts:
      '{where}: {count, plural, one {отклонена {n} запись} few {отклонены {n} записи} many {отклонено {n} записей} other {отклонено {n} записи}}',
    nothing: 'Ничего не внесено.',
    enteredBefore: 'До этого внесено: {ids}.',
  },
  problems: {
    titles: {
      refused: 'Отклонено',
      invalid: 'Неверный запрос',
      unknown: 'Не найдено',
      needsRight: 'Нужно право',
      notAllowed: 'Не разрешено',
      conflict: 'Противоречит имеющемуся',
      unavailable: 'Сейчас недоступно',
      incomplete: 'Неполный ответ',
      unexpected: 'Ошибка servanda',
    },
    said: {
      noOperation: 'Здесь нет {method} {path}. Что есть: openapi.json.',
      readingRefused:
        'Не разрешено: {fault}. В Authorization: Bearer указывается значение right, которое выводит команда: npx servanda identity sign api read --request {example}.',
      noMethod: '{path} не принимает {method}. Принимает: {allowed}.',
      unknownAgreement: 'Соглашения {id} нет.{near, select, none {} other { Возможно, имелось в виду {near}?}}',
      outOfService: 'Служба не работает, или её реестра нет на месте. Сообщите оператору службы.',
      notJson: 'Тело запроса не является JSON.',
      mediaType: 'Тело запроса должно быть {wanted}: укажите это в Content-Type.',
      bodyTooLarge: 'Тело запроса больше {megabytes} МБ.',
      tooMany: 'Слишком много запросов. Повторите через {seconds} с.',
      keyUnfit: 'Idempotency-Key: от 1 до 40 латинских букв, цифр, точек, дефисов или подчёркиваний.',
      keyReused: 'Idempotency-Key {key} уже использован для другого запроса. Дайте этому свой.',
      cursorUnfit: 'Этот курсор не от этого списка. Начните без него.',
      otherOrigin: 'Страницам с {origin} обращаться сюда нельзя.',
      otherHost:
        'Рабочее место по имени {host} недоступно. Откройте адрес, который оно вывело при запуске; если перед ним стоит прокси-сервер, укажите его адрес в SERVANDA_DESK_URL.',
      unexpected: 'Это ошибка servanda; подробности в её журнале.',
    },
  },
  decided: {
    stands:
      'Решение уже принято: {decision, select, renew {продлить} terminate {направить уведомление} negotiate {вести переговоры} other {дать истечь}}, {person}, {day}; новое заменит его.',
    drafts: 'По этому решению будет подготовлен проект уведомления о прекращении; до отправки его утверждает другое лицо.',
    draftsStay:
      '{count, plural, one {Составленное ранее уведомление о прекращении остаётся открытым и само не отправляется} other {Составленные ранее уведомления о прекращении остаются открытыми и сами не отправляются}}: {numbers}. {count, plural, one {Если оно больше не нужно, верните его.} other {Те, что больше не нужны, верните.}}',
    against:
      'Решено иное: действует решение {decision, select, renew {продлить} terminate {направить уведомление} negotiate {вести переговоры} other {дать истечь}}, {person}, {day}. Верните это уведомление или сначала измените решение.',
  },
  opened: {
    copied: 'Скопировано для репетиции',
    copySendsNone: 'Копия для репетиции уведомлений не направляет',
    changed:
      'Файл {file} изменён после внесения {entry}; он не применяется, пока не выполнено: npx servanda agreement revise <typed>{file}</typed> --reason "…".',
    unknownFacts:
      'В файле {file} есть факты, которых нет в реестре: {facts}. Внести их: npx servanda record {agreement} --file FACTS.yaml.',
  },
  import: {
    unknownColumns: 'Неизвестные столбцы, они не читаются: {columns}.',
    missingColumns: 'Столбцы, которых в таблице нет: {columns}. То, что в них указывается, не описано.',
    line: 'строка {line}',
    sameLine: 'то же, что в строке {line}',
    sameId:
      'number: строка {line} даёт то же обозначение {id} и отличается; измените один из двух номеров: до тех пор не принимается ни одна из них',
    sameTreaty: 'похоже на договор из строки {line}, {number}: название, Стороны и день подписания те же, а номера разные',
    otherNumber:
      'number: обозначение {id} уже занято номером {there}; дайте этому соглашению номер, который отличается буквами или цифрами',
    otherRegister:
      'в {register} {id} хранится как {rehearsal, select, true {репетиция} other {настоящее соглашение}}, а они никогда не смешиваются',
    differs: 'уже в реестре и отличается: {paths}. Изменить хранимое: npx servanda agreement revise FILE --reason TEXT',
    otherFacts: 'уже в реестре с другими фактами: {facts}. Исправить: npx servanda correct {id} ENTRY --FIELD VALUE --reason TEXT',
    missingFacts: 'уже в реестре без фактов {facts}. Внести: npx servanda record {id} --file FACTS.yaml',
    path: '{path}: в реестре {there}, в таблице {here}',
    nothing: 'ничего',
  },
  noGlyph: 'в шрифте документов нет знаков {letters}: напечатать это в документах нельзя. Запишите это латиницей или кириллицей',
  labels: {
    sendBy: 'Отправить уведомление не позднее',
    safeDay: 'Безопасный день для уведомления',
    byNotice: 'Последний день действия по одному лишь уведомлению {id}',
  },
  late: {
    safeDayPast: 'Гарантированный срок упущен: безопасный день был {day}',
    noSafeDay: 'Дня, безопасного при любом толковании, нет',
    renews: 'Продлевается {days}',
    lastDays: 'Уведомление, полученное не позднее {days}, подано в срок лишь при некоторых толкованиях ({basis}).',
    otherwise: 'Без него соглашение продлится {days}.',
    renewal: 'Срок, в который уведомление предотвращает продление, прошёл; при молчании соглашение продлевается ({basis}).',
    silence: 'При молчании соглашение продлевается ({basis}).',
    noticeFrom:
      '{renewed, select, true {При молчании соглашение продлевается; уведомление} other {Уведомление}} о прекращении можно направить лишь с {day} ({basis}).',
    lateNotice: 'Уведомление о прекращении, полученное {day}, всё равно прекратит соглашение; последний день в силе: {days} ({basis}).',
  },
  conditions: {
    one: 'если {all}',
    and: ', и если ',
    or: ', либо ',
    only: 'спорно: лишь {conditions}',
  },
};
