/**
 * The questions before and after the final clauses: Parties, title and signature; amendment, provisions that survive the end, and sources.
 */
import type { Agreement } from '../../clauses/agreement.ts';
import { zone, type CalendarDate } from '../../clauses/calendar.ts';
import { articleAnd, entryIntoForce, type PartyCodes } from './entry-questions.ts';
import { readDate, readLength } from './answers.ts';
import { readAs, readWords, WrongAnswer, type Asking } from './asking.ts';

export interface PartyAnswer {
  id: string;
  name: { en: string };
  zone: string;
}

export async function parties(i: Asking): Promise<[PartyAnswer, PartyAnswer]> {
  const one = await i.within('one', () => party(i, i.texts.party.one, []));
  return [one, await i.within('other', () => party(i, i.texts.party.other, [one.id]))];
}

async function party(i: Asking, which: string, taken: readonly string[]): Promise<PartyAnswer> {
  const t = i.texts.party;
  const id = await i.ask({
    name: 'code',
    text: i.worded(t.code, { which }),
    example: 'KZ',
    read: answer => {
      const code = answer.toUpperCase();
      if (!/^[A-Z]{2,3}$/.test(code)) throw new WrongAnswer('code');
      if (taken.includes(code)) throw new WrongAnswer('codeTaken');
      return code;
    },
  });
  return { id, ...(await nameAndZone(i, id || which)) }; // before its code is known
}

async function nameAndZone(i: Asking, called: string): Promise<Omit<PartyAnswer, 'id'>> {
  const { name: named, zone: zoned } = i.texts.party;
  const en = await i.ask({
    name: 'name',
    text: i.worded(named, { id: called }),
    example: 'Government of the Republic of Kazakhstan',
    read: readWords,
  });
  return {
    name: { en },
    zone: await i.ask({ name: 'zone', text: i.worded(zoned, { id: called }), example: 'Asia/Almaty', read: readAs(zone, 'zone') }),
  };
}

/** Asks about known Parties. Their codes never change, because facts refer to Parties by them. */
export async function namesOfParties(i: Asking, [one, other]: Agreement['parties']): Promise<Agreement['parties']> {
  const asked = async (party: Agreement['parties'][number]): Promise<Agreement['parties'][number]> => {
    const { name, zone: zoned } = await nameAndZone(i, party.id);
    return { ...party, name: { ...party.name, ...name }, zone: zoned };
  };
  return [await i.within('one', () => asked(one)), await i.within('other', () => asked(other))];
}

export const title = (i: Asking): Promise<string> =>
  i.ask({ name: 'title', text: i.texts.title, example: 'Agreement on cooperation in government communications', read: readWords });

export async function signature(i: Asking): Promise<{ on: CalendarDate; place?: string }> {
  const on = await i.ask({ name: 'signed', text: i.texts.signed, example: '2004-03-01', kind: 'day', read: readDate });
  const place = await i.askIfAny({ name: 'place', text: i.texts.place, example: 'Astana', read: readWords });
  return { on, ...(place ? { place } : {}) };
}

export const agreementId = (i: Asking, codes: PartyCodes, named: string, on: CalendarDate): Promise<string> =>
  i.askOr(
    {
      name: 'id',
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

export async function amendment(i: Asking, codes: PartyCodes): Promise<object | undefined> {
  const by = await i.choose('by', i.texts.amendment.by, i.texts.amendment.byChoices);
  if (by === 'none') return undefined;
  const own = by === 'otherwise' ? { entryIntoForce: await i.within('own', () => entryIntoForce(i, codes, true)) } : {};
  return { by: 'protocol', ...own, ...(await articleAnd(i)) };
}

export async function survivals(i: Asking): Promise<object[] | undefined> {
  const t = i.texts.survivals;
  const all: object[] = [];
  for (;;) {
    const what = await i.askIfAny({
      name: 'what',
      text: all.length ? t.more : t.what,
      example: t.example,
      read: readWords,
    });
    if (!what) return all.length ? all : undefined;
    const length = await i.askIfAny({ name: 'length', text: t.length, example: '10 years', read: readLength });
    all.push({ what, ...(length ? { length } : {}), ...(await articleAnd(i)) });
  }
}

export async function sources(i: Asking): Promise<object[]> {
  const t = i.texts.sources;
  const all: object[] = [];
  do {
    const what = await i.ask({ name: 'what', text: t.what, example: t.whatExample, read: readWords });
    all.push({
      what,
      where: await i.ask({ name: 'where', text: t.where, example: t.whereExample, read: readWords }),
    });
  } while ((await i.choose('another', t.another, t.anotherChoices)) === 'yes');
  return all;
}
