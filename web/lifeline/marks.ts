/** The marks below the enlarged band. */
import { dayOfNumber, type Day, type Life } from './model.ts';
import type { Label } from './place-labels.ts';
import { isToBeSent, type LifelineContext } from './wording.ts';
import type { Scale } from './scale.ts';

/** At most four marks below the band; the main ones are placed first. */
export function marksOf(life: Life, { words, names, isAnotherDay = false }: LifelineContext, scale: Scale): Label[] {
  const m = words.m.lifeline;
  const day = (n: Day): string => words.day(dayOfNumber(n));
  const { asOf, window: w, end, notices } = life;
  const soft = (said: string): Label['lines'][number] => ({ text: said, style: 'plain', color: 'soft' });
  const today: Label = {
    x: scale(asOf),
    side: 'right',
    leader: 'lead',
    lines: [{ text: isAnotherDay ? day(asOf) : m.todayShort, style: 'bold' }],
  };
  if (end) {
    const others = end.lasts.slice(1);
    const received = notices.filter(n => n.effect === end.lasts[0] && n.received <= asOf).slice(0, 1);
    return [
      {
        x: scale(end.lasts[0]! + 1),
        side: 'right',
        leader: 'lead red',
        lines: [
          { text: words.say(m.lastDay, { day: day(end.lasts[0]!) }), style: 'main', color: 'red' },
          ...(others.length ? [soft(m.lastCertain)] : []),
        ],
      },
      ...(isAnotherDay && received.some(n => n.received === asOf) ? [] : [{ ...today, side: 'left' as const }]),
      ...(others.length
        ? [
            {
              x: scale(others.at(-1)! + 1),
              side: 'left' as const,
              leader: 'lead',
              lines: [{ text: words.days(others.slice(-2).map(dayOfNumber), 'conjunction'), style: 'bold' as const }, soft(m.lastOthers)],
            },
          ]
        : []),
      ...received.map((n): Label => ({
        x: scale(n.received),
        side: 'right',
        leader: 'lead',
        lines: [{ text: day(n.received), style: 'bold' }, soft(words.say(m.noticeReceived, { by: words.party(n.by, names) }))],
      })),
    ];
  }
  if (!w) {
    const running = life.periods.find(p => p.kind === 'running');
    return [
      today,
      ...(running
        ? [
            {
              x: scale(running.lasts[0]! + 1),
              side: 'left' as const,
              leader: 'lead',
              lines: [
                { text: words.days(running.lasts.map(dayOfNumber)), style: 'bold' as const },
                soft(words.say(m.lastDayOf, { n: running.number })),
              ],
            },
          ]
        : []),
    ];
  }
  const later = w.lasts.slice(1);
  const late = w.sendBy < asOf;
  const sendBy: Label = {
    x: scale(Math.max(asOf, w.sendBy + 1)),
    side: 'left',
    leader: w.isDecided ? 'lead' : 'lead red',
    lines: [
      w.isDecided
        ? { text: words.say(m.changeable, { day: day(w.sendBy) }), style: 'bold' }
        : { text: words.say(m.sendBy, { day: day(w.sendBy) }), style: 'main', color: 'red' },
      soft(words.counted(m.delivery, w.safe - Math.max(w.sendBy, asOf))),
    ],
  };
  const isSent = isToBeSent(life);
  const opens: Label = {
    x: scale(w.from),
    side: 'right',
    leader: 'lead',
    lines: [{ text: words.say(m.noticeFrom, { day: day(w.from) }), style: 'bold' }],
  };
  return [
    ...(isSent ? [sendBy] : []),
    {
      x: scale(w.safe + 1),
      side: 'right',
      leader: 'lead blue',
      lines: [
        { text: words.say(m.safeDay, { day: day(w.safe) }), style: 'main', color: 'blue' },
        soft(m.onEvery),
        ...(later.length ? [soft(words.say(m.onSome, { day: day(later[0]!), some: later.length, all: w.lasts.length }))] : []),
      ],
    },
    ...(late && isSent ? [] : [today]),
    ...(w.from > asOf ? [opens] : []),
  ];
}
