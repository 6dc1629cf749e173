/** This version reads the register of each release unchanged, gives the same answer for every agreement, and continues it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate, type Instant } from '../../clauses/calendar.ts';
import type { FactOf } from '../../machines/facts.ts';
import { loadDossier, planFor, todayOf } from '../../dossier/dossier.ts';
import { headsFile } from '../../register/backup.ts';
import { readDocument } from '../../register/documents.ts';
import { compareWithHeads, readHeads } from '../../register/heads.ts';
import { openRegisters, type Registers } from '../../register/home.ts';
import { restoreBackup } from '../../register/restore.ts';
import { noKeys } from '../../secrets/keyring.ts';
import { expectedOf, type Expected } from '../support/register-answers.ts';
import { databaseKinds } from '../support/databases.ts';
import { locally } from '../support/local-steps.ts';
import { everythingOf } from './given.ts';

const kept = fileURLToPath(new URL('../registers', import.meta.url));
const versions = readdirSync(kept);
const aDay = 86_400_000;
const aYear = 365 * aDay;

/** Opened in place, or restored into another database. Each gets a copy: the recorded register is never written to. */
type Open = (copy: string, home: string) => Promise<{ registers: Registers; remove: () => Promise<void> }>;
const ways: { way: string; open: Open }[] = [
  { way: 'opened in place', open: async copy => ({ registers: await openRegisters(copy), remove: async () => {} }) },
  ...databaseKinds().map(({ name, freshMachine }) => ({
    way: `restored in ${name}`,
    open: async (copy: string, home: string) => {
      const { databaseUrl, remove } = await freshMachine();
      const registers = await openRegisters(home, databaseUrl);
      await restoreBackup(copy, registers, { keys: noKeys, signedBy: undefined });
      return { registers, remove };
    },
  })),
];

it('the register of the first release is in the repository', () => {
  expect(versions).toContain('0.1.0');
});

describe.each(versions)('the register of %s', version => {
  const read = (name: string): string => readFileSync(join(kept, version, name), 'utf8');
  const { agreements, revocations } = JSON.parse(read('expected.json')) as Expected;
  const expected = Object.entries(agreements);
  const heads = readHeads(read(headsFile));

  describe.each(ways)('$way', ({ open }) => {
    let folder: string;
    let registers: Registers;
    let remove: () => Promise<void>;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'servanda-released-'));
      cpSync(join(kept, version), join(folder, 'copy'), { recursive: true });
      ({ registers, remove } = await open(join(folder, 'copy'), join(folder, 'home')));
    });
    afterEach(async () => {
      await registers.close();
      await remove();
      rmSync(folder, { recursive: true });
    });

    it('is sound, ends where it ended, and has only readable lines', async () => {
      for (const rehearsals of [false, true]) {
        const register = registers.of(rehearsals);
        const head = heads[rehearsals ? 'rehearsals' : 'agreements'];
        expect(await register.verifyAll()).toMatchObject({ sound: true, head });
        expect(await everythingOf(register)).toHaveLength(head.seq);
        const ids = expected.filter(([, e]) => e.rehearsal === rehearsals).map(([id]) => id);
        expect(await register.agreements()).toEqual(ids.toSorted());
      }
      expect(await registers.of(false).revocations()).toEqual(revocations);
    });

    it.each(expected)('has the same standing for %s as before', async (id, said) => {
      // An answer may have more fields by now.
      expect(await expectedOf(registers, id, said.at, Object.keys(said.answers))).toMatchObject(said);
    });

    it.each(expected)('owes nothing for %s that was done, and withdraws nothing done', async (id, { at }) => {
      const dossier = (await loadDossier(registers, id))!;
      expect(dossier.outbox.length).toBeGreaterThan(0);
      const reached = todayOf(dossier, at);
      expect(planFor(dossier, at, reached)).toMatchObject({ owed: [], withdrawn: [] });
      const { owed, withdrawn } = planFor(dossier, at + 10 * aYear, reached);
      expect(owed.filter(({ act }) => act.on <= reached)).toEqual([]);
      expect(withdrawn).toEqual([]);
    });

    it('has the documents that its lines name', async () => {
      const dossiers = await Promise.all(expected.map(([id]) => loadDossier(registers, id)));
      const documents = dossiers.flatMap(dossier => dossier!.entries).filter(isDocument);
      expect(documents.length).toBeGreaterThan(0);
      for (const document of documents) expect(await readDocument(registers.home, document, noKeys)).toHaveLength(document.size);
    });

    it('accepts another fact for each agreement, and is then still sound', async () => {
      const { stepAgreement } = locally({ registers, log: { info: () => {}, error: () => {} } });
      for (const [agreement, { rehearsal, at, lines, head }] of expected) {
        const request = { entry: noteOf(at + aDay), by: 'desk officer' };
        const asked = { kind: 'record' as const, request };
        const { answer } = await stepAgreement({ agreement, rehearsal, now: at + aDay, head: lines.rows, asked });
        expect(answer).toMatchObject({ existing: false, entry: { id: 'next', seq: lines.rows + 1 }, withdrawn: [] });
        expect(await registers.of(rehearsal).headAt(head.seq, agreement)).toEqual(head);
      }
      expect(await compareWithHeads(registers, heads)).toEqual([]);
      for (const rehearsals of [false, true]) expect(await registers.of(rehearsals).verifyAll()).toMatchObject({ sound: true });
    });
  });
});

const isDocument = (entry: { type: string }): entry is FactOf<'document.attached'> => entry.type === 'document.attached';

const noteOf = (now: Instant) => ({
  id: 'next',
  type: 'note.received',
  by: 'AZ',
  received: localDate(now, 'Asia/Baku'),
  subject: 'an inquiry',
});
