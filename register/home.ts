/**
 * The data directory and the two registers: real agreements in one file, or PostgreSQL schema, and rehearsals in another, so that an
 * invented fact never sits beside a real one.
 */
import { join } from 'node:path';
import { OwnFailure } from '../machines/own-failure.ts';
import type { Elsewhere, RegisterFault } from './faults.ts';
import { openRegister, type Place } from './register.ts';
import type { Register } from './types.ts';

export interface Registers {
  readonly home: string;
  /** The register of real agreements or of rehearsals. It refuses to write to an agreement that the other one has. */
  of(rehearsal: boolean): Register;
  /** Like `of`, but first checks that the other register does not have the agreement. @throws KeptElsewhere */
  open(agreement: string, rehearsal: boolean): Promise<Register>;
  /** The register that has an agreement, looking in the real one first; undefined if neither does. */
  find(agreement: string): Promise<{ rehearsal: boolean; register: Register } | undefined>;
  close(): Promise<void>;
}

/** Opens the home's files or a URL's database; documents are in the home. `alone`: a copy; `reading`: allow a read-only medium. */
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
        if (!transaction.rows.length) await open(agreement, rehearsal); // an agreement with lines here has none elsewhere
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

/** A rehearsal was requested as a real agreement, or the reverse. */
export class KeptElsewhere extends OwnFailure<RegisterFault> {
  override readonly name = 'KeptElsewhere';
  readonly asData: Elsewhere;
  constructor(agreement: string, asRehearsal: boolean, register: string) {
    const asData = { agreement, register, asRehearsal };
    super({ code: 'keptElsewhere', ...asData });
    this.asData = asData;
  }
}
