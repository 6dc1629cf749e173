/** The accepted survivors with their reasons: `survivors.yaml`. A changed line must be reviewed again. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Mutant } from './mutants.ts';

const survivor = z.strictObject({
  file: z.string(),
  /** The trimmed source line. */
  code: z.string(),
  from: z.string(),
  to: z.string(),
  why: z.string().min(10),
});
type Survivor = z.infer<typeof survivor>;

const list: readonly Survivor[] = z.array(survivor).parse(parse(readFileSync(new URL('survivors.yaml', import.meta.url), 'utf8')) ?? []);

const isThat = (s: Survivor, m: Mutant): boolean => s.file === m.file && s.code === m.code && s.from === m.from && s.to === m.to;

export const accepted = (mutant: Mutant): string | undefined => list.find(s => isThat(s, mutant))?.why;

/** Entries of the list that no longer match the sources. */
export const checkAccepted = (all: readonly Mutant[]): string[] =>
  list
    .filter(s => !all.some(m => isThat(s, m)))
    .map(s => `survivors.yaml: ${s.file} no longer has this line or mutant: ${s.code}  (${s.from} → ${s.to})`);
