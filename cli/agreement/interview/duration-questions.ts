/** Duration and renewal, and the end by notice. VCLT art. 54. */
import { readDate, readDaysOfYear, readFirstPeriod, readInterval, readLength, readNoticeBefore } from './answers.ts';
import { articleAnd, conditionAsked } from './entry-questions.ts';
import type { Interview } from './interview.ts';

export async function duration(i: Interview): Promise<object> {
  const kind = await i.choose('For how long is it concluded?', {
    periods: 'for a period, which may be renewed',
    indefinite: 'without limit',
  });
  if (kind === 'indefinite') {
    const endsWith = await conditionAsked(i, 'Does it end when something outside the agreement comes about? What?');
    return { kind, ...(endsWith ? { endsWith } : {}), ...(await articleAnd(i)) };
  }
  const first = await i.ask({
    text: 'How long is the first period?',
    example: '5 years, 1 year 6 months, until 2020-12-31',
    read: readFirstPeriod,
  });
  const countedFrom = await i.choose('From which day is it counted?', {
    entryIntoForce: 'entry into force',
    signature: 'signature',
    day: 'a day that the text names',
  });
  const anchor = countedFrom === 'day' ? await i.ask({ text: 'Which day?', example: '2024-01-01', read: readDate }) : countedFrom;
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

async function renewal(i: Interview): Promise<{ kind: string }> {
  const kind = await i.choose('What happens at the end of the period?', {
    automatic: 'it is renewed unless a Party gives notice',
    byAgreement: 'it is renewed only if the Parties agree',
    withoutLimit: 'it remains in force without limit',
    none: 'it expires',
  });
  if (kind === 'withoutLimit' || kind === 'none') return { kind };
  const each = { text: 'How long is each further period?', example: '5 years', read: readLength };
  if (kind === 'byAgreement') {
    const length = await i.askIfAny(each);
    return { kind, ...(length ? { length } : {}) };
  }
  const length = await i.ask(each);
  const times = await i.askIfAny({ text: 'How many times at most, if the text says so?', example: '1', read: readCount });
  return { kind, length, ...(times ? { times } : {}) } as { kind: string };
}

function readCount(answer: string): number {
  if (/^[1-9]\d{0,3}$/.test(answer)) return Number(answer);
  throw new RangeError('must be a whole number of at least 1');
}

/** Where nothing is renewed there is no renewal to prevent. */
async function notice(i: Interview, { kind }: { kind: string }): Promise<object> {
  if (kind === 'none') return {};
  const noticeBefore = await i.askIfAny({
    text: 'How long before the end of a period must a notice be given to prevent the renewal?',
    example: '6 months, or first 1 year, later 6 months',
    read: readNoticeBefore,
  });
  if (!noticeBefore) return {};
  const counts = await i.choose('Which date of that notice counts?', {
    unsaid: 'the text does not say; servanda shows both',
    received: 'its receipt',
    dispatched: 'its dispatch',
    dated: 'the date that it bears',
  });
  return { noticeBefore, ...(counts === 'unsaid' ? {} : { counts }) };
}

export async function termination(i: Interview): Promise<object | undefined> {
  const when = await i.choose('How may a Party end it by notice?', {
    none: 'the text does not say',
    anyTime: 'at any time, some time after the notice',
    endOfPeriod: 'only by preventing a renewal',
    afterFirstPeriod: 'not before the first period, or some years, are over',
    onFixedDays: 'only on a day of the year, such as 31 December',
  });
  switch (when) {
    case 'none':
      return undefined;
    case 'endOfPeriod':
      return { when, ...(await withdrawal(i)), ...(await articleAnd(i)) };
    case 'onFixedDays': {
      const days = await i.ask({ text: 'On which days?', example: '31 December, or 30 June, 31 December', read: readDaysOfYear });
      const before = await i.ask({ text: 'How long before such a day must the notice be given?', example: '6 months', read: readLength });
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

/** A length alone is `notice`; what goes on to the first of a month or of a year is `then`. */
async function effect(i: Interview): Promise<object> {
  return i.ask<object>({
    text: 'How long after the notice does it end?',
    example: '6 months, 180 days, or 6 months, then first day of the 1st month',
    read: answer => (/first|january/i.test(answer) ? { then: readInterval(answer) } : { notice: readLength(answer) }),
  });
}

async function counted(i: Interview): Promise<object> {
  const counts = await i.choose('From which date of the notice?', {
    received: 'its receipt',
    dispatched: 'its dispatch',
    dated: 'the date that it bears',
  });
  return counts === 'received' ? {} : { counts };
}

async function bar(i: Interview): Promise<object> {
  const bars = await i.choose('What is barred until then?', {
    effect: 'the end: a notice may be given, and works only after it',
    giving: 'the notice itself may not be given',
  });
  const barredFor = await i.askIfAny({
    text: 'For how long from entry into force, if not for the first period?',
    example: '3 years',
    read: readLength,
  });
  return { bars, ...(barredFor ? { barredFor } : {}) };
}

async function withdrawal(i: Interview): Promise<object> {
  const withdrawn = await i.choose('May a notice be withdrawn again?', {
    free: 'by the Party that gave it, alone',
    byConsent: 'only with the consent of the other Party',
  });
  return withdrawn === 'free' ? {} : { withdrawal: withdrawn };
}
