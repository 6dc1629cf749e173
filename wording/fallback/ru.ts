/** What workflows report when no activity answers, in Russian. */
import type { InTroubleMessages } from './messages.ts';

export const fallbackMessage: InTroubleMessages = {
  registerSilent: 'Реестр не отвечает с {since} UTC: {why}',
  waitsForIt: 'Запросы ждут его ответа. Каждая попытка и причина её неудачи указаны в Pending Activities.',
  noAnswer: 'нет ответа вовремя',
  cancelled:
    'Запрошена отмена; она не исполняется: этот процесс следит за датами, установленными правом. Внесённое по ошибке вычёркивается (npx servanda strike), уведомление возвращается до получения, от протокола отказываются. Процесс, прерванный принудительно (terminate), запускается снова по реестру.',
  cancellationIgnored: 'Отмена не исполняется: см. User Metadata',
  opening: 'Процесс открывается; повторите запрос через мгновение.',
  notSigned:
    'Не разрешено: в запросе нет права. Подпишите его своим удостоверением и отправьте то, что будет напечатано: npx servanda identity sign {workflow} {name} --request JSON (удостоверения выдаёт оператор: npx servanda identity issue). Ничего не записано.',
  delivers:
    '**Доставляет письма по соглашению {agreement}**: напоминания, объявления, исправления. Завершается, когда писем нет; что доставлено, показывает npx servanda deliveries.',
  toldAgain: 'Повторное извещение: {workflow}',
  notTold: 'Не удалось известить {workflow}: {why}.',
  triedAgain: 'Будет сделана новая попытка.',
  leftToReconciliation: 'Известит сверка с реестром.',
};
