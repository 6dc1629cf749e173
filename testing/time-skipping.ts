/** Temporal's time-skipping server with servanda's search attributes. Its clock, one for all workflows, starts now and never goes back. */
import { setTimeout as pause } from 'node:timers/promises';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { beginsEverywhere, date, localDate } from '../clauses/calendar.ts';
import { locateExecutable } from '../worker/locator.ts';
import { attributeTypes } from '../worker/search-attributes.ts';

/** `executable`: the test server's; by default the locator finds it. It can't list attributes, so they are added without a check. */
export async function startTimeSkipping(executable?: string): Promise<TestWorkflowEnvironment> {
  const path = executable ?? (await locateExecutable('temporal-test-server'));
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: attributeTypes() });
  return env;
}

/** In milliseconds after the day has begun everywhere: each agreement wakes at its own moment in the first minute. */
const afterMidnight = 3_600_000;

/** Skips time until a day has begun in all of these zones. @throws RangeError if the day is past, since the clock can't go back */
export async function skipToDay(env: TestWorkflowEnvironment, day: string, zones: readonly string[]): Promise<void> {
  const now = await env.currentTimeMs();
  const milliseconds = beginsEverywhere(date(day), zones) + afterMidnight - now;
  const today = zones.map(zone => localDate(now, zone)).sort()[0]!;
  if (day < today)
    throw new RangeError(`The clock of the test server is at ${today} and only goes forward: pass that day or a later one, not ${day}.`);
  if (milliseconds > 0) await env.sleep(milliseconds);
}

/** Polls until the condition holds; fails with a message about the last value. */
export async function pollUntil<T>(ask: () => Promise<T>, isSo: (found: T) => boolean, failure: (found: T) => string): Promise<T> {
  for (let tries = 0; ; tries++) {
    const found = await ask();
    if (isSo(found)) return found;
    if (tries > 400) throw new Error(failure(found));
    await pause(50);
  }
}
