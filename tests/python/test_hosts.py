"""Notebooks of the livesky kernel in programs other than JupyterLab: results, text and no errors."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from base64 import b64decode
from pathlib import Path

import nbformat

import test_kernel_conformance  # noqa: F401  (installs the kernel and sets JUPYTER_PATH)

CELLS = [
    "import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'\nimport { det, motor } from 'livesky/sim'\n"
    "const RE = new RunEngine()",
    "await RE(scan([det], motor, -1, 1, 5), [new LiveTable([motor, det]), new LivePlot('det', 'motor')])",
    "%matplotlib inline\nawait RE(scan([det], motor, -1, 1, 3), [new LiveTable([motor, det]), new LivePlot('det', 'motor')])",
    "const rows = [{ a: 1 }, { a: 2 }]\nrows",
]

FIGURES = ["LiveTable of motor, motor_setpoint, det", "LivePlot of det against motor"]
FIGURE = "application/vnd.livesky.figure.v1+json"

# A run of a million events, handed to the callbacks as an engine would.
MILLION = """const [table, plot] = [new LiveTable(['x', 'y']), new LivePlot('y', 'x')]
const each = (call: (callback: any) => void) => [table, plot].forEach(call)
const key = { source: '', dtype: 'number' as const, shape: [] }
each((c) => c.start({ uid: 'million', time: 0, scan_id: 1, plan_name: 'million', plan_type: 'generator' }))
each((c) => c.descriptor({ uid: 'd', time: 0, run_start: 'million', name: 'primary', data_keys: { x: key, y: key } }))
for (let i = 1; i <= 1e6; i++) {
  const event = { uid: '' + i, time: i, descriptor: 'd', seq_num: i, data: { x: i / 7, y: Math.random() }, timestamps: {} }
  each((c) => c.event(event))
}
each((c) => c.stop({ uid: 's', time: 2e6, run_start: 'million', exit_status: 'success' }))"""


def write_notebook(folder: Path) -> Path:
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernelspec = {"name": "livesky", "display_name": "livesky (TypeScript)", "language": "typescript"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})
    path = folder / "scan.ipynb"
    nbformat.write(notebook, path)
    return path


def run(*args: str, given: str | None = None) -> str:
    done = subprocess.run([sys.executable, "-m", *args], input=given, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"{args[0]} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout + done.stderr


class Hosts(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="livesky-hosts-"))
        self.notebook = write_notebook(self.folder)

    def check(self, executed: Path) -> None:
        cells = nbformat.read(executed, 4).cells
        kinds = [[output.output_type for output in cell.outputs] for cell in cells]
        self.assertEqual(kinds[0], [])
        self.assertEqual(kinds[1], [*["display_data"] * 4, "execute_result"])
        for output in cells[1].outputs[2:4]:
            self.assertEqual(
                list(output.data), [FIGURE, "image/svg+xml", "text/plain"]
            )
        texts = [output.data["text/plain"] for output in cells[1].outputs[:2]]
        self.assertEqual(texts, FIGURES)
        self.assertEqual(kinds[2], ["display_data", "display_data", "execute_result"])
        table, plot, _ = cells[2].outputs
        self.assertEqual(len(re.findall(r"^\| +\d+ \|", table.data["text/plain"], re.M)), 3)
        self.assertRegex(plot.data["text/plain"], "LivePlot of det against motor\n.*: 3 points")
        for figure in (table, plot):
            self.assertIn("image/svg+xml", figure.data)
        self.assertIn("<th>a</th>", cells[3].outputs[0].data["text/html"])

    def test_nbconvert_executes_and_writes_html(self) -> None:
        run("nbconvert", "--to", "notebook", "--execute", "--output", "done", str(self.notebook))
        self.check(self.folder / "done.ipynb")
        run("nbconvert", "--to", "html", "--output", "page", str(self.folder / "done.ipynb"))
        html = (self.folder / "page.html").read_text()
        pictures = [b64decode(each).decode() for each in re.findall(r"<img[^>]*data:image/svg\+xml;base64,([^\"]+)", html)]
        self.assertEqual([re.search("<title>(.*?)</title>", each)[1] for each in pictures], FIGURES * 2)
        self.assertIn(">seq_num<", pictures[0])
        run("nbconvert", "--to", "markdown", "--output", "page", str(self.folder / "done.ipynb"))
        self.assertEqual((self.folder / "page.md").read_text().count("![svg]"), 4)

    def test_nbclient_stops_at_the_first_error(self) -> None:
        notebook = nbformat.read(self.notebook, 4)
        notebook.cells.insert(1, nbformat.v4.new_code_cell("throw new RangeError('on purpose')"))
        nbformat.write(notebook, self.notebook)
        done = subprocess.run(
            ["jupyter", "execute", str(self.notebook)], capture_output=True, text=True, timeout=120, env=with_venv()
        )
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("RangeError: on purpose", done.stderr)

    def test_papermill(self) -> None:
        run("papermill", str(self.notebook), str(self.folder / "done.ipynb"), "--cwd", str(self.folder))
        self.check(self.folder / "done.ipynb")

    def test_a_million_points_take_less_than_3_megabytes(self) -> None:
        notebook = nbformat.read(self.notebook, 4)
        notebook.cells[1:] = [nbformat.v4.new_code_cell(MILLION)]
        nbformat.write(notebook, self.notebook)
        run("nbconvert", "--to", "notebook", "--execute", "--output", "done", str(self.notebook))
        done = self.folder / "done.ipynb"
        outputs = nbformat.read(done, 4).cells[1].outputs
        figures = [each.data[FIGURE] for each in outputs if FIGURE in each.data]
        self.assertEqual(len(figures), 2)
        for figure in figures:
            self.assertIn("of 1000000 rows of run million", json.dumps(figure["notices"]))
        self.assertGreater(done.stat().st_size, 1_000_000)
        self.assertLess(done.stat().st_size, 3_000_000)

    def test_console(self) -> None:
        given = "const x = 20 + 3\nx\n[{ a: x }]\n%timeit x\n"
        text = run("jupyter_console", "--kernel", "livesky", "--simple-prompt", given=given)
        self.assertIn("23", text)
        self.assertIn("[ { a: 23 } ]", text)
        self.assertIn("%timeit is a magic of Python's kernel", text)
        self.assertNotIn("Traceback", text)


def with_venv() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


if __name__ == "__main__":
    unittest.main()
