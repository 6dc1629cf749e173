/** servanda timeline: where an agreement stands on a day, from its file alone. Needs no server and no register. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { addFacts, asOf, day, facts, fileOrId, json, knownOn } from '../flags.ts';
import { fromFile, standingOf, type FactFiles } from '../../client/dossiers.ts';
import { contextOf } from '../client.ts';
import { datesPage, standingPage } from './standing-page.ts';
import type { CliContext } from '../world.ts';

interface Flags extends FactFiles {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  until?: CalendarDate;
  json?: boolean;
}

async function timeline(
  this: CliContext,
  { json: asJson, facts: replacing, addFacts: adding, ...days }: Flags,
  fileOrIdGiven: string,
): Promise<void> {
  const source = fromFile(this.words.wording, fileOrIdGiven, { facts: replacing, addFacts: adding });
  const standing = await standingOf(contextOf(this, undefined), source, days);
  if (asJson) this.print(JSON.stringify(standing, null, 2));
  else this.print([standingPage(standing, source.agreement, this), '', datesPage(standing, this)].join('\n'));
}

export const command = define<Flags, [string]>({
  usage: ['<file-or-id> [--facts FILE | --add-facts FILE] [--as-of DATE] [--known-on DATE] [--until DATE] [--json]'],
  examples: `
  npx servanda timeline kz-az-2004-government-communications
  npx servanda timeline es-za-1998-investment --as-of 2020-06-01
  npx servanda timeline agreements/kz-az-2004-government-communications.yaml --add-facts cli/example-facts.yaml --until 2040-01-01
  npx servanda timeline jp-kr-2016-military-information --as-of 2019-09-01 --json`,
  parameters: {
    positional: fileOrId,
    flags: { facts, addFacts, asOf, knownOn, until: day('timelineUntil'), json },
  },
  func: timeline,
});
