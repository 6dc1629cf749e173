/**
 * Runs several commands in one process, one after the other: prints `== ` before each one's output, and `code N` after it. Their arguments
 * contain no spaces.
 */
import { loadCommands } from '../../compiled.mjs';

const { main } = loadCommands();

for (const line of process.argv.slice(2)) {
  process.stdout.write('== ');
  const code = await main(line.split(' '));
  process.stdout.write(`\ncode ${code}\n`);
}
