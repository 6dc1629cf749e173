/** Log messages in Russian. */
import type { LogMessages } from './messages.ts';

export const log: LogMessages = {
  notes: {
    found: '{server}: {how}.',
    passedOver: 'Пропущено: {why}.',
    fetchedAgain: 'Не используется: {why}. Загружается заново.',
    fetching: 'Серверы Temporal загружаются через pip, один раз (около 70 МБ) …',
    fetchingBySdk: 'Temporal SDK загружает {server} …',
    portTaken:
      'Порт {port} занят другой программой; {whose, select, server {сервер Temporal} ui {интерфейс Temporal} other {сервер кодека}} использует порт {instead}.',
    serverEnded:
      'Сервер Temporal завершился ({how}{words, select, none {} other {; его вывод:\n{words}}}). Запустите снова; подтверждённое не потеряно.',
    serverShared: 'Используется сервер Temporal процесса {pid} по адресу {address}; он завершится вместе с этим процессом.',
    serverInherited: 'Сервер Temporal (процесс {pid}) ещё работал на {file}; он используется по адресу {address}.',
    stopping: '{signal}: завершается начатое. Повторный сигнал прервёт сразу.',
    stoppedByForce: 'Что-то не завершается само: прервано. Подтверждённое не потеряно.',
    leftUnderWay: 'Начатое не завершается и оставлено: при следующем запуске оно продолжится по реестру.',
    workerRuns: 'Рабочий процесс запущен.',
    noMail:
      'Почта не отправляется: напоминания остаются в очереди исходящих и в этом журнале. Для почты: SERVANDA_SMTP_URL и SERVANDA_MAIL_FROM.',
    noWebhooks: 'Вебхуки не отправляются. Для вебхуков: SERVANDA_WEBHOOK_SECRET.',
    uiWithoutToken: 'Интерфейс Temporal здесь не может передать SERVANDA_CODEC_TOKEN: зашифрованное он показывает как есть.',
    notScheduled:
      'Расписание сверки создать не удалось: соглашения не сверяются с реестром каждый день. Выясните причину и запустите снова.',
    reconciliationNotStarted: 'Сверку запустить не удалось.',
    openToOthers: 'Кроме вас, читать могут и другие: {paths}. Закройте доступ: chmod -R go= {home}',
    sent: 'Отправлено ({way}) получателю {recipient}: {about}',
    notDelivered: 'Не доставлено ({way}) получателю {recipient}: {about}',
    notCompared: 'Сверка не смогла сопоставить {agreement} с реестром: {failure}',
    differed: '{agreement}: обнаружены расхождения с реестром. {differences}',
    notRepaired: '{agreement}: расхождения с реестром, которые сверка не смогла устранить. {differences}',
    dailyLog:
      'Журнал за день: сверено соглашений – {agreements} (процессов – {workflows}); {differed, plural, =0 {всё соответствует реестру} other {с расхождениями – {differed}, исправлено – {repaired}, осталось – {left}, тревог – {alarms}}}. Последняя запись реестра: {seq} {hash}; репетиций: {rehearsalsSeq} {rehearsalsHash}.',
  },
  found: {
    runsAlready: 'сервер по адресу {address} (TEMPORAL_ADDRESS)',
    onPath: '{path} (из PATH)',
    cached: '{path} (из кэша, контрольная сумма проверена)',
    fetched: '{path} (загружено сейчас, {by})',
  },
};
