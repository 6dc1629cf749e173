/** Several commands in one process, one after the other: `== ` before what each says, and `code N` after it. Their arguments hold no space. */
import { main } from '../../dist/cli/main.js';

for (const line of process.argv.slice(2)) {
  process.stdout.write('== ');
  const code = await main(line.split(' '));
  process.stdout.write(`\ncode ${code}\n`);
}
