/** Log messages in Kazakh. */
import type { LogMessages } from './messages.ts';

export const log: LogMessages = {
  notes: {
    found: '{server}: {how}.',
    passedOver: 'Алынбады: {why}.',
    fetchedAgain: 'Пайдаланылмайды: {why}. Қайта жүктеледі.',
    fetching: 'Temporal серверлері pip арқылы жүктелуде, бір рет (шамамен 70 МБ) …',
    fetchingBySdk: 'Temporal SDK жүктеп жатыр: {server} …',
    portTaken:
      '{port} портын басқа бағдарлама алған; {whose, select, server {Temporal сервері} ui {Temporal интерфейсі} other {кодек сервері}} {instead} портын пайдаланады.',
    serverEnded:
      'Temporal сервері аяқталды ({how}{words, select, none {} other {; шығарғаны:\n{words}}}). Қайта іске қосыңыз; расталғанның ештеңесі жоғалған жоқ.',
    serverShared: '{pid} процесінің Temporal сервері пайдаланылады, мекенжайы {address}; ол сол процеспен бірге аяқталады.',
    serverInherited: 'Temporal сервері ({pid} процесі) {file} файлында әлі жұмыс істеп тұр екен; ол {address} мекенжайында пайдаланылады.',
    stopping: '{signal}: басталғаны аяқталуда. Тағы бір белгі бірден тоқтатады.',
    stoppedByForce: 'Бірдеңе өздігінен аяқталмады: бірден тоқтатылды. Расталғанның ештеңесі жоғалған жоқ.',
    leftUnderWay: 'Басталғаны аяқталмай қалды: ол келесі іске қосылғанда тізілім бойынша жалғасады.',
    workerRuns: 'Жұмыс процесі іске қосылды.',
    noMail:
      'Пошта жіберілмейді: еске салулар шығыс кезегінде және осы журналда қалады. Пошта үшін: SERVANDA_SMTP_URL және SERVANDA_MAIL_FROM.',
    noWebhooks: 'Вебхуктер жіберілмейді. Вебхуктер үшін: SERVANDA_WEBHOOK_SECRET.',
    uiWithoutToken: 'Мұндағы Temporal интерфейсі SERVANDA_CODEC_TOKEN жібере алмайды: шифрланғанды сол күйінде көрсетеді.',
    notScheduled:
      'Салыстыру кестесін жасау мүмкін болмады: келісімдер тізіліммен күн сайын салыстырылмайды. Себебін анықтап, қайта іске қосыңыз.',
    reconciliationNotStarted: 'Салыстыруды іске қосу мүмкін болмады.',
    openToOthers: 'Сізден басқалар да оқи алады: {paths}. Жабыңыз: chmod -R go= {home}',
    sent: '{recipient} алушысына жіберілді ({way}): {about}',
    notDelivered: '{recipient} алушысына жеткізілмеді ({way}): {about}',
    notCompared: '{agreement} келісімін тізіліммен салыстыру мүмкін болмады: {failure}',
    differed: '{agreement}: тізіліммен айырмашылықтар табылды. {differences}',
    notRepaired: '{agreement}: тізіліммен айырмашылықтарды салыстыру түзете алмады. {differences}',
    dailyLog:
      'Күндік журнал: салыстырылған келісімдер – {agreements} (процестер – {workflows}); {differed, plural, =0 {барлығы тізілімге сәйкес} other {айырмашылығы барлары – {differed}, түзетілгені – {repaired}, қалғаны – {left}, дабылдар – {alarms}}}. Тізілімнің соңғы жазбасы: {seq} {hash}; жаттығулардікі: {rehearsalsSeq} {rehearsalsHash}.',
  },
  found: {
    runsAlready: '{address} мекенжайындағы сервер (TEMPORAL_ADDRESS)',
    onPath: '{path} (PATH ішінен)',
    cached: '{path} (кэштен, бақылау сомасы тексерілген)',
    fetched: '{path} (қазір жүктелген, {by})',
  },
};
