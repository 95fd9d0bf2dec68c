#!/usr/bin/env node
import { nodeComplaint } from './node-version.js';

const complaint = nodeComplaint(process.versions.node);
if (complaint) {
  console.error(`livesky: ${complaint}`);
  process.exitCode = 1;
} else {
  // Not a plain import: that would be read, and refused, before the check.
  import('../lib/cli/livesky.js').then(({ main }) => main(process.argv.slice(2)));
}
