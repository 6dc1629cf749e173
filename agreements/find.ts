/** Which agreements there are: a folder of YAML files, each named for the id of the agreement that it describes. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inPackage } from '../package-root.ts';
import { nearest } from './nearest.ts';

/** The agreements that come with servanda. */
export const agreementsFolder = inPackage('agreements');

/** No agreement of that id, or no such file. */
export class UnknownAgreementError extends Error {
  override readonly name = 'UnknownAgreementError';
}

/** The agreements of a folder, in the order of their ids. @throws UnknownAgreementError when there is no such folder. */
export function listAgreements(folder: string = agreementsFolder): { id: string; file: string }[] {
  if (!existsSync(folder)) throw new UnknownAgreementError(`${folder}: there is no such folder of agreements`);
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => ({ id: basename(name, '.yaml'), file: join(folder, name) }));
}

/**
 * The file that is meant: an id is `<folder>/<id>.yaml`; what has a slash or ends in .yaml, .yml or .json is a path.
 * @throws UnknownAgreementError that names the nearest id and says what there is.
 */
export function agreementFile(idOrPath: string, folder: string = agreementsFolder): string {
  if (/[/\\]|\.(ya?ml|json)$/.test(idOrPath)) {
    if (existsSync(idOrPath)) return idOrPath;
    throw new UnknownAgreementError(`${idOrPath}: there is no such file`);
  }
  const all = listAgreements(folder);
  const known = all.find(a => a.id === idOrPath);
  if (known) return known.file;
  const ids = all.map(a => a.id);
  const near = ids.find(id => id.startsWith(idOrPath)) ?? nearest(idOrPath, ids);
  const hint = near ? `Did you mean ${near}? ` : '';
  throw new UnknownAgreementError(`There is no agreement ${idOrPath}. ${hint}There are: ${ids.join(', ') || 'none'}.`);
}
