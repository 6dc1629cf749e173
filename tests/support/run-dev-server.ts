/** A process that starts the embedded server and then waits to be killed. Arguments: the executable, the database file. */
import { startDevServer } from '../../worker/embedded.ts';
import { createLog } from '../../worker/log.ts';

const [, , executable, file] = process.argv;
const log = createLog({ log: { level: 'error', format: 'json' }, production: true });
const { address, pid } = await startDevServer({ executable, file, port: 0, uiPort: 0, log });
console.log(JSON.stringify({ address, pid }));
setInterval(() => {}, 1_000);
