/** The answers as an agreement's file: YAML with its schema named, so that an editor completes and checks it. */
import { dirname, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { inPackage } from '../../package-root.ts';

const schema = inPackage('docs/agreement-file.schema.json');

export function fileText(file: string, data: object): string {
  const toSchema = relative(dirname(resolve(file)), schema).replaceAll('\\', '/');
  return `# yaml-language-server: $schema=${toSchema}\n${yamlOf(data)}`;
}

/** A description as YAML that people read and change. */
export const yamlOf = (data: object): string => stringify(data, { schema: 'core', lineWidth: 120 });
