/** The servers looked for and what a namespace lacks, line by line. */
import type { CommandEnd, HowFound, NotTaken, Source, StartFault } from '../../worker/server-faults.ts';
import { message, type Values } from '../message.ts';
import type { Wording } from '../wording.ts';
import { valuesOf } from './values.ts';

export function linesOfTried(heading: string, fault: Extract<StartFault, { code: 'serverNotFound' }>, w: Wording): string {
  const { server, tried } = fault;
  const helps = message(w.failures.faults.serverNotFound, w.locale, { server: w.failures.servers[server], helps: 'true' });
  return [
    heading,
    ...tried.map(({ source, why }, i) => `  ${i + 1}. ${sourceIn(source, w)}: ${skippedServerIn(why, w)}.`),
    helps,
    ...w.failures.remedies[server].map(remedy => `  - ${remedy}`),
  ].join('\n');
}

function sourceIn(source: Source, w: Wording): string {
  const { from, ...values } = source;
  if (from === 'PATH' || from === 'TEMPORAL_ADDRESS') return from;
  return message(w.failures.sources[from], w.locale, valuesOf(values));
}

export function skippedServerIn(why: NotTaken, w: Wording): string {
  const { code, ...values } = why;
  const said: Record<string, string> = {};
  if ('end' in why) said['end'] = commandEndIn(why.end, w);
  if ('by' in why) said['by'] = fetcherIn(why.by, w);
  return message(w.failures.notTaken[code], w.locale, { ...valuesOf(values), ...said });
}

function commandEndIn(end: CommandEnd, w: Wording): string {
  const { code, ...values } = end;
  return message(w.failures.commandEnds[code], w.locale, valuesOf(values));
}

const fetcherIn = (by: 'wheel' | 'sdk', w: Wording): string => (by === 'wheel' ? 'python3 -m pip' : w.failures.sdkDownload);

/** `{by}` in the language's words. */
export function howValues(how: HowFound, w: Wording): Values {
  return { ...valuesOf(how), ...('by' in how ? { by: fetcherIn(how.by, w) } : {}) };
}

type Gap = Extract<StartFault, { code: 'namespaceNotReady' }>;

export function linesOfGaps(say: (values: Values) => string, { namespace, exists, missing, wrong, commands }: Gap, w: Wording): string {
  const { gaps } = w.failures;
  const item = (text: string, values: Values): string => `  - ${message(text, w.locale, values)}`;
  return [
    say({ namespace, part: 'lacks' }),
    ...(exists ? [] : [item(gaps.namespace, { namespace })]),
    ...missing.map(attribute => item(gaps.attribute, { ...attribute })),
    ...wrong.map(({ name, type, is }) => item(gaps.otherType, { name, type, is: is ?? 'none' })),
    say({ namespace, part: wrong.length ? 'otherType' : 'create' }),
    ...commands.map(line => `  ${line}`),
  ].join('\n');
}
