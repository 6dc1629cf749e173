/** Russian. */
import type { ActMessages } from './messages.ts';

export const acts: ActMessages = {
  onboarded:
    'servanda ведёт это соглашение с {on}. На этот день {status, select, unsure {его состояние зависит от дат, которые точно не известны} other {оно {status, select, notSigned {не подписано} signed {подписано} appliedProvisionally {подписано и временно применяется с {since}} inForce {действует{lastDayInForce, select, none {{duration, select, period {; период {period} длится по {lastDay}{lastDayForNotice, select, none {} other {, последний день для уведомления: {lastDayForNotice}}}} withoutLimit { бессрочно} untilCondition { до наступления условия: {condition}} other {; срок действия не описан}}} other {, последний день действия: {lastDayInForce}}}} terminated {прекращено} expired {истекло} other {заменено последующим договором}}}}.{unsure}',
  entryIntoForce: 'Действует с {inForce}.{running}',
  registration: 'Соглашение следует представить для регистрации в Организации Объединённых Наций.',
  provisionalApplication:
    '{state, select, begins {Временно применяется с {day} до вступления в силу.} ended {С {day} временно не применяется: получено уведомление {notice} ({by}). Соглашение ещё может вступить в силу.} other {Временно применяться не будет: {day} получено уведомление {notice} ({by}). Соглашение ещё может вступить в силу.}}',
  renewalSettled:
    'Последний день для уведомления по периоду {period}, {lastDayForNotice}, прошёл, и ни одно уведомление не действует: продление {renewal} предрешено.',
  renewal:
    '{period, select, none {С {firstDay} действует бессрочно.} other {Продлено: период {period} длится с {firstDay} по {lastDay}{lastDayForNotice, select, none {} other {; последний день для уведомления: {lastDayForNotice}}}.}}',
  noticeReceived:
    'Уведомление о прекращении {notice} ({by}) получено {received}{revokedBy, select, none {{timing, select, inTime {, в срок} late {, после последнего дня для уведомления} other {}}; последний день действия: {lastDayInForce}.} other {; оно было отозвано ранее ({revokedBy}).}}{ignored, select, none {} other { В нём указано, что соглашение прекращает действовать {ignored}; этот день не учитывается.}}{endsBy, select, none {} expiry { Если Стороны не договорятся о продлении, срок соглашения истекает раньше, {endsBefore}.} other { Раньше наступает другое прекращение: последний день действия {endsBefore}.}}{isUnsure, select, true { Получено ли оно в срок, зависит от даты, которая неизвестна: запросите документ, который её подтверждает.} other {}}',
  noticeRevoked:
    '{state, select, works {Отзыв {revocation} ({by}) действует с {from}.} awaitsConsent {Отзыв {revocation} ({by}) получен; требуется согласие другой Стороны.} awaitsConsentLate {Отзыв {revocation} ({by}) получен после последнего дня для уведомления; требуется согласие другой Стороны.} ahead {Отзыв {revocation} ({by}) получен раньше уведомления {notice}, которое не будет иметь последствий.} aheadAwaitsConsent {Отзыв {revocation} ({by}) получен раньше уведомления {notice}, которое не будет иметь последствий при согласии другой Стороны.} consented {Отзыв {revocation} действует с {from} с согласия другой Стороны ({by}).} other {Согласие ({by}) получено раньше отзыва {revocation}.}}{lastDayInForce, select, none {} other { Предстоит другое прекращение; последний день действия: {lastDayInForce}.}}{renewal, select, none {} other { Без нового уведомления соглашение продлевается {renewal}.}}',
  terminationAgreed:
    'Стороны договорились прекратить соглашение: оно прекращает действовать {firstDayOut}. Действующие уведомления этим заменены, продления не будет.',
  termination:
    'Прекращено {cause, select, notice {по уведомлению {of}} other {по соглашению Сторон ({of})}}; последний день действия: {lastDayInForce}.',
  expiry:
    'Срок истёк; последний день действия: {lastDayInForce}{condition, select, none {. Соглашение не продлено} other {. Условие наступило: {condition}}}.',
  supersession: 'Заменено последующим договором ({laterTreaty}): прекращает действовать {firstDayOut}.',
  closingReport: 'Следует составить заключительный отчёт: права и обязательства, возникшие до прекращения, не затрагиваются.{survivals}',
  survivalEnded: 'Истекло {lastDay} то, что сохранялось после прекращения: {survivals}.',
  suspension: 'Действие приостановлено с {from}; периоды и сроки продолжают течь, уведомления сохраняют силу.',
  resumption: 'Вновь применяется с {from}.',
  protocolInForce: 'Протокол {protocol} действует с {from} как неотъемлемая часть соглашения.{running}',
  protocolApplied:
    '{how, select, namedDay {Изменения по протоколу {protocol} действуют с {from}.} retroactive {Изменения по протоколу {protocol} действуют с обратной силой с {from}.} provisional {Изменения по протоколу {protocol} временно применяются с {from}.} other {Протокол {protocol} временно не применяется с {from}.}}{running}',
  protocolNeverOperates: 'Протокол {protocol} не вступит в действие: соглашение прекратилось раньше.',
  reminder:
    '{state, select, ahead {Осталось: {ahead}.{notDone}} listed {Вы включены в список после отправки этого напоминания.{notDone}} late {Решение не принято, и напоминаний ранее не было.} escalated {Никто не подтвердил напоминание от {since}, решение не принято.} other {Безопасный день указать нельзя: последний день для уведомления мог уже пройти. Установите день и исправьте запись в реестре.}}{reminderDays}{unsure}',
  reminderDays:
    '{question, select, expiry { Срок соглашения истекает {due}, если Стороны не договорятся о продлении.} other {{sendBy, select, none {} other { Отправить уведомление не позднее {sendBy}.}} Уведомление, полученное после безопасного дня ({due}), может не предотвратить продление после периода {period}, который заканчивается {lastDay}.}}',
  running:
    ' Период {period} заканчивается {lastDay}{lastDayForNotice, select, none {} other {; последний день для уведомления: {lastDayForNotice}}}.',
  decided:
    'Решение: {decision, select, renew {продлить} terminate {направить уведомление} negotiate {вести переговоры} other {дать сроку истечь}} (за {by}: {person}, {authority}).',
  undecided: 'Решение не принято.',
  notDone:
    ' {decided} {question, select, expiry {Договорённость Сторон о продлении ещё не внесена.} other {Уведомление ещё не получено; при молчании соглашение продлевается.}}',
  decisionMade: 'Период {period}. {decided}',
  decisionOutcome:
    '{question, select, expiry {Период {period} закончился {asked}.} other {Безопасный день периода {period}, {asked}, прошёл.}} {decided} {outcome, select, endComing {Предстоит прекращение: продления не будет.} other {{question, select, expiry {Стороны не договорились о продлении.} other {Ни одно уведомление не действует: после {due} соглашение продлевается.}}}}',
  unsure: ' Известны лишь пределы: {items}.',
  unsureDay:
    '{type, select, signed {подписание} entry_agreed {вступление в силу} termination_notified {уведомление о прекращении} other {уведомление}}{by, select, none {} other { ({by})}}: {counted, select, none {с {notBefore} по {notAfter}} other {не позднее {notAfter}}}',
  survivals: ' После прекращения сохраняется: {items}.',
  survival: '{what}{lastDay, select, none {} other {, по {lastDay}}} ({article})',
  sendBy:
    'Уведомление {notice} ({agreement}) не отправлено. {isPast, select, true {Его следовало отправить не позднее {sendBy}, чтобы оно поступило до безопасного дня ({safe}): отправьте его самым быстрым способом, оно может поступить слишком поздно.} other {Его следует отправить не позднее {sendBy}, чтобы оно поступило до безопасного дня ({safe}).}}',
  proofOfReceipt:
    'Уведомление {notice} ({agreement}) отправлено {dispatched}; подтверждение получения ожидается с {expected}. Без получения уведомление не имеет последствий.',
  examination:
    'Уведомление {notice} ({agreement}; {by}), полученное {received}, не рассмотрено. До рассмотрения оно не внесено в реестр, и его последствия не учитываются.',
  noticeOutcome:
    'Уведомление {notice} ({agreement}; {kind}; {by}): {verdict, select, running {получено{inTime, select, yes {, в срок при любом толковании} no {, с опозданием} disputed {, в срок лишь при некоторых толкованиях} other {}}} tookEffect {возымело действие} revoked {отозвано} withoutEffect {не имеет последствий} other {ещё не получено}}{lastDayInForce, select, none {} other {; последний день действия: {lastDayInForce}}}.{certain, select, true {} other { При других толкованиях прекращение наступает в другой день.}}',
  protocolAwaited:
    'С {since} по протоколу {protocol} ({agreement}) ожидается: {awaited, select, consent {согласие другой Стороны} texts {текст на языках: {languages}; затем подписание} signature {подписание} completion {уведомление о выполнении внутригосударственных процедур ({parties})} other {вступление в силу самого соглашения}}.',
  silence:
    'Тревога: соглашение действует, но {found, select, noWorkflow {его никто не вёл} noProgress {его процесс не продвигается} other {его даты никто не отслеживал}}. {isRepaired, select, true {Восстановлено по реестру: даты снова отслеживаются.} other {Восстановить не удалось. Немедленно выполните npx servanda register compare {agreement} и до тех пор следите за датами сами.}}',
};
