/** `npm run build`: writes both workflow bundles to build/, for production and for packages. */
import { relative } from 'node:path';
import { buildBundle, builtBundle } from './bundle.ts';

for (const sealed of [false, true]) {
  await buildBundle(builtBundle(sealed), undefined, sealed);
  console.log(`Wrote ${relative(process.cwd(), builtBundle(sealed))}.`);
}
