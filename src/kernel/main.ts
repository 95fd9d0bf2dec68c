import { letHeapGrow } from './heap-growth.js';
import { realStderr } from './real-stderr.js';
import { startKernel } from './start.js';

const connectionFile = process.argv[2];
if (connectionFile === undefined) {
  realStderr('Give the path of a connection file, as Jupyter does: node main.js {connection_file}');
  process.exit(2);
}
letHeapGrow();
try {
  await startKernel(connectionFile);
} catch (error) {
  realStderr(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
