/**
 * Page wording of messages that name a command: the same code, with what to do at the desk. No page displays a sentence that names a
 * command; a test fails for a new one until its page form is here.
 */
import type { Language } from '../../../clauses/desk.ts';
import { cli as cliAz } from '../../cli/az.ts';
import { cli as cliEn, type CliMessages } from '../../cli/en.ts';
import { cli as cliKk } from '../../cli/kk.ts';
import { cli as cliRu } from '../../cli/ru.ts';
import type { Like } from '../../cli/words.ts';
import { wordings } from '../../index.ts';
import type { Wording } from '../../wording.ts';
import { failures as az } from './az.ts';
import { failures as en } from './en.ts';
import { failures as kk } from './kk.ts';
import { failures as ru } from './ru.ts';

type Some<Texts> = Readonly<Partial<Record<keyof Texts, string>>>;

/** Each code must exist in the catalogue whose sentence it replaces. */
export interface Failures {
  refusals: Some<Wording['refusals']['messages']>;
  shapes: Some<Wording['refusals']['shapes']>;
  rights: Some<Wording['refusals']['rights']>;
  rules: Some<Wording['faults']['rules']>;
  tables: Some<Wording['faults']['table']>;
  invalid: Some<Wording['client']['invalid']>;
  unavailable: Some<Wording['client']['unavailable']>;
  importing: Some<Wording['client']['import']>;
  faults: Some<Wording['failures']['faults']>;
  statements: Some<Wording['statements']>;
  noService: string;
  silence: string;
}

type Said = Like<typeof en>;

/** Everything not replaced is worded as at the command line. */
function atDesk(w: Wording, said: Said): Wording {
  const { refusals, faults, client, failures } = w;
  return {
    ...w,
    refusals: {
      ...refusals,
      messages: { ...refusals.messages, ...said.refusals },
      shapes: { ...refusals.shapes, ...said.shapes },
      rights: { ...refusals.rights, ...said.rights },
    },
    faults: { ...faults, rules: { ...faults.rules, ...said.rules }, table: { ...faults.table, ...said.tables } },
    client: {
      ...client,
      invalid: { ...client.invalid, ...said.invalid },
      unavailable: { ...client.unavailable, ...said.unavailable },
      import: { ...client.import, ...said.importing },
    },
    failures: { ...failures, faults: { ...failures.faults, ...said.faults } },
    statements: { ...w.statements, ...said.statements },
    sentences: { ...w.sentences, silence: said.silence },
  };
}

const cliAtDesk = (cli: CliMessages, { noService }: Said): CliMessages => ({ ...cli, rehearsal: { ...cli.rehearsal, noService } });

/** The catalogues for pages. */
export const deskWordings: Record<Language, Wording> = {
  kk: atDesk(wordings.kk, kk),
  az: atDesk(wordings.az, az),
  ru: atDesk(wordings.ru, ru),
  en: atDesk(wordings.en, en),
};

/** The command line's names for legal values, on pages. */
export const deskValues: Record<Language, CliMessages> = {
  kk: cliAtDesk(cliKk, kk),
  az: cliAtDesk(cliAz, az),
  ru: cliAtDesk(cliRu, ru),
  en: cliAtDesk(cliEn, en),
};
