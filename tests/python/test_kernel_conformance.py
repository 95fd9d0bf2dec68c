"""Jupyter's own checks of a kernel, on the kernel as `livesky install` installs it."""

import atexit
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREFIX = tempfile.mkdtemp(prefix="livesky-prefix-")
atexit.register(shutil.rmtree, PREFIX, ignore_errors=True)
subprocess.run(
    ["node", str(ROOT / "bin" / "livesky.js"), "install", "--prefix", PREFIX],
    check=True,
    stdout=subprocess.DEVNULL,
)
os.environ["JUPYTER_PATH"] = str(Path(PREFIX) / "share" / "jupyter")
os.environ["LIVESKY_STARTUP"] = ""

import jupyter_kernel_test as jkt  # noqa: E402  (reads JUPYTER_PATH when a kernel is started)


class LiveskyKernel(jkt.KernelTests):
    kernel_name = "livesky"
    language_name = "typescript"
    file_extension = ".ts"

    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    code_generate_error = "throw new Error('on purpose')"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": "'a' + 'b'", "result": "'ab'"},
        {"code": "await Promise.resolve([1, 2])", "result": "[ 1, 2 ]"},
    ]
    code_display_data = [
        {"code": "import { display } from 'tslab'; display.html('<b>x</b>')", "mime": "text/html"},
        {"code": "import * as livesky from 'livesky'; livesky.display([{ a: 1 }]); undefined", "mime": "text/html"},
    ]
    completion_samples = [
        {"text": "consol", "matches": {"console"}},
        {"text": "Math.flo", "matches": {"floor"}},
    ]
    complete_code_samples = ["const a = 1", "function f(x: number) {\n  return x\n}", "%matplotlib notebook"]
    incomplete_code_samples = ["function f() {", "const a = [1,"]
    invalid_code_samples = ["const = 5", "1 +* 2"]
    code_page_something = "?setTimeout"
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1?+ 2*"
    code_inspect_sample = "setTimeout"
    code_clear_output = "import { clearOutput } from 'livesky'; clearOutput()"

    # The suite has no test of the stdin channel.
    def test_input(self):
        asked = []

        def answer(question):
            asked.append(question["content"])
            self.kc.input("Ni")

        shown = []
        reply = self.kc.execute_interactive(
            "import { input } from 'livesky'; await input('Sample? ')",
            allow_stdin=True,
            stdin_hook=answer,
            output_hook=lambda message: shown.append(message["content"].get("data")),
            timeout=20,
        )
        self.assertEqual(reply["content"]["status"], "ok")
        self.assertEqual(asked, [{"prompt": "Sample? ", "password": False}])
        self.assertIn({"text/plain": "'Ni'"}, shown)


if __name__ == "__main__":
    unittest.main()
