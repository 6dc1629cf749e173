/** Entry into force, and provisional application. VCLT art. 24, 25. */
import { intervalInWords, readDate, readInterval } from './answers.ts';
import { readWords, WrongAnswer, type Asking } from './asking.ts';

export type PartyCodes = readonly [string, string];

/** The article, and the wording of the text where the fields only approximate it. Asked at the end of each clause. */
export async function articleAnd(i: Asking): Promise<object> {
  const article = await i.ask({ name: 'article', text: i.texts.article, example: 'art. 13', read: readWords });
  const bent = await i.askIfAny({
    name: 'bent',
    text: i.texts.bent,
    example: i.texts.bentExample,
    read: readBent,
  });
  return { article, ...(bent ? { bent } : {}) };
}

/** Reads "no", in any of the languages, as an empty answer, and rejects "yes", which does not give the wording yet. */
function readBent(answer: string): string | undefined {
  if (/^(?:no|none|нет|жоқ|yoxdur|xeyr)\.?$/iu.test(answer)) return undefined;
  if (/^(?:yes|да|иә|bəli|hə)\.?$/iu.test(answer)) throw new WrongAnswer('bent');
  return readWords(answer);
}

export async function entryIntoForce(i: Asking, parties: PartyCodes, ofProtocols = false): Promise<object> {
  const { on: asked, onChoices, condition: unless } = i.texts.entry;
  const on = await i.choose('on', asked, onChoices);
  const clause = { on, ...(await how(i, on, parties)) };
  const condition = ofProtocols || on === 'unseen' ? undefined : await conditionAsked(i, unless);
  return { ...clause, ...(condition ? { condition } : {}), ...(await articleAnd(i)) };
}

async function how(i: Asking, on: string, [one, other]: PartyCodes): Promise<object> {
  const t = i.texts.entry;
  switch (on) {
    case 'lastNotification': {
      const { party } = i.texts;
      const awaited = await i.choose('awaited', t.awaited, {
        both: t.both,
        one: i.worded(t.ofOne, { party: one || party.one }),
        other: i.worded(t.ofOne, { party: other || party.other }),
      });
      const counts = await i.choose('counts', t.counts, t.countsChoices);
      return {
        ...(awaited === 'both' ? {} : { parties: [awaited === 'one' ? one : other] }),
        counts,
        then: await then(i, t.after.lastNotification),
      };
    }
    case 'signature':
    case 'exchangeOfInstruments':
      return { then: await then(i, on === 'signature' ? t.after.signature : t.after.exchange) };
    case 'fixedDate': {
      const date = await i.ask({ name: 'date', text: t.day, example: '2001-07-01', kind: 'day', read: readDate });
      const bound = await i.choose('bound', t.bound, t.boundChoices);
      return { date, ...(bound === 'yes' ? { afterLastNotification: true } : {}) };
    }
    default:
      return {};
  }
}

const then = (i: Asking, text: string) =>
  i.askOr(
    { name: 'then', text, example: '30 days, 30 days expired, 6 months, first day of the 2nd month', read: readInterval },
    'sameDay',
    intervalInWords('sameDay'),
  );

/** The condition that the clause awaits, and the name by which a fact reports that it is met. */
export async function conditionAsked(i: Asking, text: string): Promise<object | undefined> {
  const what = await i.askIfAny({ name: 'condition', text, example: i.texts.condition.example, read: readWords });
  if (!what) return undefined;
  const id = await i.ask({
    name: 'conditionId',
    text: i.texts.condition.name,
    example: 'customs-union',
    read: readWords,
  });
  const article = await i.ask({ name: 'conditionArticle', text: i.texts.condition.article, example: 'art. 13', read: readWords });
  return { id, what, article };
}

export async function provisionalApplication(i: Asking): Promise<object | undefined> {
  const { applied: asked, appliedChoices, from: day } = i.texts.provisional;
  const applied = await i.choose('applied', asked, appliedChoices);
  if (applied === 'no') return undefined;
  const from =
    applied === 'signature' ? applied : await i.ask({ name: 'from', text: day, example: '2024-01-01', kind: 'day', read: readDate });
  return { from, ...(await articleAnd(i)) };
}
