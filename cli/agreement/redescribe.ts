/** servanda agreement redescribe: takes a changed file into use, showing first which dates move. */
import { agreementFile } from '../../agreements/find.ts';
import { loadAgreement } from '../../agreements/load.ts';
import { descriptionHash } from '../../dossier/description.ts';
import { standing } from '../../machines/standing.ts';
import { contentHash } from '../../register/canonical.ts';
import { refuseWebhooks } from './opening.ts';
import { tellWarnings } from './findings-page.ts';
import { movesBetween, movesTable } from '../answers/consequences.ts';
import { answerInWords, type EnterFlags } from '../entry/entering.ts';
import { define } from '../define.ts';
import { BadInput, NotAsAsked } from '../failures.ts';
import { file, home, json, text, yes } from '../flags.ts';
import { withService } from '../service/service.ts';
import { fromRegister, inRegisters, todayOf } from '../source.ts';
import { send } from '../updates.ts';
import type { World } from '../world.ts';

interface Flags extends Omit<EnterFlags, 'enteredBy'> {
  reason?: string;
  by?: string;
}

async function redescribe(
  this: World,
  { reason, by = this.user, yes: sure, home: folder, json: asJson }: Flags,
  given: string,
): Promise<void> {
  const { m, say } = this.words;
  if (!reason) throw new BadInput(m.redescribe.reasonMissing);
  const loaded = loadAgreement(agreementFile(given));
  const { agreement: content } = loaded;
  tellWarnings(this, loaded);
  const kept = await inRegisters(this, folder, registers => fromRegister(this.words, registers, content.id));
  if (descriptionHash(content) === kept.description)
    return this.print(
      asJson
        ? JSON.stringify({ agreement: content.id, description: kept.description, existing: true }, null, 2)
        : say(m.redescribe.same, { agreement: content.id }),
    );
  const asOf = todayOf(this, kept.agreement);
  const moves = movesBetween(
    standing({ ...kept, asOf }),
    standing({ ...kept, agreement: content, description: descriptionHash(content), asOf }),
  );
  this.tell(moves.length ? movesTable(moves, this) : m.moves.none);
  if (!sure && !this.ask) throw new BadInput(m.redescribe.notConfirmed);
  const answer = await withService(this, folder, async service => {
    refuseWebhooks(this.words, service, content);
    if (!sure && !(await this.ask!(say(m.redescribe.question, { agreement: content.id })))) throw new NotAsAsked(m.redescribe.nothing);
    const { redescribe: update, updateId } = await import('../../workflows/messages.ts');
    const to = { agreement: content.id, rehearsal: kept.rehearsal, head: kept.rows.length };
    // The head is part of it: a description may come back into use later, and that is no repeat.
    return send(
      this,
      service,
      to,
      update,
      ['redescribe', { content, reason, by }],
      updateId(`description-after-${to.head}`, contentHash({ content, reason })),
    );
  });
  this.print(asJson ? JSON.stringify(answer, null, 2) : answerInWords(answer, content.id, this.words));
}

export const command = define<Flags, [string]>({
  usage: ['<file> --reason TEXT [--by NAME] [--yes] [--json]'],
  examples: `
  npx servanda agreement redescribe docs/rehearsal.yaml --reason "successor of an organisation notified"
  npx servanda agreement redescribe docs/rehearsal.yaml --reason "wrong zone" --yes`,
  parameters: {
    positional: file,
    flags: {
      reason: text('TEXT', 'redescribeReason'),
      by: text('NAME', 'redescribeBy'),
      yes,
      home,
      json,
    },
  },
  func: redescribe,
});
