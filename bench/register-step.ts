/**
 * One step of the register benchmark, in its own process so that its memory can be measured. Arguments: the step, a home, a database URL
 * (or empty), and a number of agreements or a backup's folder. Prints `{ milliseconds, megabytes }` to standard output.
 */
import { backUp } from '../register/backup.ts';
import { openRegisters, type Registers } from '../register/home.ts';
import { restoreBackup } from '../register/restore.ts';
import { noKeys } from '../secrets/keyring.ts';
import { agreementId, fill, keeperOf, later, open } from './register-fill.ts';

const [step = '', home = '', url = '', argument = ''] = process.argv.slice(2);

const steps: Record<string, (registers: Registers) => Promise<unknown>> = {
  /** The baseline: an idle process. */
  nothing: async () => {},
  fill: registers => fill(registers, Number(argument)),
  /** Opens twenty more agreements. */
  open: async registers => {
    for (let n = 0; n < 20; n++) await open(registers, `opened-${n}`);
  },
  /** Records one more fact for each of twenty agreements. */
  record: async registers => {
    const keeper = keeperOf(registers);
    const entry = { id: 's2', type: 'signed', on: '2010-01-01' };
    for (let n = 0; n < 20; n++) await keeper(agreementId(n), later, { kind: 'record', request: { entry, by: 'desk' } });
  },
  /** Reads the letters of a hundred agreements: which are owed and which were sent. */
  letters: async registers => {
    for (let n = 0; n < 100; n++) await registers.of(false).deliveries(agreementId(n));
  },
  verify: async registers => {
    const found = await registers.of(false).verifyAll();
    if (!found.sound) throw new Error(JSON.stringify(found.faults.slice(0, 5)));
  },
  backup: registers => backUp(registers, argument, { keys: noKeys, signing: undefined, now: later }),
  restore: registers => restoreBackup(argument, registers, { keys: noKeys, signedBy: undefined }),
};

const registers = await openRegisters(home, url || undefined);
const start = process.hrtime.bigint();
await steps[step]!(registers);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
const { seq: lines } = await registers.of(false).head();
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, lines }));
await registers.close();
