/** What stands before and after the final clauses: the Parties, title and signature; amendment, what survives the end, and the sources. */
import { zone, type CalendarDate } from '../../../clauses/calendar.ts';
import { articleAnd, entryIntoForce, type PartyCodes } from './entry-questions.ts';
import { readDate, readLength } from './answers.ts';
import { readAs, readWords, type Interview } from './interview.ts';

export interface PartyAnswer {
  id: string;
  name: { en: string };
  zone: string;
}

export async function parties(i: Interview): Promise<[PartyAnswer, PartyAnswer]> {
  const one = await party(i, 'One Party', []);
  return [one, await party(i, 'The other Party', [one.id])];
}

async function party(i: Interview, which: string, taken: readonly string[]): Promise<PartyAnswer> {
  const id = await i.ask({
    text: `${which}: its code?`,
    example: 'KZ',
    read: answer => {
      const code = answer.toUpperCase();
      if (!/^[A-Z]{2,3}$/.test(code)) throw new RangeError('must be two or three letters');
      if (taken.includes(code)) throw new RangeError('is the code of the other Party already');
      return code;
    },
  });
  const en = await i.ask({ text: `${id}: its name in English?`, example: 'Government of the Republic of Kazakhstan', read: readWords });
  return {
    id,
    name: { en },
    zone: await i.ask({ text: `${id}: the time zone in which its receipts are dated?`, example: 'Asia/Almaty', read: readAs(zone) }),
  };
}

export const title = (i: Interview): Promise<string> =>
  i.ask({ text: 'The title in English?', example: 'Agreement on cooperation in government communications', read: readWords });

export async function signature(i: Interview): Promise<{ on: CalendarDate; place?: string }> {
  const on = await i.ask({ text: 'When was it signed?', example: '2004-03-01', read: readDate });
  const place = await i.askIfAny({ text: 'Where?', example: 'Astana', read: readWords });
  return { on, ...(place ? { place } : {}) };
}

export const agreementId = (i: Interview, codes: PartyCodes, named: string, on: CalendarDate): Promise<string> =>
  i.askOr(
    {
      text: 'Its id, by which the file and the register name it?',
      example: 'kz-az-2004-government-communications',
      read: answer => {
        if (/^[a-z0-9][a-z0-9-]{2,79}$/.test(answer)) return answer;
        throw new RangeError('must be 3 to 80 lower-case letters, digits and hyphens');
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
  const by = await i.choose('How is it amended?', {
    asTheAgreement: 'by protocols, which enter into force as the agreement does',
    otherwise: 'by protocols, which enter into force in a way of their own',
    none: 'the text does not say',
  });
  if (by === 'none') return undefined;
  const own = by === 'otherwise' ? { entryIntoForce: await entryIntoForce(i, codes, true) } : {};
  return { by: 'protocol', ...own, ...(await articleAnd(i)) };
}

export async function survivals(i: Interview): Promise<object[] | undefined> {
  const all: object[] = [];
  for (;;) {
    const what = await i.askIfAny({
      text: all.length ? 'What else goes on after the end?' : 'What goes on after the end?',
      example: 'contracts under way are performed; investments made before stay protected',
      read: readWords,
    });
    if (!what) return all.length ? all : undefined;
    const length = await i.askIfAny({ text: 'For how long, if the text says so?', example: '10 years', read: readLength });
    all.push({ what, ...(length ? { length } : {}), ...(await articleAnd(i)) });
  }
}

export async function sources(i: Interview): Promise<object[]> {
  const all: object[] = [];
  do {
    const what = await i.ask({ text: 'What do you have these clauses from?', example: 'the English text, final clauses', read: readWords });
    all.push({
      what,
      where: await i.ask({ text: 'Where is it?', example: 'https://treaties.un.org/…, or file 12/4 of the archive', read: readWords }),
    });
  } while ((await i.choose('Another source?', { no: 'that is all', yes: 'one more' })) === 'yes');
  return all;
}
