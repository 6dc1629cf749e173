/** The stories as an officer would ask about them: an agreement's file and a list of facts, answered by `timeline --json`. */
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Answer } from '../../wording/answer.ts';
import { outcomeIn, stories } from '../support/stories.ts';
import { inProcess, temporaryFolder } from '../support/cli.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

describe.each(stories)('$name', ({ agreement, when, then }) => {
  const file = folder.file(`${agreement.id}.yaml`, stringify(agreement));
  const facts = folder.file(`${agreement.id}-facts.yaml`, stringify(when.map(({ on, entry }) => ({ recorded: on, ...entry }))));

  it.each(then)('on $asOf: $status', async ({ asOf, ...expected }) => {
    const asked = ['timeline', file, '--facts', facts, '--as-of', asOf, '--known-on', asOf, '--json'];
    const { code, stdout, stderr } = await inProcess(asked);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(outcomeIn(JSON.parse(stdout) as Answer)).toMatchObject(expected);
  });
});
