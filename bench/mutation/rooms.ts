/** The mutated sources, and the tests that mutants are tried on: those of law, facts and rights that need no server. Globs as in git. */
import { execFileSync } from 'node:child_process';

export const rooms = {
  clauses: ['clauses/**/*.ts'],
  machines: ['machines/**/*.ts'],
  rights: ['machines/rights.ts', 'register/rights.ts', 'identity/right.ts', 'activities/rights.ts', 'activities/fact-origin.ts'],
};
export type Room = keyof typeof rooms;

/** Files of the rights count only there. */
export const roomOf = (file: string): Room =>
  rooms.rights.includes(file) ? 'rights' : file.startsWith('clauses/') ? 'clauses' : 'machines';

export const sourcesMutated = (globs: readonly string[] = Object.values(rooms).flat()): string[] =>
  listed(globs).filter(file => sourcesOf().has(file));

const sourcesOf = (): Set<string> => new Set(listed(Object.values(rooms).flat()));

export const testFiles = (): string[] =>
  listed(['law/*', ...withoutServer].map(name => `tests/${name}.test.ts`)).filter(
    file => !searches.some(name => file === `tests/law/${name}.test.ts`),
  );

const withoutServer = [
  'acknowledging',
  'agreement-file',
  'agreements',
  'calendar-entries',
  'certificate',
  'client/moves',
  'client/notice-today',
  'client/rehearsal-dates',
  'client/revision',
  'comparison',
  'documents',
  'examples',
  'fact-origin',
  'identity',
  'inputs',
  'ledger',
  'letters',
  'listing',
  'page',
  'printed-documents',
  'register/append',
  'register/notices',
  'register/outbox',
  'register/rights',
  'right',
  'signature',
  'statements',
  'step-agreement',
  'table',
  'texts',
  'wording',
];

/** Long random searches: a fault that only they notice deserves its own awkward day. */
const searches = ['bounds-every-day', 'continued-fold', 'model', 'oracle', 'order-of-entries', 'periods-oracle', 'properties'];

/** Everything that a test's result may depend on, except the test. */
export const everythingElse = (): string[] =>
  listed(['**/*.ts', 'agreements/**', 'package-lock.json']).filter(f => !f.endsWith('.test.ts') && !f.startsWith('bench/'));

/** @throws Error if a glob matches no file, as after a renaming */
function listed(globs: readonly string[]): string[] {
  const paths = globs.map(glob => `:(glob)${glob}`);
  const options = { encoding: 'utf8', maxBuffer: 10_000_000 } as const;
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--error-unmatch', '--', ...paths], options);
  return [...new Set(list.split('\n'))].filter(Boolean);
}
