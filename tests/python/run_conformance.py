"""Runs the conformance tests of the kernel and writes how many passed and failed as JSON to the path given."""

import json
import sys
import unittest
from pathlib import Path

suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), pattern="test_*.py")
result = unittest.TextTestRunner(verbosity=2).run(suite)
failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
passed = result.testsRun - failed - len(result.skipped) - len(result.expectedFailures)
Path(sys.argv[1]).write_text(json.dumps({"passed": passed, "failed": failed}))
sys.exit(1 if failed else 0)
