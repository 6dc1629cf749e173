/** Which agreements there are: a folder of YAML files, each named for the id of the agreement that it describes. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inPackage } from '../package-root.ts';
import { OwnFailure } from '../machines/own-failure.ts';
import { nearestIds } from './nearest.ts';

/** The agreements that come with servanda. */
export const agreementsFolder = inPackage('agreements');

export type UnknownAgreement =
  | { code: 'noAgreementsFolder'; folder: string }
  | { code: 'noAgreementFile'; file: string }
  /** `near`: the ids that may have been meant. */
  | { code: 'noAgreementOfId'; id: string; near: readonly string[]; folder: string };

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
 * `kept`: other ids that may have been meant. @throws UnknownAgreementError that names the nearest ids and says where all of them are.
 */
export function agreementFile(idOrPath: string, { folder = agreementsFolder, kept = [] }: FindIn = {}): string {
  if (isPath(idOrPath)) {
    if (existsSync(idOrPath)) return idOrPath;
    throw new UnknownAgreementError({ code: 'noAgreementFile', file: idOrPath });
  }
  const all = listAgreements(folder);
  const known = all.find(a => a.id === idOrPath);
  if (known) return known.file;
  const near = nearestIds(idOrPath, [...new Set([...kept, ...all.map(a => a.id)])]);
  throw new UnknownAgreementError({ code: 'noAgreementOfId', id: idOrPath, near, folder });
}

interface FindIn {
  folder?: string;
  kept?: readonly string[];
}
