/** The answers as an agreement's file: YAML that names its schema, so that an editor can complete and check it. */
import { dirname, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { inPackage } from '../../package-root.ts';

const schema = inPackage('docs/agreement-file.schema.json');

export function fileText(file: string, data: object): string {
  const toSchema = relative(dirname(resolve(file)), schema).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${toSchema}\n${yamlOf(data)}`;
}

/** A description as YAML for people to read and edit. */
export const yamlOf = (data: object): string => stringify(data, { schema: 'core', lineWidth: 120 });
