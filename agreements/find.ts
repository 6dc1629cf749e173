/** Which agreements there are: a folder of YAML files, each named for the id of the agreement that it describes. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inPackage } from '../package-root.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import { nearest } from './nearest.ts';

/** The agreements that come with servanda. */
export const agreementsFolder = inPackage('agreements');

export type UnknownAgreement =
  | { code: 'noAgreementsFolder'; folder: string }
  | { code: 'noAgreementFile'; file: string }
  /** `near`: the id that may have been meant. */
  | { code: 'noAgreementOfId'; id: string; near: string | null; known: readonly string[] };

/** No agreement of that id, or no such file. */
export class UnknownAgreementError extends OwnFailure<UnknownAgreement> {
  override readonly name = 'UnknownAgreementError';
}

/** The agreements of a folder, in the order of their ids. @throws UnknownAgreementError when there is no such folder. */
export function listAgreements(folder: string = agreementsFolder): { id: string; file: string }[] {
  if (!existsSync(folder)) throw new UnknownAgreementError({ code: 'noAgreementsFolder', folder });
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ id: basename(name, '.yaml'), file: join(folder, name) }));
}

/** Whether it names a file, and not an id. */
export const isPath = (given: string): boolean => /[/\\]|\.(ya?ml|json)$/.test(given);

/**
 * The file that is meant: an id is `<folder>/<id>.yaml`; what has a slash or ends in .yaml, .yml or .json is a path.
 * @throws UnknownAgreementError that names the nearest id and says what there is.
 */
export function agreementFile(idOrPath: string, folder: string = agreementsFolder): string {
  if (isPath(idOrPath)) {
    if (existsSync(idOrPath)) return idOrPath;
    throw new UnknownAgreementError({ code: 'noAgreementFile', file: idOrPath });
  }
  const all = listAgreements(folder);
  const known = all.find(a => a.id === idOrPath);
  if (known) return known.file;
  const ids = all.map(a => a.id);
  const near = ids.find(id => id.startsWith(idOrPath)) ?? nearest(idOrPath, ids) ?? null;
  throw new UnknownAgreementError({ code: 'noAgreementOfId', id: idOrPath, near, known: ids });
}
