/**
 * Where servanda keeps its things, and the two registers: real agreements in one file, or schema of a PostgreSQL database, rehearsals in
 * another, so that an invented fact never comes to stand beside a real one.
 */
import { join } from 'node:path';
import { OwnFailure } from '../machines/own-failure.ts';
import type { Elsewhere, RegisterFault } from './faults.ts';
import { openRegister, type Place } from './register.ts';
import type { Register } from './types.ts';

export interface Registers {
  readonly home: string;
  /** The register of real agreements, or of rehearsals. It refuses to write to an agreement that the other one keeps. */
  of(rehearsal: boolean): Register;
  /** The same, after asking: refuses aloud an agreement that the other register keeps. @throws KeptElsewhere */
  open(agreement: string, rehearsal: boolean): Promise<Register>;
  /** Which register keeps an agreement, the real one asked first; undefined when neither does. */
  find(agreement: string): Promise<{ rehearsal: boolean; register: Register } | undefined>;
  close(): Promise<void>;
}

/** In the files of the home folder, or in the database of a URL; documents are in the home folder either way. `alone`: of a copy; `reading`: also where nothing can be written. */
export async function openRegisters(
  home: string,
  databaseUrl?: string,
  how: { alone?: 'read' | 'write'; reading?: boolean } = {},
): Promise<Registers> {
  const [placeOfReal, placeOfRehearsals] = placesOf(home, databaseUrl);
  const real = await openRegister(placeOfReal, how);
  const rehearsals = await openRegister(placeOfRehearsals, how).catch(async (cause: unknown) => {
    await real.close();
    throw cause;
  });
  const plain = (rehearsal: boolean) => (rehearsal ? rehearsals : real);

  async function open(agreement: string, rehearsal: boolean): Promise<Register> {
    if (await plain(!rehearsal).has(agreement)) throw new KeptElsewhere(agreement, rehearsal, plain(!rehearsal).name);
    return plain(rehearsal);
  }
  const guarded = (rehearsal: boolean): Register => ({
    ...plain(rehearsal),
    perform: async (agreement, ...rest) => (await open(agreement, rehearsal)).perform(agreement, ...rest),
    transact: (agreement, work) =>
      plain(rehearsal).transact(agreement, async transaction => {
        if (!transaction.rows.length) await open(agreement, rehearsal); // what is kept here is kept nowhere else
        return work(transaction);
      }),
  });
  const [ofReal, ofRehearsals] = [guarded(false), guarded(true)];
  const of = (rehearsal: boolean) => (rehearsal ? ofRehearsals : ofReal);

  return {
    home,
    of,
    open: async (agreement, rehearsal) => {
      await open(agreement, rehearsal);
      return of(rehearsal);
    },
    find: async agreement => {
      for (const rehearsal of [false, true]) if (await plain(rehearsal).has(agreement)) return { rehearsal, register: of(rehearsal) };
      return undefined;
    },
    close: async () => {
      await Promise.all([real.close(), rehearsals.close()]);
    },
  };
}

function placesOf(home: string, url: string | undefined): [real: Place, rehearsals: Place] {
  if (!url) return [join(home, 'register.db'), join(home, 'rehearsals.db')];
  return [
    { url, schema: 'servanda' },
    { url, schema: 'servanda_rehearsals' },
  ];
}

/** An agreement is asked for as real and kept as a rehearsal, or the other way round. */
export class KeptElsewhere extends OwnFailure<RegisterFault> {
  override readonly name = 'KeptElsewhere';
  readonly asData: Elsewhere;
  constructor(agreement: string, asRehearsal: boolean, register: string) {
    const asData = { agreement, register, asRehearsal };
    super({ code: 'keptElsewhere', ...asData });
    this.asData = asData;
  }
}
