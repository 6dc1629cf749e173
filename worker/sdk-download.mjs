/** Makes the Temporal SDK download a server into a folder by starting it once. Arguments: the server, the folder. */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [server, downloadDir] = process.argv.slice(2);
const options = { server: { executable: { type: 'cached-download', downloadDir } } };
try {
  const environment = await (server === 'temporal'
    ? TestWorkflowEnvironment.createLocal(options)
    : TestWorkflowEnvironment.createTimeSkipping(options));
  await environment.teardown();
} catch (e) {
  console.error(e.message);
  process.exitCode = 1;
}
