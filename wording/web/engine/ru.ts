/** Russian: the engine room. */
import type { engine as en } from './en.ts';

export const engine: typeof en = {
  heading: 'Таймеры',
  intro: 'Что есть в реестре и что действительно ждёт в Temporal.',
  register: 'Реестр',
  rehearsals: 'Репетиции',
  head: 'строка {line}',
  verified: 'Последняя проверка',
  verifiedAs: '{at}: {sound, select, true {все печати целы} other {реестр изменён}} (строк: {lines})',
  backedUp: 'Последняя резервная копия',
  backedUpAs: '{at}: строк: {lines}, в {folder}',
  reconciled: 'Последняя сверка',
  reconciledAs:
    '{at}: соглашений: {agreements}; {differed, plural, =0 {расхождений нет} other {с расхождениями: {differed}, осталось: {left}}}',
  never: 'в этой папке не отмечена',
  ui: 'интерфейс Temporal',
  worker: 'Рабочий процесс',
  workers: '{count, plural, =0 {ни один не принимает задачи} other {принимают задачи: {n}}}',
  deliveries: 'Письма в пути',
  deliveriesOf:
    '{count, plural, =0 {нет} one {по {n} соглашению: {ids}} few {по {n} соглашениям: {ids}} many {по {n} соглашениям: {ids}} other {по {n} соглашениям: {ids}}}',
  unasked: 'Temporal ответил не на всё. Чего ниже нет, то не просмотрено и может расходиться с реестром. {why}',
  stalled: 'Процессы, которые стоят',
  noWorkflow: '{agreement}: процесс не запущен.',
  noProgress: '{agreement}: задача процесса раз за разом завершается ошибкой, или его идентификатор занят другой службой.',
  timers: 'Ожидающие таймеры',
  timersOf: 'Ожидающие таймеры: {agreement}',
  timersIntro: 'Списка ожидающих таймеров у Temporal нет. Эти прочитаны из истории каждого процесса.',
  none: 'Ожидающих таймеров нет.',
  more: '{count, plural, one {ещё {n}} few {ещё {n}} many {ещё {n}} other {ещё {n}}}',
  differs: 'Расхождения с реестром',
  same: 'Расхождений нет.',
  differences: '{count, plural, =0 {нет} one {{n} расхождение} few {{n} расхождения} many {{n} расхождений} other {{n} расхождения}}',
  notSeen: 'не просмотрено',
  columns: { agreement: 'Соглашение', fires: 'Сработает', what: 'Что', basis: 'Статья', workflow: 'Процесс', differs: 'Расхождения' },
  find: 'Соглашение по идентификатору',
  show: 'Показать',
  unknown: 'Соглашения с идентификатором «{id}» нет.',
  machine: {
    heading: 'Автомат соглашения',
    intro:
      'Вся жизнь, какую допускает право; отмечено, где соглашение находится сейчас. Состояния и события названы так, как в коде и в интерфейсе Temporal. Условие стоит в квадратных скобках.',
    title: 'Автомат соглашения, нынешние состояния отмечены',
    now: 'Сейчас',
    description: 'Сейчас: {states}.',
    leads:
      '{count, plural, one {дальше ведёт {n} переход} few {дальше ведут {n} перехода} many {дальше ведут {n} переходов} other {дальше ведут {n} перехода}}',
  },
};
