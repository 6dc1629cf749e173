/** Fuzzes an input many times from a seed. Each run draws from the seed and its own number, so that `--only` repeats a fault. */
import { chanceOf } from '../chance.ts';
import { doors, type DoorName } from './doors.ts';

export interface FuzzReport {
  door: DoorName;
  seed: number;
  taken: number;
  refused: number;
  /** What was thrown, with the number of the run. */
  faults: { run: number | 'end'; why: string }[];
  /** The runs that took more than five seconds. */
  slow: number[];
}

/** In milliseconds: the CPU time of this process, whatever else the machine does; for a separate process, wall-clock time. */
const spent = (door: DoorName): number => (isElsewhere.includes(door) ? performance.now() : cpu());
const isElsewhere: readonly DoorName[] = ['command-line'];
const cpu = ({ user, system } = process.cpuUsage()): number => (user + system) / 1000;

/** In milliseconds. */
const patience = 5_000;

export async function fuzz(door: DoorName, runs: number, seed: number, only?: number): Promise<FuzzReport> {
  const report: FuzzReport = { door, seed, taken: 0, refused: 0, faults: [], slow: [] };
  const { run, finish, close } = await doors[door]();
  try {
    for (let n = only ?? 0; n < (only === undefined ? runs : only + 1); n += 1) {
      const began = spent(door);
      try {
        report[await run(chanceOf(seed, door, n))] += 1;
      } catch (cause) {
        report.faults.push({ run: n, why: cause instanceof Error ? (cause.stack ?? cause.message).slice(0, 1_500) : String(cause) });
      }
      if (spent(door) - began > patience) report.slow.push(n);
    }
    report.faults.push(...((await finish?.()) ?? []).map(why => ({ run: 'end' as const, why })));
  } finally {
    await close?.();
  }
  return report;
}
