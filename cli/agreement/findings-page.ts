/** What makes no sense in an agreement's file, as people read it: each finding with its place and the story that shows it. */
import { stringify } from 'yaml';
import type { FoundInFile } from '../../agreements/findings.ts';
import type { Mistake, Place } from '../../agreements/mistakes.ts';
import { mistakeIn } from '../../wording/faults/sentence.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import type { Fact } from '../../machines/facts.ts';
import { lineOn, wrapped } from '../page.ts';
import type { CliContext, Page } from '../world.ts';

/** What was found in one file; `mistakes`: why it can't be read at all. */
export interface Checked {
  file: string;
  agreement: string | null;
  mistakes: readonly Mistake[];
  findings: readonly FoundInFile[];
}

export const hasErrors = ({ mistakes, findings }: Checked): boolean =>
  mistakes.length > 0 || findings.some(f => f.finding.severity === 'error');

export function findingsPage({ file, mistakes, findings }: Checked, world: CliContext): string {
  if (!mistakes.length && !findings.length) return world.words.say(world.words.m.check.noFinding, { file });
  const all = [...mistakes.map(m => ['error', m] as const), ...findings.map(f => [f.finding.severity, f] as const)];
  return [world.style.strong(file), ...all.flatMap(([severity, found]) => lines(severity, found, world))].join('\n');
}

function lines(severity: 'error' | 'warning', found: Mistake | FoundInFile, page: Page): string[] {
  const { m, wording } = page.words;
  const message = 'finding' in found ? findingIn(found.finding, wording) : mistakeIn(found.fault, wording);
  const told = wrapped(`${m.check.severity[severity]} ${placeOf(found, m.check.file)}: ${message}`, lineOn(page) - 2).map(l => `  ${l}`);
  return 'finding' in found ? [...told, `    ${m.check.shownBy}`, ...found.finding.story.facts.map(f => `      - ${inFlow(f)}`)] : told;
}

const placeOf = ({ line, column, path }: Place, whole: string): string =>
  [line ? `${line}:${column}` : whole, path].filter(Boolean).join(' ');

/** As `--facts` takes it. */
const inFlow = (fact: Fact): string => stringify(fact, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** One line for each warning of a file that is taken into use. */
export function warnOfFindings(world: CliContext, { file, warnings }: { file: string; warnings: readonly FoundInFile[] }): void {
  const { m, say } = world.words;
  for (const w of warnings)
    world.warn(say(m.open.warning, { place: `${file}:${w.line}:${w.column}`, message: findingIn(w.finding, world.words.wording) }));
}
