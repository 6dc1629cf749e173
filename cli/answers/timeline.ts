/**
 * servanda timeline: an agreement's standing on a day, from the register if it has the agreement, otherwise from its file. Needs no server.
 */
import type { CalendarDate } from '../../clauses/calendar.ts';
import { define } from '../define.ts';
import { addFacts, asOf, day, facts, fileOrId, home, json, knownOn, register } from '../flags.ts';
import { datesPage, standingPage } from './standing-page.ts';
import type { CliContext } from '../world.ts';
import { standingAsked, type SourceFlags } from './source.ts';

interface Flags extends SourceFlags {
  asOf?: CalendarDate;
  knownOn?: CalendarDate;
  until?: CalendarDate;
  json?: boolean;
}

async function timeline(this: CliContext, { json: asJson, ...asked }: Flags, given: string): Promise<void> {
  const { dossier, standing, sayFrom } = await standingAsked(this, given, asked);
  if (asJson) this.print(JSON.stringify(standing, null, 2));
  else this.print([standingPage(standing, dossier.agreement, this), '', datesPage(standing, this)].join('\n'));
  sayFrom();
}

export const command = define<Flags, [string]>({
  usage: ['<file-or-id> [--facts FILE | --add-facts FILE | --register] [--as-of DATE] [--known-on DATE] [--until DATE] [--json]'],
  examples: `
  npx servanda timeline kz-az-2004-government-communications
  npx servanda timeline es-za-1998-investment --as-of 2020-06-01
  npx servanda timeline agreements/kz-az-2004-government-communications.yaml --add-facts cli/example-facts.yaml --until 2040-01-01
  npx servanda timeline jp-kr-2016-military-information --as-of 2019-09-01 --json`,
  parameters: {
    positional: fileOrId,
    flags: { facts, addFacts, register, asOf, knownOn, until: day('timelineUntil'), home, json },
  },
  func: timeline,
});
