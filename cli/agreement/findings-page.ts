/** The findings in an agreement's file for people: each with its place and the facts that show it. */
import type { FoundInFile } from '../../agreements/findings.ts';
import type { Mistake, Place } from '../../agreements/mistakes.ts';
import { mistakeIn } from '../../wording/faults/sentence.ts';
import { findingIn } from '../../wording/findings/messages.ts';
import type { AgreementFile } from '../../agreements/load.ts';
import { inFlow, unprintableOf, type Checked, type UnprintableInFile } from '../../client/checking.ts';
import { lineOn, wrapped } from '../page.ts';
import type { Words } from '../words.ts';
import type { CliContext, Page } from '../world.ts';

export function findingsPage({ file, mistakes, findings, unprintable }: Checked, world: CliContext): string {
  if (!mistakes.length && !findings.length && !unprintable.length) return world.words.say(world.words.m.check.noFinding, { file });
  const all = [
    ...mistakes.map(m => ['error', m] as const),
    ...findings.map(f => [f.finding.severity, f] as const),
    ...unprintable.map(u => ['warning', u] as const),
  ];
  return [world.style.strong(file), ...all.flatMap(([severity, found]) => lines(severity, found, world))].join('\n');
}

function lines(severity: 'error' | 'warning', found: Mistake | FoundInFile | UnprintableInFile, page: Page): string[] {
  const { m, wording } = page.words;
  const message =
    'finding' in found
      ? findingIn(found.finding, wording)
      : 'letters' in found
        ? noGlyph(found, page.words)
        : mistakeIn(found.fault, wording);
  const told = wrapped(`${m.check.severity[severity]} ${placeOf(found, m.check.file)}: ${message}`, lineOn(page) - 2).map(l => `  ${l}`);
  return 'finding' in found ? [...told, `    ${m.check.shownBy}`, ...found.finding.story.facts.map(f => `      - ${inFlow(f)}`)] : told;
}

const placeOf = ({ line, column, path }: Place, whole: string): string =>
  [line ? `${line}:${column}` : whole, path].filter(Boolean).join(' ');

export const noGlyph = ({ letters }: Pick<UnprintableInFile, 'letters'>, { wording, say }: Words): string =>
  say(wording.client.noGlyph, { letters: letters.join(', ') });

/** Prints one line for each warning about a file that is put into use. Returns true if there are any. */
export function warnOfFindings(world: CliContext, loaded: AgreementFile): boolean {
  const { m, say, wording } = world.words;
  const warn = ({ file, line, column }: Place, message: string): void =>
    world.warn(say(m.open.warning, { place: `${file}:${line}:${column}`, message }));
  for (const w of loaded.warnings) warn(w, findingIn(w.finding, wording));
  const unprintable = unprintableOf(loaded);
  for (const u of unprintable) warn(u, `${u.path}: ${noGlyph(u, world.words)}`);
  return loaded.warnings.length + unprintable.length > 0;
}
