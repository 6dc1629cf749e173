/** servanda register head: prints the heads of both registers, signed if there is a key, to be stored elsewhere. */
import { headsOf, type Heads } from '../../register/heads.ts';
import type { Registers } from '../../register/home.ts';
import { signerOf } from '../../secrets/signatures.ts';
import { define } from '../define.ts';
import { UsageError } from '../failures.ts';
import { home, json, text } from '../flags.ts';
import { writeNew } from '../print-flags.ts';
import { configurationOf, inRegisters } from '../client.ts';
import type { Words } from '../words.ts';
import type { CliContext } from '../world.ts';
import { nameOf } from './register-names.ts';

interface Flags {
  agreement?: string;
  out?: string;
  home?: string;
  json?: boolean;
}

async function head(this: CliContext, { agreement, out, home: folder, json: asJson }: Flags): Promise<void> {
  const { m, say } = this.words;
  const { signing } = (await configurationOf(this, folder)).secrets;
  const heads = await inRegisters(this, folder, async registers => {
    if (agreement !== undefined && !(await registers.find(agreement)))
      throw new UsageError(say(m.administration.head.unknown, { home: registers.home, agreement }));
    const said = await headsOf(registers, this.now(), signing, agreement);
    if (!asJson) this.print(formatHeads(said, registers, this.words));
    return said;
  });
  const written = JSON.stringify(heads, null, 2);
  if (asJson) this.print(written);
  if (out) writeNew(this.words, out, Buffer.from(`${written}\n`));
  if (!heads.signature) this.warn(m.print.notSigned);
}

function formatHeads(heads: Heads, registers: Registers, { m, say }: Words): string {
  const { names, backup: texts, signedBy } = m.administration;
  const at = (name: string, { seq, hash }: { seq: number; hash: string }): string => say(texts.head, { name, seq: `${seq}`, hash });
  const { agreement: own, signature } = heads;
  const each = [false, true].map(
    rehearsals => `${at(names[nameOf(rehearsals)], heads[nameOf(rehearsals)])} (${registers.of(rehearsals).name})`,
  );
  return [...each, ...(own ? [at(own.id, own)] : []), ...(signature ? [say(signedBy, { key: signerOf(signature) })] : [])].join('\n');
}

export const command = define<Flags, []>({
  usage: ['[--agreement ID] [--out FILE] [--home FOLDER] [--json]'],
  examples: `
  npx servanda register head
  npx servanda register head --out head-2026-11-22.json
  npx servanda register head --agreement kz-az-2004-government-communications --json`,
  parameters: {
    flags: {
      agreement: text('ID', 'headAgreement'),
      out: text('FILE', 'headOut'),
      home,
      json,
    },
  },
  func: head,
});
