/** Russian. */
import type { AdministrationMessages } from './en.ts';

export const administration: AdministrationMessages = {
  names: { agreements: 'соглашения', rehearsals: 'репетиции' },
  noFile: 'Файла {file} нет.',
  noFolder: 'Папки {folder} нет.',
  unreadable: 'Файла {file}, который можно прочитать, нет.',
  signedBy: 'подписано ключом {key}',
  refused: 'Не принято: {what}: {why}.',
  signature: {
    unsigned: 'подписи нет',
    unreadable: 'его подпись не является подписью servanda',
    changed: 'изменено после подписания, либо под этим именем подписал не ключ {key}, а другой',
    otherKey: 'в нём указано, что подписал ключ {signer}, а дан открытый ключ {key}',
    otherKind: 'подписано как нечто другое: {kind}',
  },
  backup: {
    exists: 'Папка {folder} уже есть. Укажите новую: у каждой резервной копии своя папка.',
    cantMake: 'Папку {folder} создать нельзя: {why}. Укажите другую.',
    copied:
      '{folder}: строк соглашений: {agreements}, репетиций: {rehearsals}, {documents, plural, one {{documents} документ} few {{documents} документа} many {{documents} документов} other {{documents} документа}}; проверено',
    head: '{name}: голова {seq} {hash}',
    signed: '{file}: подписано ключом {key}',
    unsigned: '{file}: не подписано',
    unchecked: 'Без проверки скопировано документов: {unchecked} из {documents}; их ключ здесь не настроен (SERVANDA_KEYS_FILE).',
    ownDatabase:
      'В папке {home} есть своя база данных Temporal (temporal.db), процессы которой относятся к другому реестру. Уберите её или восстановите копию в новую папку.',
    toKeep: 'Чтобы вести их дальше: npx servanda up --home <typed>{home}</typed>',
  },
  compare: {
    looked:
      '{agreements, plural, one {Сверено {agreements} соглашение} few {Сверено {agreements} соглашения} many {Сверено {agreements} соглашений} other {Сверено {agreements} соглашения}} (процессов: {workflows})',
    same: '{looked}: расхождений с реестром нет.',
    differed: '{looked}: с расхождениями: {differ}{repaired, select, none {} other {, устранено: {repaired}, осталось: {left}}}.',
    repair: 'Исправление: {workflow}: {done}',
    still: 'Осталось: {workflow}: {difference}',
    toRepair:
      '{left, plural, one {Расходится с реестром {left} соглашение} few {Расходятся с реестром {left} соглашения} many {Расходится с реестром {left} соглашений} other {Расходится с реестром {left} соглашения}}. Устранить: npx servanda register compare {named}.',
    stillLeft:
      '{left, plural, one {По-прежнему расходится с реестром {left} соглашение} few {По-прежнему расходятся с реестром {left} соглашения} many {По-прежнему расходится с реестром {left} соглашений} other {По-прежнему расходится с реестром {left} соглашения}}. Посмотрите журнал рабочего процесса и интерфейс Temporal.',
  },
  head: {
    unknown: 'В реестре {home} нет соглашения {agreement}. Какие есть: npx servanda agreement list.',
    notHeads: '{file} – не файл голов в том виде, в каком его записывает npx servanda register head --out: {why}.',
  },
  rebuild: {
    nobodyAnswers:
      'Запущенное больше не отвечает. Проверьте, работает ли рабочий процесс, и его журнал; затем повторите команду. Запущенное остаётся.',
    failed: 'Не запущено или не ответило: {count}. Посмотрите причину и повторите.',
    kinds: {
      agreement: 'соглашения',
      notice: 'уведомления в работе',
      protocol: 'протоколы в работе',
      delivery: 'причитающиеся письма, по соглашениям',
    },
    columns: ['Процессы', 'запущено', 'уже шло', 'нет ответа', 'сбой'],
    dryColumns: ['Процессы', 'запустить', 'уже идёт', 'нет ответа', 'сбой'],
  },
  verify: {
    keyWithoutHead: '--public-key проверяет, кто подписал голову: укажите её файл в --head.',
    sound: '{name}: без изменений; строк: {lines}, соглашений: {of}, документов: {documents}; голова {seq} {hash} ({where})',
    unsound: '{name}: НЕ ТАК, КАК БЫЛО ЗАПИСАНО ({where})',
    restore: 'Восстановите реестр из копии и сверьте его голову с хранящейся в другом месте.',
    notAsked: 'подпись не проверялась (--public-key)',
    kept: '{file}: записано {takenAt}, {by}; {matches, select, true {каждая голова на своём месте} other {В ЭТОМ РЕЕСТРЕ НЕТ}}',
    document: 'документ {id}: {why}',
  },
  keys: {
    id: '--id {id}: допустимо от 1 до {most} букв, цифр, точек, дефисов или подчёркиваний.',
    shownOnce:
      'Ключ показан один раз и нигде не хранится. Без него зашифрованное им будет утрачено: храните копию файла отдельно от резервных копий.',
    signingShownOnce:
      'Ключ показан один раз и нигде не хранится. Кто им владеет, может подписывать вместо этого реестра. Что можно передавать: npx servanda keys public.',
    notConfigured:
      'Ключ подписи не настроен. Создайте его: (umask 077; npx servanda keys new --signing > signing-key.json) и укажите файл в SERVANDA_SIGNING_KEY_FILE.',
    publicMissing: 'Не указано --public-key: открытый ключ реестра в том виде, в каком его печатает npx servanda keys public.',
    neither: '{file} – не файл голов и не справка. У справки в PDF подписан её JSON: он вложен в PDF.',
    kinds: { heads: 'головы реестров', certificate: 'справка о статусе' },
    refused: '{file}, {kind}: {why}.',
    unchanged: '{file}, {kind}: подписано ключом {key} и с тех пор не изменено.',
  },
  calendar: {
    which: 'Укажите что-то одно из --agreement, --party и --person или ничего – тогда календарь будет по всем соглашениям.',
    noAddress: '--desk {desk} – не адрес. Нужен такой: https://desk.example.org.',
    made: 'Кто знает этот адрес, читает календарь; второй раз адрес не показывается. Отозвать: npx servanda calendar revoke {id}',
    none: 'Календарей нет. Создать: npx servanda calendar new.',
    columns: ['Календарь', 'Что в нём', 'По чему', 'Язык', 'Кто создал', 'Когда'],
    scopes: { all: 'все соглашения', agreement: 'одно соглашение', party: 'Сторона', person: 'сотрудник' },
    revoked: 'Отозвано: {id}. Адрес больше никуда не ведёт.',
  },
  identity: {
    howLost: 'Не указано --reason: как утрачен ключ органа.',
    made: '{file}: ключ органа {key}; его открытая часть: {file}.public.',
    trusted: 'Реестр ему доверяет. Храните ключ отдельно от рабочего процесса, а копию – в сейфе.',
    toTrust: 'Реестр будет ему доверять по решению оператора: npx servanda identity trust <typed>{file}.public</typed> --reason TEXT',
    noIssuer: 'Издатель не настроен. Укажите его: SERVANDA_OIDC_ISSUER и SERVANDA_OIDC_AUDIENCE.',
    noAuthority: 'В {file} нет ключа органа. Укажите его в --authority или создайте: npx servanda identity authority.',
    issued: '{file}: удостоверение ({person}), за {party}, {roles}, по {until} включительно',
    personMissing: 'Не указано --person: кто это.',
    tooLong: '--{flag}: допустимо не более {most} знаков.',
    forMissing: 'Не указано --for: Сторона, за которую действует лицо, её кодом, например KZ, или организация.',
    replaced:
      'Оно заменяет удостоверение этого лица ({roles}): копия прежнего действительна по {until} включительно. Отозвать его: npx servanda identity revoke {id} --reason TEXT',
    handOver:
      'Кто владеет этим файлом, для servanda и есть это лицо. Передайте его лично; отозвать: npx servanda identity revoke {id} --reason TEXT',
    days: 'должно быть число дней, не более {most}',
    rolesMissing: 'Не указано --roles: одна или несколько из {known}, через запятую.',
    rolesUnknown: '--roles {roles}: есть роли {known}.',
    serviceAlone: '--roles service: у службы нет другой роли, а у лица не бывает этой.',
    noneTrusted:
      'Доверенных органов нет: кто имеет доступ к этой машине, может просить о чём угодно. Орган создаёт npx servanda up или npx servanda identity authority.',
    authorityColumns: ['Орган', 'Состояние', 'С', 'Почему'],
    states: { trusted: 'доверенный', withdrawn: 'доверие отозвано' },
    identityColumns: ['Лицо', 'За кого', 'Роли', 'До', 'Удостоверение', 'Состояние'],
    identityStates: { valid: 'действует', identityExpired: 'срок истёк', identityRevoked: 'отозвано' },
    revokedColumns: ['Отозвано', 'Когда', 'Кем', 'Почему'],
    allUntilThen: '{person}, все до того времени',
    revokeWhich: 'Укажите обозначение удостоверения или --person NAME для всех, выданных лицу до сих пор.',
    revokeReason: 'Не указано --reason: почему отзывается.',
    notKnown:
      'Ни этой домашней папке, ни её реестру не известно: {person, select, none {{identity}} other {удостоверение ({person})}}. Проверьте написание (npx servanda identity list). Выданное в другом месте всё равно отзывается.',
    revoked:
      'Отозвано: {person, select, none {{identity}} other {каждое удостоверение до сих пор ({person})}}. Сделанное по нему остаётся, больше ничего сделать нельзя.',
    requestMissing: 'Укажите запрос: --request {example} или --file FILE.',
    notObject: 'Запрос должен быть объектом, например {example}.',
    noneHere: 'В {home} нет удостоверений: права там не требуются или находятся в другом месте (SERVANDA_IDENTITY).',
    noneTold: 'Ни один процесс не извещён: {why}',
    told: 'Извещено процессов: {count}.',
    notTold: '{workflow}: не извещён: {why}',
    trustWhich: 'Укажите файл открытого ключа, которому следует доверять, или --withdraw с обозначением того, которому более не доверяют.',
    trustReason: 'Не указано --reason: почему.',
    nowTrusted: 'Орган {key}: доверенный.',
    withdrawn: 'Орган {key}: доверие отозвано, выданные им удостоверения более не учитываются.',
    unknownAuthority: 'Доверенного органа {key} нет. Доверенные: {known}.',
  },
  service: {
    noServer:
      'По адресу {address} сервер Temporal не отвечает: {why}. Запустить его вместе со всем остальным: npx servanda up без TEMPORAL_ADDRESS.',
    unguarded:
      'Реестр не доверяет ни одному органу: кто имеет доступ к серверу Temporal, может просить о чём угодно. Создайте орган: npx servanda identity authority.',
    noKeys: 'Ключей для расшифровки нет. Укажите их файл в SERVANDA_KEYS_FILE: npx servanda keys new --help.',
    portTaken: 'Порт {port} занят. Укажите другой: SERVANDA_CODEC_PORT.',
    codec: 'Сервер кодека: {address}, для {origin}{token, select, true {, с токеном SERVANDA_CODEC_TOKEN} other {}}',
    stopsIt: 'Ctrl-C останавливает его.',
    originMissing: 'Не указано --origin: адрес интерфейса Temporal, например https://temporal.example.org.',
    originWrong: '--origin {origin}: нужен адрес интерфейса Temporal без пути, например https://temporal.example.org.',
  },
  import: {
    sameFile: '--report {file}: это сама таблица, она была бы заменена. Укажите другой файл.',
    stopped: 'Остановлено.',
    before: 'До этого принято строк: {taken} из {total}. Повторите ту же команду: она продолжит с этого места.',
    notTaken:
      '{count, plural, one {Не принята {n} строка} few {Не приняты {n} строки} many {Не принято {n} строк} other {Не принято {n} строки}}. Исправьте таблицу и загрузите её снова: то, что уже есть, не меняется.',
    rows: '{count, plural, one {{n} строка} few {{n} строки} many {{n} строк} other {{n} строки}}: {dry, select, true {было бы принято} other {принято}}: {taken}, уже есть: {there}, не принято: {left}{any, select, true {:} other {.}}',
    row: 'строка {line}, {number, select, none {без номера} other {{number}}}: {reasons}',
    warned:
      '{count, plural, one {{n} строка с предупреждением} few {{n} строки с предупреждением} many {{n} строк с предупреждением} other {{n} строки с предупреждением}}:',
    more: 'и ещё {n}: все – с --report FILE.',
    reportColumns: ['строка', 'номер', 'соглашение', 'итог', 'причины'],
    became: { wouldBeTaken: 'будет принято', taken: 'принято', alreadyThere: 'уже есть', notTaken: 'не принято' },
    cantReport: 'Записать {file} нельзя: {why}. Укажите другой файл: --report.',
  },
};
