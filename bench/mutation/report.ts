/** The report of a run: how many mutants were noticed in each room, and each one that was not. */
import type { Mutant } from './mutants.ts';
import { roomOf, rooms, type Room } from './rooms.ts';

export interface Result {
  mutant: Mutant;
  /** `survived within`: no test noticed within the time limit, but not all tests were run. */
  outcome: 'killed' | 'timed out' | 'survived' | 'survived within' | 'not reached';
  /** The reason from the list of survivors, if the mutant is accepted. */
  why: string | undefined;
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}...` : line;
};

export const lineOf = ({ mutant: { file, line, column, from, to }, outcome, why }: Result): string =>
  `${outcome}: ${file}:${line}:${column}  ${short(from)}  →  ${short(to) || '(nothing)'}${why ? `  [${why}]` : ''}`;

const isNoticed = ({ outcome }: Result): boolean => outcome === 'killed' || outcome === 'timed out';

export function reportOf(results: readonly Result[]): { lines: string[]; isGood: boolean } {
  const survivors = results.filter(r => !isNoticed(r));
  const unnamed = survivors.filter(r => !r.why);
  const needless = results.filter(r => isNoticed(r) && r.why).map(r => `noticed, but still in the list of survivors: ${lineOf(r)}`);
  const byRoom = (Object.keys(rooms) as Room[]).map(room =>
    figures(
      room,
      results.filter(r => roomOf(r.mutant.file) === room),
    ),
  );
  return {
    lines: [...survivors.map(lineOf), ...needless, ...byRoom.filter(line => line !== ''), figures('all', results)],
    isGood: !unnamed.length && !needless.length,
  };
}

/** The share of mutants noticed, in percent, with and without the accepted ones. */
function figures(room: string, results: readonly Result[]): string {
  if (!results.length) return '';
  const count = (...outcomes: Result['outcome'][]): number => results.filter(r => outcomes.includes(r.outcome)).length;
  const accepted = results.filter(r => r.why && !isNoticed(r)).length;
  const noticed = count('killed', 'timed out');
  const cut = count('survived within');
  const survived = `${count('survived') + cut}${cut ? ` (${cut} only within the time limit)` : ''} survived`;
  const counts = `${count('killed')} killed, ${count('timed out')} timed out, ${survived}, ${count('not reached')} not reached`;
  const share = (of: number): string => `${((100 * noticed) / Math.max(1, of)).toFixed(1)} %`;
  return `${room}: ${results.length} mutants, ${counts}: ${share(results.length)}, ${share(results.length - accepted)} without the ${accepted} accepted`;
}
