/** Entry into force, and application before it. VCLT art. 24, 25. */
import { readDate, readInterval } from './answers.ts';
import { readWords, type Interview } from './interview.ts';

export type PartyCodes = readonly [string, string];

/** The article, and how the text is bent to fit: asked at the end of each clause. */
export async function articleAnd(i: Interview): Promise<object> {
  const article = await i.ask({ text: 'Which article?', example: 'art. 13', read: readWords });
  const bent = await i.askIfAny({
    text: 'Does the text say otherwise than these answers? In what words?',
    example: 'the text says "upon completion", which is taken as the last notification',
    read: readBent,
  });
  return { article, ...(bent ? { bent } : {}) };
}

/** "No" is an answer to the question and not the words of a text; "yes" is not yet one. */
function readBent(answer: string): string | undefined {
  if (/^(?:no|none)\.?$/i.test(answer)) return undefined;
  if (/^yes\.?$/i.test(answer)) throw new RangeError('must be in words what the text says, or Enter for none');
  return readWords(answer);
}

export async function entryIntoForce(i: Interview, parties: PartyCodes, ofProtocols = false): Promise<object> {
  const on = await i.choose('What brings it into force?', {
    lastNotification: 'the last notification that internal procedures are completed',
    signature: 'signature alone',
    exchangeOfInstruments: 'the exchange of instruments of ratification',
    fixedDate: 'a day that the text names',
    unseen: 'the clause has not been seen; a published date counts',
  });
  const clause = { on, ...(await how(i, on, parties)) };
  const condition =
    ofProtocols || on === 'unseen'
      ? undefined
      : await conditionAsked(i, 'Not before something outside the agreement has come about? What?');
  return { ...clause, ...(condition ? { condition } : {}), ...(await articleAnd(i)) };
}

async function how(i: Interview, on: string, [one, other]: PartyCodes): Promise<object> {
  switch (on) {
    case 'lastNotification': {
      const awaited = await i.choose('Whose notification is awaited?', {
        both: 'of both Parties',
        [one]: `of ${one} alone`,
        [other]: `of ${other} alone`,
      });
      const counts = await i.choose('Which date of the notification counts?', {
        received: 'its receipt',
        dispatched: 'its dispatch',
        dated: 'the date that it bears',
      });
      return { ...(awaited === 'both' ? {} : { parties: [awaited] }), counts, then: await then(i, 'the last notification') };
    }
    case 'signature':
    case 'exchangeOfInstruments':
      return { then: await then(i, on === 'signature' ? 'signature' : 'the exchange') };
    case 'fixedDate': {
      const date = await i.ask({ text: 'Which day?', example: '2001-07-01', read: readDate });
      const bound = await i.choose('Must both have notified by then?', {
        no: 'the day alone counts',
        yes: 'a later last notification moves it',
      });
      return { date, ...(bound === 'yes' ? { afterLastNotification: true } : {}) };
    }
    default:
      return {};
  }
}

const then = (i: Interview, anchor: string) =>
  i.askOr(
    { text: `How long after ${anchor}?`, example: '30 days, 30 days expired, 6 months, first day of the 2nd month', read: readInterval },
    'sameDay',
  );

/** What the clause waits for, with the name by which a fact says that it is met. */
export async function conditionAsked(i: Interview, text: string): Promise<object | undefined> {
  const what = await i.askIfAny({ text, example: 'the agreement on the customs union is in force', read: readWords });
  if (!what) return undefined;
  const id = await i.ask({
    text: 'A short name for it, by which a fact will say that it is met?',
    example: 'customs-union',
    read: readWords,
  });
  const article = await i.ask({ text: 'Which article says so?', example: 'art. 13', read: readWords });
  return { id, what, article };
}

export async function provisionalApplication(i: Interview): Promise<object | undefined> {
  const applied = await i.choose('Is the agreement itself applied before it is in force?', {
    no: 'the text does not say so: it is not',
    signature: 'from signature',
    day: 'from a day that the text names',
  });
  if (applied === 'no') return undefined;
  const from = applied === 'signature' ? applied : await i.ask({ text: 'From which day?', example: '2024-01-01', read: readDate });
  return { from, ...(await articleAnd(i)) };
}
