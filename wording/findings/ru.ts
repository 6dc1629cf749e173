/** Russian. */
import type { FindingMessages } from './messages.ts';

export const findings: FindingMessages = {
  fixedDateBeforeSignature:
    'текст назначает вступление в силу на {date}, до подписания ({signed}); тогда оно считается с {inForce}. Укажите дату, названную в тексте.',
  fixedEndBeforeEntry: 'первый период кончается {lastDay}, до вступления соглашения в силу ({inForce}).',
  neverAppliedProvisionally: 'временное применение не наступает: оно началось бы {from}, а соглашение действует с {inForce}.',
  noticeLongerThanPeriod:
    'никакое уведомление не может быть подано в срок: последний день для уведомления периода {period} – {lastDayForNotice}, а период начинается лишь {firstDay} (по {lastDay}).',
  noticeLongerThanSomePeriods:
    'для периода {period} уведомление не может быть подано в срок: он начинается {firstDay}, а его последний день для уведомления – {lastDayForNotice}.',
  noticeAsLongAsPeriod:
    'срок уведомления равен периоду: период {period} начинается {firstDay}, его последний день для уведомления – {lastDayForNotice}. В срок подано разве что уведомление первого дня.',
  noRenewalToPrevent:
    'продления, которое можно предотвратить, нет: срок соглашения истекает {lastDay} и с уведомлением не позднее {lastDayForNotice}, и без него. Уберите noticeBefore или укажите, как соглашение продлевается.',
  limitNeverReached:
    'продления числом {times} ничего не ограничивают: после периода, который кончается {lastDay}, остаётся ещё более двухсот лет.',
  daysAgainstYears:
    'первый период исчисляется днями, а последующие – месяцами или годами: он кончается {lastDay}, тогда как {years} кончились бы за день до {byYears}. Укажите {written}, если имеются в виду годы.',
  transitLongerThanPeriod:
    'уведомление, отправленное {firstDay}, в начале периода, поступает {arrival}, когда период уже кончился ({lastDay}; время в пути: {transit}).',
  noticeWithoutEffect: 'никакое уведомление не может иметь последствий. Полученное {received}: {why}',
  noticeChangesNothing:
    'уведомление ничего не меняет: полученное {received} или позднее, оно прекращает соглашение {lastDay}, когда срок истекает и без него.',
  noticeBeyondPeriods:
    'срок уведомления длиннее любого периода: полученное {received}, слишком поздно для периода по {periodEnd}, оно прекращает соглашение лишь {lastDay}, после новых продлений.',
  endlessAfterFirstPeriod:
    'с {withoutLimitFrom} соглашение действует бессрочно, а уведомление может прекратить его только с концом периода: больше его ничто не прекращает.',
  amendmentNeverMet:
    'ни один протокол не может вступить в силу: подписанный {signed}, с обоими уведомлениями, полученными {notified}, не вступает.',
  amendmentDatePassed:
    '{date} проходит раньше любого протокола: подписанный {signed} вступает в силу {entry}. Укажите, как вступает в силу каждый протокол.',
  readingNeverDiffers:
    '{question}: {choice} при этих положениях ничего не меняет; от него не зависит ни одна дата. {question, select, revocation {Если уведомление отзывается только по согласию, укажите termination.withdrawal: byConsent.} other {Уберите его или проверьте положение, к которому оно относится.}}',
};
