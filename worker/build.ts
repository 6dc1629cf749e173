/** `npm run build`: both bundles of the workflows into build/, for production and for a package. */
import { relative } from 'node:path';
import { buildBundle, builtBundle } from './bundle.ts';

for (const sealed of [false, true]) {
  await buildBundle(builtBundle(sealed), undefined, sealed);
  console.log(`Wrote ${relative(process.cwd(), builtBundle(sealed))}.`);
}
