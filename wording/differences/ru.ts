/** Differences between workflows and the register, in Russian. */
import type { DifferenceMessages } from './messages.ts';

export const differences: DifferenceMessages = {
  differences: {
    noWorkflow: 'Процесс не запущен.',
    draftNotBegun: 'Процесс не запущен, а решение направить уведомление требует этого проекта.',
    lettersNotCarried:
      '{letters, plural, one {Не отправлено # письмо: процесс доставки не запущен.} few {Не отправлено # письма: процесс доставки не запущен.} many {Не отправлено # писем: процесс доставки не запущен.} other {Не отправлено # письма: процесс доставки не запущен.}}',
    stillRuns: 'Процесс запущен, хотя по реестру всё завершено.',
    noProgress:
      'Процесс не продвигается: попытка выполнить его задачу – уже {attempt}-я. Причина видна в журнале рабочего процесса и в интерфейсе Temporal.',
    ofOthers: 'Процесс работает в очереди {queue}, не принадлежащей servanda: его запустил кто-то другой.',
    notTaken: 'Ни один рабочий процесс не берёт его задачу с {since}. Проверьте, запущен ли рабочий процесс.',
    noAnswer: 'Процесс не отвечает. Посмотрите журнал рабочего процесса.',
    otherValue: '{name}: {found}; по реестру: {expected}.',
    timerMoved: 'Таймер «{summary}» сработает в {fires}, а не в {due}.',
    timerMissing: 'Нет таймера «{summary}» ({name}, {due}).',
    timerUnneeded: 'Таймер «{summary}» ({fires}) заведён без основания.',
    notInOutbox: 'Действие не отмечено в реестре: {act}',
    notWithdrawn: 'Действие не отозвано: {act}',
    letterFailing:
      'Письмо от {on} («{about}») не принимают с {since}: {recipient}, {way, select, email {по электронной почте} other {вебхуком}}. Попыток: {tries}, последний ответ: «{said}». {next, select, none {Сейчас идёт очередная попытка} other {Следующая попытка: {next}}}; последний срок – {until}.',
    notCompared: 'Сверить не удалось. {why}',
  },
  names: {
    law: 'версия правил',
    description: 'описание',
    status: 'статус',
    entryIntoForce: 'вступление в силу',
    period: 'период',
    lastDayInForce: 'последний день действия',
    underNotice: 'направлено уведомление о прекращении',
    within: 'известные пределы',
    noticeState: 'состояние',
    safeDay: 'безопасный день',
    sendByDay: 'последний день отправки',
    follows: 'последствия',
    protocolState: 'состояние',
    missing: 'недостаёт',
  },
  values: {
    nothing: 'ничего',
    none: 'нет',
    yes: 'да',
    no: 'нет',
    period:
      '{number}, с {firstDay} по {lastDay}, последний день для уведомления: {lastDayForNotice, select, none {нет} other {{lastDayForNotice}}}, безопасный день: {safe, select, none {нет} other {{safe}}}',
    within:
      '{statuses}, вступление в силу: {notBefore, select, none {не установлено} other {от {notBefore} до {notAfter}}}, безопасный день: {safe, select, none {нет} other {{safe}}}',
  },
  repairs: {
    ended: 'остановлен, так как не продвигался.',
    started: 'снова запущен по реестру.',
    toldAgain: 'получил указание проверить ещё раз.',
    foldedAgain: 'вычислено заново; {moved, select, none {даты его плана не сдвинулись} other {{moved}}}.',
    nothing: 'ничего не сделано: процесс не отвечает.',
    waits: 'ничего не сделано: письма отправляются повторно автоматически.',
    notEnded: 'остановить не удалось. {why}',
    notStarted: 'запустить не удалось. {why}',
    notTold: 'передать указание не удалось. {why}',
    unanswered: '{why}',
  },
  failures: {
    noAnswer:
      'Процесс {workflowId} запущен, но не отвечает уже {seconds} с. Проверьте, работает ли рабочий процесс (npx servanda up или npx servanda worker), и его журнал. Запрос ещё может быть выполнен; повторять команду безопасно.',
    denied: 'Сервер Temporal отказывает в этом («{why}»). Проверьте учётные данные того, кто обращается, и их права в пространстве имён.',
    other: '{said}',
  },
  terminated: 'Процесс не продвигался либо не принадлежал servanda; он запускается заново по реестру.',
};
