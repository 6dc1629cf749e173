/** Russian: names of facts, dates, timers and tasks. */
import type { LabelMessages } from '../statements.ts';

const counted = '{counted, select, received {получено} dispatched {отправлено} other {датировано}}';
const date = '{date, select, none {день в пределах с {notBefore} по {notAfter}} other {{date}}}';

export const labels: LabelMessages = {
  signed: 'Подписано{place, select, none {} other { ({place})}}',
  'entry.agreed': `Дата вступления в силу, {isPublished, select, true {опубликованная} other {согласованная}}: ${date}`,
  'completion.notified': `Уведомление о выполнении внутригосударственных процедур ({by}), ${counted}`,
  'instruments.exchanged': 'Обмен грамотами',
  'provisionalApplication.ended': 'Временное применение прекращено: получено уведомление {id} ({by})',
  'condition.met': 'Условие {condition} наступило',
  'protocol.proposed': 'Протокол {protocol} предложен ({by})',
  'protocol.agreed': 'Текст протокола {protocol} согласован',
  'protocol.signed': 'Протокол {protocol} подписан',
  'protocol.completion.notified': `Уведомление о выполнении процедур по протоколу {protocol} ({by}), ${counted}`,
  'protocol.abandoned': 'От протокола {protocol} отказались',
  'renewal.agreed': 'Продление согласовано{length, select, none {{until, select, none {} other { (по {until})}}} other { ({length})}}',
  'suspension.agreed': 'Приостановление согласовано с {from}',
  'resumption.agreed': 'Возобновление согласовано с {from}',
  'termination.notified': 'Получено уведомление о прекращении {id} ({by})',
  'termination.agreed': 'Прекращение согласовано: прекращает действовать {firstDayOut}',
  'termination.revoked': 'Получен отзыв {id} ({by})',
  'termination.revocationConsented': 'Получено согласие на отзыв {of} ({by})',
  superseded: 'Последующий договор: {laterTreaty}',
  'consultations.requested': 'Запрос о консультациях ({by}): {subject}',
  'communications.requested': 'Запрос о связи на время визита ({by}), расходы несёт {payer}: {subject}',
  'organisation.notified': 'Компетентный орган ({by}): {organisation}',
  'error.notified': 'Уведомление об ошибке в тексте ({by})',
  'note.received': 'Нота ({by}): {subject}',
  'decision.made':
    'Решение (за {by}: {person}): {decision, select, renew {продлить} terminate {направить уведомление} negotiate {вести переговоры} other {дать сроку истечь}}',
  'reminder.acknowledged': 'Напоминание подтверждено ({person})',
  'document.attached': 'Документ приложен к {to}: {name}',

  changesHold:
    '{how, select, provisional {Протокол {protocol} временно применяется} retroactive {Изменения по протоколу {protocol} действуют с обратной силой} namedDay {Изменения по протоколу {protocol} действуют} other {Протокол {protocol} более не применяется временно}}',
  labelUntil: '{label} – {until}',
  terminationEffect: 'Последний день действия',
  supersession: 'Прекращает действовать: заменено последующим договором ({laterTreaty})',
  expiry: 'Срок истекает, если Стороны не договорятся о продлении',
  periodEnd: 'Последний день периода {period}',
  conditionEffect: 'Последний день: условие наступило',
  provisionalApplicationBegins: 'Временно применяется',
  survivalEnd: 'Последний день того, что сохраняется: {survivals}',
  lastDayForNotice: 'Последний день для уведомления',
  lastDayForFixedDay: 'Последний день для уведомления, чтобы прекратить соглашение {lastDay}',
  entryIntoForce: 'Вступление в силу',
  protocolEntryIntoForce: 'Протокол {protocol} вступает в силу',
  suspensionBegins: 'Начало приостановления',
  resumptionBegins: 'Действие возобновляется',

  dueOn: '{label}: {day}, {basis}',
  takesEffectOn: 'Вступает в действие {day}: {label}',
  holdsFrom: '{label} с {day}, {basis}',
  reminderOn:
    'Напоминание {day}: осталось {ahead} до {question, select, expiry {истечения срока ({due})} other {{sendBy, select, none {безопасного дня ({due})} other {последнего дня отправки ({sendBy}); безопасный день {due}}}}}',
  outcomeOn: 'Итог решения вносится {day}',
  escalationOn: 'Передача выше {day}: никто не подтвердил напоминание, решение не принято',
  safeDayOn: 'Безопасный день для уведомления: {day}, {article}{sendBy, select, none {} other {; отправить не позднее {sendBy}}}',
  safeDayWithinBounds: 'Безопасный день для уведомления: {day}, каким бы ни был день вступления в силу, {article}',
  atEarliest: 'Самое раннее: {timer}',
  atLatest: 'Самое позднее: {timer}',
  onOtherReadings: 'По другим толкованиям: {timer}',
  ifNoticeRevoked: 'Если уведомление будет отозвано: {timer}',
  noticeSendBy: 'Отправить не позднее {sendBy}, чтобы поступило не позднее {safe}',
  noticeSendByNear: 'Предупреждение {day}: отправить не позднее {sendBy}',
  proofExpected: 'Подтверждение получения ожидается {isPast, select, true {с} other {не позднее}} {expected}',
  proofStillMissing: 'Подтверждение получения ожидается с {expected}, повторный запрос {day}',
  examineBy: 'Рассмотреть уведомление, полученное {received}, не позднее {day}',
  examinationOwed: 'Рассмотрение ожидается с {received}, повторный запрос {day}',
  protocolReminder: 'Напоминание {day}: {missing}',
  protocolAwaits:
    '{what, select, consent {согласие другой Стороны с протоколом {protocol}} texts {текст протокола {protocol} на языках: {languages}; затем подписание} signature {подписание протокола {protocol}} completion {уведомление о выполнении процедур по протоколу {protocol} ({parties})} other {вступление в силу самого соглашения}}',

  findOutCondition: 'выяснить: {awaited}; как только условие наступит, внести это.',
  obtain: 'получить: {awaited}, с датой получения, и внести.',
  revokeToKeep:
    'действует уведомление; чтобы сохранить соглашение, направившая его Сторона должна вовремя отозвать его (статья 68 Венской конвенции).',
  decideOnRenewal:
    'решить, продлевать ли: уведомление следует отправить не позднее {sendBy}, чтобы оно было получено не позднее безопасного дня, {due}.',
  decideOnExpiry: 'решить, продлить по договорённости или дать сроку истечь: он истекает {due}, если Стороны не договорятся о продлении.',
  letRenew:
    'ничего, если решение о продлении не нужно изменить; для этого {sendBy, select, none {уведомление должно быть получено не позднее безопасного дня, {due}} other {уведомление следует отправить не позднее {sendBy}, чтобы оно было получено не позднее безопасного дня, {due}}}.',
  giveNotice:
    'направить уведомление, как решено: {sendBy, select, none {оно должно быть получено не позднее безопасного дня, {due}} other {отправить не позднее {sendBy}, чтобы оно было получено не позднее безопасного дня, {due}}}.',
  agreeRenewal: 'договориться с другой Стороной о продлении, как решено: иначе срок истекает {due}.',
  letLapse: 'ничего: решено дать сроку истечь {due}.',
  sendToEndOn:
    'к определённому дню — ничего, если соглашение не нужно прекратить {lastDayInForce}; для этого {sendBy, select, none {уведомление должно быть получено не позднее безопасного дня, {due}} other {уведомление следует отправить не позднее {sendBy}, чтобы оно было получено не позднее безопасного дня, {due}}}.',
  nothingByDate: 'ничего к определённой дате.',
  nothingToDo: 'ничего.',
  findOutDays: 'выяснить день и исправить запись: {unsure}.',

  enteredOn: '{label}, {isOneDay, select, true {{notBefore}} other {день в пределах с {notBefore} по {notAfter}}}',
  planStatus:
    'Текущий день по праву {asOf} ({zones}): **{status, select, negotiated {не подписано} signed {подписано, не вступило в силу} appliedProvisionally {временно применяется, не вступило в силу} inForce {действует} suspended {действие приостановлено} terminated {действие прекращено} expired {срок истёк} other {заменено последующим договором}}**{entryIntoForce, select, none {} other {; вступление в силу {entryIntoForce}}}.',
  planPeriod: 'Период {number}: с {firstDay} по {lastDay}.',
  planEnd: 'Последний день действия: **{lastDayInForce}** ({basis}).',
  planWithin: '**{statuses}**. Известны лишь пределы: {unsure}.',
  planSafeDay: 'Безопасный день для уведомления, каким бы ни был тот день: **{safe}**.',
  planNoSafeDay: 'Безопасного дня нет: {reason}.',
  planMachine: 'Состояние автомата: **{machine}**.',
  planDid: 'Последний шаг: {did}',
  planWithdrawn: 'Отозвано: {said}',
  planMore: 'И ещё {more}.',
  planNext: 'Далее:',
  planNothing: 'Ничего не ожидается.',
  planToDo: 'Сделать: {toDo}',
  noticeHead: '**Уведомление {number}: {kind}, {by} ({direction, select, ours {наше} other {другой Стороны}})**',
  noticeState:
    'Состояние: {state, select, drafted {проект, не утверждён} approved {утверждено и не отправлено} returned {возвращено или утрачено} dispatched {в пути, получение не подтверждено} examination {получено и ещё не рассмотрено} received {получено и действует} inEffect {возымело действие} revoked {отозвано} withoutEffect {без последствий} recalled {возвращено отправителем} other {с недостатком}}. Состояние автомата: **{machine}**.',
  noticeDone:
    'Составлено ({draftedBy}){approvedBy, select, none {} other {, утверждено ({approvedBy})}}{dispatched, select, none {} other {, отправлено {dispatched}}}{received, select, none {} other {, получено {received}}}.',
  protocolHead: '**Протокол {protocol}{title, select, none {} other {: {title}}}** ({agreement})',
  protocolState:
    'Состояние: {state, select, proposed {предложен, текст не согласован} agreed {согласован и не подписан} signed {подписан} inForce {действует как неотъемлемая часть соглашения} neverOperates {без последствий: соглашение прекратилось раньше} other {от него отказались}}, с {since} ({basis}). Состояние автомата: **{machine}**.',
  protocolMissing: 'Недостаёт: {missing}.',
  noticeTitle: 'Уведомление {number}: {kind}, {by}',
  noticeNumbered: 'Уведомление {number}',
  protocolTitle: 'Протокол {protocol}{title, select, none {} other {: {title}}}',
  agreementParties: 'Стороны: {parties}.',
  agreementNamed: '{isRehearsal, select, true {Репетиция} other {Соглашение}} {id}.',
  lettersAbout: 'Письма по соглашению {agreement}',
  letterAbout: '{isWithdrawn, select, true {отозвано: } other {}}{what}, {on}',
  letterIsAbout: '{isWithdrawn, select, true {отозвано: } other {}}{what}',
  letterTo: '{way, select, email {Письмо} other {Вебхук}} ({recipient}): {about}',
  reconciliationTitle: 'Сверка всех соглашений с реестром',
  watched: 'Соглашений сверено: {agreements}. С расхождениями: {differed}, из них осталось: {left}. Тревог: {alarms}.',

  safeDayOfPeriod: 'безопасный день для уведомления, период {period}{isLater, select, true {, если до того продлено} other {}}',
  safeDayMissed:
    'продлевается при молчании: безопасный день периода {period} ({since}) прошёл, {decided, select, terminate {уведомление решено направить, но о его получении не известно} other {а решение не принято}}{lastDay, select, none {} other {; при толковании по умолчанию уведомление подаётся в срок по {lastDay} включительно}}',
  safeDayToEndOn: 'безопасный день для уведомления, чтобы прекратить соглашение {lastDayInForce}',
  sendByToEndOn: 'последний день для отправки уведомления, чтобы прекратить соглашение {lastDayInForce}; безопасный день: {safe}',
  safeDayAtEarliest: 'самый ранний безопасный день для уведомления',
  noSafeDayGiven: 'безопасный день указать нельзя',
  lastDayForNoticeAtLatest: 'самый поздний последний день для уведомления; он мог уже пройти',
  lastDayAtEarliest: 'самый ранний последний день действия',
  comingExpiry: 'срок истекает, если Стороны не договорятся о продлении{isLater, select, true {, если до того продлено} other {}}',
  comingEnd:
    'последний день действия, прекращается {cause, select, notice {по уведомлению} agreement {по согласию Сторон} expiry {по истечении срока} other {последующим договором}}{isLater, select, true {, если до того продлено} other {}}',
  calendarSend:
    'Отправить уведомление не позднее {sendBy}{safe, select, none {} other { (безопасный день {safe})}}{lastDayInForce, select, none {, иначе соглашение продлевается} other {, чтобы прекратить соглашение {lastDayInForce}}}',
  calendarDisputed:
    '{said} (спорно; при другом толковании: {others}{orNever, select, true {{othersCount, plural, =0 {} other { или }}прекращение не предвидится} other {}})',
  changeableThen:
    'решение о продлении можно изменить {safe, select, none {уведомлением, полученным не позднее этого дня} other {уведомлением, отправленным не позднее этого дня; безопасный день: {safe}}}',
  sendByThen: 'последний день для отправки уведомления; безопасный день: {safe}',
  safeDayComes: 'безопасный день для уведомления',
  sendByWasPast: 'безопасный день для уведомления; день отправки ({sendBy}) прошёл',
  comes: '{label}',
  nothingComes: 'установленных дат нет',
  hasEndedBy:
    'прекращено {cause, select, notice {по уведомлению} agreement {по согласию Сторон} expiry {по истечении срока} other {последующим договором}}, последний день действия: {lastDayInForce}',
  isOver: 'завершено',
};
