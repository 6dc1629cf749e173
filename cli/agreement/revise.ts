/** servanda agreement revise: puts a changed file into use, after displaying the dates that move. */
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { changedDescription, refuseUndeliverable, putIntoUse } from '../../client/descriptions.ts';
import { movesPage } from '../answers/consequences.ts';
import { contextOf } from '../client.ts';
import { define } from '../define.ts';
import { formatAnswer, type EnterFlags } from '../entry/entering.ts';
import { sendUnlessMoved } from '../entry/send-unless-moved.ts';
import { UsageError, CommandFailed } from '../failures.ts';
import { file, home, json, text, yes } from '../flags.ts';
import type { CliContext } from '../world.ts';
import { warnOfFindings } from './findings-page.ts';

interface Flags extends Omit<EnterFlags, 'enteredBy'> {
  reason?: string;
  by?: string;
}

async function revise(
  this: CliContext,
  { reason, by = this.user, yes: sure, home: folder, json: asJson }: Flags,
  given: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!reason) throw new UsageError(m.revise.reasonMissing);
  const loaded = loadAgreement(agreementFile(given));
  const { id } = loaded.agreement;
  warnOfFindings(this, loaded);
  const context = contextOf(this, folder);
  for (;;) {
    const changed = await changedDescription(context, loaded);
    if ('existing' in changed) return this.print(asJson ? JSON.stringify(changed, null, 2) : say(m.revise.same, { agreement: id }));
    this.warn(movesPage(changed.moves, this));
    if (!sure && !this.ask) throw new UsageError(m.revise.notConfirmed);
    await refuseUndeliverable(context, changed);
    if (!sure && !(await this.ask!(say(m.revise.question, { agreement: id })))) throw new CommandFailed(m.revise.nothing);
    const use = { by, reason };
    const answer = sure
      ? await putIntoUse(context, changed, use)
      : await sendUnlessMoved(context, changed.dossier, () => putIntoUse(context, changed, { ...use, confirmed: true }));
    if (answer) return this.print(asJson ? JSON.stringify(answer, null, 2) : formatAnswer(answer, id, this.words));
    this.warn(say(m.enter.moved, { agreement: id }));
  }
}

export const command = define<Flags, [string]>({
  usage: ['<file> --reason TEXT [--by NAME] [--yes] [--json]'],
  examples: `
  npx servanda agreement revise docs/rehearsal.yaml --reason "successor of an organisation notified"
  npx servanda agreement revise docs/rehearsal.yaml --reason "wrong zone" --yes`,
  parameters: {
    positional: file,
    flags: {
      reason: text('TEXT', 'reviseReason'),
      by: text('NAME', 'reviseBy'),
      yes,
      home,
      json,
    },
  },
  func: revise,
});
