/** Duration and renewal, and termination by notice. VCLT art. 54. */
import { readDate, readDaysOfYear, readFirstPeriod, readInterval, readLength, readNoticeBefore } from './answers.ts';
import { articleAnd, conditionAsked } from './entry-questions.ts';
import { WrongAnswer, type Asking } from './asking.ts';

export async function duration(i: Asking): Promise<object> {
  const t = i.texts.duration;
  const kind = await i.choose('kind', t.kind, t.kindChoices);
  if (kind === 'indefinite') {
    const endsWith = await conditionAsked(i, t.endsWith);
    return { kind, ...(endsWith ? { endsWith } : {}), ...(await articleAnd(i)) };
  }
  const first = await i.ask({
    name: 'first',
    text: t.first,
    example: '5 years, 1 year 6 months, until 2020-12-31',
    read: readFirstPeriod,
  });
  const countedFrom = await i.choose('countedFrom', t.countedFrom, t.countedFromChoices);
  const anchor =
    countedFrom === 'day'
      ? await i.ask({ name: 'countedFromDay', text: i.texts.entry.day, example: '2024-01-01', kind: 'day', read: readDate })
      : countedFrom;
  const renewed = await renewal(i);
  return {
    kind,
    first,
    ...(anchor === 'entryIntoForce' ? {} : { countedFrom: anchor }),
    renewal: renewed,
    ...(await notice(i, renewed)),
    ...(await articleAnd(i)),
  };
}

async function renewal(i: Asking): Promise<{ kind: string }> {
  const t = i.texts.duration;
  const kind = await i.choose('renewal', t.renewal, t.renewalChoices);
  if (kind === 'withoutLimit' || kind === 'none') return { kind };
  const each = { name: 'each', text: t.each, example: '5 years', read: readLength };
  if (kind === 'byAgreement') {
    const length = await i.askIfAny(each);
    return { kind, ...(length ? { length } : {}) };
  }
  const length = await i.ask(each);
  const times = await i.askIfAny({ name: 'times', text: t.times, example: '1', read: readCount });
  return { kind, length, ...(times ? { times } : {}) } as { kind: string };
}

function readCount(answer: string): number {
  if (/^[1-9]\d{0,3}$/.test(answer)) return Number(answer);
  throw new WrongAnswer('count');
}

/** Without renewal there is nothing for a notice to prevent. */
async function notice(i: Asking, { kind }: { kind: string }): Promise<object> {
  if (kind === 'none') return {};
  const t = i.texts.duration;
  const noticeBefore = await i.askIfAny({
    name: 'noticeBefore',
    text: t.noticeBefore,
    example: '6 months, or first 1 year, later 6 months',
    read: readNoticeBefore,
  });
  if (!noticeBefore) return {};
  const counts = await i.choose('counts', t.counts, t.countsChoices);
  return { noticeBefore, ...(counts === 'unsaid' ? {} : { counts }) };
}

export async function termination(i: Asking): Promise<object | undefined> {
  const t = i.texts.termination;
  const when = await i.choose('when', t.when, t.whenChoices);
  switch (when) {
    case 'none':
      return undefined;
    case 'endOfPeriod':
      return { when, ...(await withdrawal(i)), ...(await articleAnd(i)) };
    case 'onFixedDays': {
      const days = await i.ask({ name: 'days', text: t.days, example: '31 December, or 30 June, 31 December', read: readDaysOfYear });
      const before = await i.ask({ name: 'before', text: t.before, example: '6 months', read: readLength });
      return { when, days, notice: before, ...(await counted(i)), ...(await withdrawal(i)), ...(await articleAnd(i)) };
    }
    default:
      return {
        when,
        ...(await effect(i)),
        ...(await counted(i)),
        ...(when === 'afterFirstPeriod' ? await bar(i) : {}),
        ...(await withdrawal(i)),
        ...(await articleAnd(i)),
      };
  }
}

/** A plain length is `notice`; an interval that runs on to the first day of a month or a year is `then`. */
async function effect(i: Asking): Promise<object> {
  return i.ask<object>({
    name: 'effect',
    text: i.texts.termination.effect,
    example: '6 months, 180 days, or 6 months, then first day of the 1st month',
    read: answer => (/first|january/i.test(answer) ? { then: readInterval(answer) } : { notice: readLength(answer) }),
  });
}

async function counted(i: Asking): Promise<object> {
  const counts = await i.choose('counted', i.texts.termination.counted, i.texts.termination.countedChoices);
  return counts === 'received' ? {} : { counts };
}

async function bar(i: Asking): Promise<object> {
  const t = i.texts.termination;
  const bars = await i.choose('bars', t.bars, t.barsChoices);
  const barredFor = await i.askIfAny({
    name: 'barredFor',
    text: t.barredFor,
    example: '3 years',
    read: readLength,
  });
  return { bars, ...(barredFor ? { barredFor } : {}) };
}

async function withdrawal(i: Asking): Promise<object> {
  const withdrawn = await i.choose('withdrawn', i.texts.termination.withdrawn, i.texts.termination.withdrawnChoices);
  return withdrawn === 'free' ? {} : { withdrawal: withdrawn };
}
