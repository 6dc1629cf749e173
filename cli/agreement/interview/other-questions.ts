/** What stands before and after the final clauses: the Parties, title and signature; amendment, what survives the end, and the sources. */
import { zone, type CalendarDate } from '../../../clauses/calendar.ts';
import { articleAnd, entryIntoForce, type PartyCodes } from './entry-questions.ts';
import { readDate, readLength } from './answers.ts';
import { readAs, readWords, WrongAnswer, type Interview } from './interview.ts';

export interface PartyAnswer {
  id: string;
  name: { en: string };
  zone: string;
}

export async function parties(i: Interview): Promise<[PartyAnswer, PartyAnswer]> {
  const one = await party(i, i.texts.party.one, []);
  return [one, await party(i, i.texts.party.other, [one.id])];
}

async function party(i: Interview, which: string, taken: readonly string[]): Promise<PartyAnswer> {
  const t = i.texts.party;
  const id = await i.ask({
    text: i.worded(t.code, { which }),
    example: 'KZ',
    read: answer => {
      const code = answer.toUpperCase();
      if (!/^[A-Z]{2,3}$/.test(code)) throw new WrongAnswer('code');
      if (taken.includes(code)) throw new WrongAnswer('codeTaken');
      return code;
    },
  });
  const en = await i.ask({ text: i.worded(t.name, { id }), example: 'Government of the Republic of Kazakhstan', read: readWords });
  return {
    id,
    name: { en },
    zone: await i.ask({ text: i.worded(t.zone, { id }), example: 'Asia/Almaty', read: readAs(zone, 'zone') }),
  };
}

export const title = (i: Interview): Promise<string> =>
  i.ask({ text: i.texts.title, example: 'Agreement on cooperation in government communications', read: readWords });

export async function signature(i: Interview): Promise<{ on: CalendarDate; place?: string }> {
  const on = await i.ask({ text: i.texts.signed, example: '2004-03-01', read: readDate });
  const place = await i.askIfAny({ text: i.texts.place, example: 'Astana', read: readWords });
  return { on, ...(place ? { place } : {}) };
}

export const agreementId = (i: Interview, codes: PartyCodes, named: string, on: CalendarDate): Promise<string> =>
  i.askOr(
    {
      text: i.texts.id,
      example: 'kz-az-2004-government-communications',
      read: answer => {
        if (/^[a-z0-9][a-z0-9-]{2,79}$/.test(answer)) return answer;
        throw new WrongAnswer('id');
      },
    },
    idFrom(codes, named, on),
  );

/** `kz-az-2004-government-communications` */
function idFrom(codes: PartyCodes, named: string, on: CalendarDate): string {
  const words = named.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  const telling = words.filter(w => !/^(agreement|treaty|between|government|republic|concerning|cooperation)$/.test(w)).slice(0, 2);
  return [...codes.map(c => c.toLowerCase()), on.slice(0, 4), ...telling].join('-').slice(0, 80);
}

export async function amendment(i: Interview, codes: PartyCodes): Promise<object | undefined> {
  const by = await i.choose(i.texts.amendment.by, i.texts.amendment.byChoices);
  if (by === 'none') return undefined;
  const own = by === 'otherwise' ? { entryIntoForce: await entryIntoForce(i, codes, true) } : {};
  return { by: 'protocol', ...own, ...(await articleAnd(i)) };
}

export async function survivals(i: Interview): Promise<object[] | undefined> {
  const t = i.texts.survivals;
  const all: object[] = [];
  for (;;) {
    const what = await i.askIfAny({
      text: all.length ? t.more : t.what,
      example: t.example,
      read: readWords,
    });
    if (!what) return all.length ? all : undefined;
    const length = await i.askIfAny({ text: t.length, example: '10 years', read: readLength });
    all.push({ what, ...(length ? { length } : {}), ...(await articleAnd(i)) });
  }
}

export async function sources(i: Interview): Promise<object[]> {
  const t = i.texts.sources;
  const all: object[] = [];
  do {
    const what = await i.ask({ text: t.what, example: t.whatExample, read: readWords });
    all.push({
      what,
      where: await i.ask({ text: t.where, example: t.whereExample, read: readWords }),
    });
  } while ((await i.choose(t.another, t.anotherChoices)) === 'yes');
  return all;
}
