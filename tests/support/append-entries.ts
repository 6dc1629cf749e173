/**
 * A process of its own that appends entries to a register: `append-entries.ts PLACE AGREEMENT PREFIX COUNT`, the place as JSON. Prints
 * `ready` once loaded, opens the register when told to, and prints each id once its append has returned.
 */
import { writeSync } from 'node:fs';
import { once } from 'node:events';
import { date } from '../../clauses/calendar.ts';
import { openRegister, type Place } from '../../register/register.ts';
import { enter } from './enter.ts';

const [place = '', agreement = '', prefix = '', count = '0'] = process.argv.slice(2);
// Written at once and in full, so that a kill loses nothing already printed.
const say = (line: string) => writeSync(1, `${line}\n`);

say('ready');
await once(process.stdin, 'data');
const register = await openRegister(JSON.parse(place) as Place);
for (let n = 1; n <= Number(count); n++) {
  const id = `${prefix}-${n}`;
  await enter(register, agreement, { id, type: 'renewal.agreed', on: date('2004-03-01') }, { by: prefix, at: n });
  await register.perform(agreement, [{ step: 'performed', body: { what: id } as never }], n);
  say(id);
}
await register.close();
process.stdin.destroy();
