/** A notice that is owed only on some readings, because on others the agreement is over, is listed everywhere with those readings. */
import { afterAll, expect, it } from 'vitest';
import { languages } from '../../clauses/desk.ts';
import { calendarOf } from '../../client/calendar.ts';
import { onlyIn } from '../../wording/conditions.ts';
import { wordings } from '../../wording/index.ts';
import { given, read } from '../law/setup.ts';
import { inProcess } from '../support/cli.ts';
import { deskOver } from '../support/desk.ts';
import { keepIn } from '../support/register-of.ts';
import { inForceFrom } from '../support/test-agreement.ts';

const termination = { when: 'afterFirstPeriod', article: 'art. 14', bars: 'giving', notice: 'P6M' };
/** Given before the clause allows it: it ended the agreement on its own reading, and has no effect on another. */
const early = { id: 't', type: 'termination.notified', by: 'AZ', received: '2024-02-01' };
const content = { ...given({ termination }, { reading: read({ premature: 'fromFirstDay' }) }), id: 'over-or-not', rehearsal: false };
const today = Date.UTC(2029, 9, 1, 9);
const kept = await deskOver(home => keepIn(home, [{ content, facts: [...inForceFrom('2020-09-15'), early] }]), today);
const browser = await kept.browser();
afterAll(() => kept.remove());

const spaced = (text: string): string => text.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');

it.each(languages)('in %s by the command, on both pages of the desk and in a calendar', async language => {
  const only = onlyIn([{ premature: 'noEffect' }], wordings[language]).replaceAll(/\s+/g, ' ');
  const env = { SERVANDA_HOME: kept.home };
  expect(spaced((await inProcess(['deadlines', '--language', language], { now: today, env })).stdout)).toContain(only);
  for (const path of ['/', '/deadlines'])
    expect(spaced(await (await browser.get(`${path}?lang=${language}`)).text()), path).toContain(only);
  const { context } = kept.desk.asker({ person: 'officer', language });
  const calendar = await calendarOf(context, { scope: 'agreement', of: 'over-or-not' } as never);
  expect(spaced(calendar.replaceAll(/\r\n /g, '').replaceAll('\\', ''))).toContain(only);
});
