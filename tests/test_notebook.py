"""The IPython extension in a real kernel, which all tests here share."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from mlprep.learner import record_file

pytest.importorskip("ipykernel")
manager = pytest.importorskip("jupyter_client.manager")
psutil = pytest.importorskip("psutil")

DOC = Path(__file__).parent.parent / "docs" / "notebook.md"
WRONG = """
import numpy as np

def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis, keepdims=True)
"""
RIGHT = WRONG.replace("np.max(x)", "np.max(x, axis=axis, keepdims=True)")


class Kernel:
    """A kernel with a workspace of its own, and what the last cell left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environ = {
            **os.environ,
            "HOME": str(folder),
            "MLPREP_HOME": str(folder / "practice"),
            "IPYTHONDIR": str(folder),
        }
        self.manager, self.client = manager.start_new_kernel(kernel_name="python3", cwd=str(folder), env=environ)

    def __call__(self, code: str) -> str:
        """The cell's output as plain text."""
        self.text = self.html = self.printed = self.raised = ""
        reply = self.client.execute_interactive(code, timeout=60, output_hook=self._take)
        payload = reply["content"].get("payload", [])
        self.new_cell = next((each["text"] for each in payload if each["source"] == "set_next_input"), None)
        return self.text or self.printed or self.raised

    def _take(self, message) -> None:
        content = message["content"]
        if message["msg_type"] == "display_data":
            self.text += content["data"]["text/plain"]
            self.html += content["data"]["text/html"]
        elif message["msg_type"] == "stream":
            self.printed += content["text"]
        elif message["msg_type"] == "error":
            self.raised += content["ename"]

    def engines(self) -> list[int]:
        """The engine processes below the kernel."""
        return json.loads(self("import psutil; print([each.pid for each in psutil.Process().children()])"))

    def attempts(self) -> list[str]:
        progress = record_file.load(self.folder / "practice" / ".mlprep" / "progress.json")
        return [each.outcome for each in progress.attempts("softmax")]


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    started = Kernel(tmp_path_factory.mktemp("notebook"))
    started("%load_ext mlprep")
    yield started
    started.client.stop_channels()
    started.manager.shutdown_kernel(now=True)


def test_start_shows_the_statement_and_a_cell_to_write_in(kernel):
    said = kernel("%mlprep start gelu")
    assert "Edge cases" in said
    assert "begins with %%mlprep gelu" in said
    assert kernel.new_cell.startswith("%%mlprep gelu\nimport numpy as np\n")
    kernel("%mlprep start gelu")
    assert kernel.new_cell is None


def test_a_cell_is_checked_and_recorded_as_by_check(kernel):
    said = kernel(f"%%mlprep softmax{WRONG}")
    assert "You took the maximum over the whole array" in said
    assert said.endswith("%mlprep hint")
    assert '<td class="x">nan*</td>' in kernel.html
    said = kernel(f"%%mlprep softmax{RIGHT}")
    assert said.startswith("✓ softmax")
    assert "<details>" in kernel.html
    assert kernel.attempts()[-2:] == ["failed", "passed"]
    kept = list((kernel.folder / "practice" / ".mlprep" / "passed").glob("softmax.*.py"))
    assert RIGHT.lstrip() in [path.read_text(encoding="utf-8") for path in kept]


def test_the_cell_defines_nothing_in_the_notebook(kernel):
    kernel(f"%%mlprep softmax{RIGHT}")
    assert kernel("softmax") == "NameError"


def test_without_a_name_it_is_the_current_exercise_and_lines_are_those_of_the_cell(kernel):
    kernel("%mlprep start tanh")
    said = kernel("%%mlprep\ndef tanh(x):\n    return x.nothing\n")
    assert "tanh" in said.splitlines()[0]
    assert "cell:3" in said


def test_a_seed_is_repeated_and_json_is_one_value(kernel):
    report = json.loads(kernel(f"%%mlprep softmax --json --seed 7{WRONG}"))
    assert (report["seed"], report["outcome"], report["mistake"]) == (7, "failed", report["diagnoses"][0]["mistake"])
    assert kernel.html == ""


def test_code_may_import_from_the_folder_of_the_notebook(kernel):
    (kernel.folder / "own_helper.py").write_text("import numpy as np\nlargest = np.max\n", encoding="utf-8")
    said = kernel(f"%%mlprep softmax\nfrom own_helper import largest{RIGHT.replace('np.max', 'largest')}")
    assert said.startswith("✓ softmax")


def test_hints_solutions_progress_and_the_next_exercise_are_shown(kernel):
    assert "hint 1 of 3" in kernel("%mlprep hint leaky_relu")
    assert "haven't solved leaky_relu" in kernel("%mlprep solution leaky_relu")
    assert "def leaky_relu" in kernel("%mlprep solution leaky_relu --yes")
    assert "195" in kernel("%mlprep progress")
    assert "%%mlprep" in kernel("%mlprep next")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%mlprep", "needs to know what to do"),
        ("%mlprep plan", "does not know 'plan'"),
        ("%mlprep check", "Begin the cell with `%%mlprep NAME`"),
        ("%mlprep softmax", "begin a cell with `%%mlprep softmax`"),
        ("%mlprep start", "needs an exercise"),
        ("%mlprep start nothing", "no exercise called 'nothing'"),
        ("%mlprep hint softmax relu", "takes one exercise"),
        ("%mlprep progress all", "takes nothing else"),
        ("%mlprep hint --again", "has no option --again"),
        ("%%mlprep start softmax\npass", "with one percent sign"),
        ("%%mlprep softmax --seed x\npass", "'x' is not a seed"),
        ("%%mlprep softmax --all\npass", "no option --all"),
        ("%%mlprep softmax relu\npass", "only one name"),
    ],
)
def test_what_is_not_understood_gets_a_sentence(kernel, cell, said):
    assert said in " ".join(kernel(cell).split())
    assert kernel.raised == ""


@pytest.mark.parametrize(
    "cell", ["def softmax(", "!ls", "\x00", "import os; os._exit(3)", "raise SystemExit", "exit()"]
)
def test_no_cell_breaks_the_kernel(kernel, cell):
    said = kernel(f"%%mlprep softmax\n{cell}\n")
    assert said.startswith("✗ softmax")
    assert kernel.raised == ""
    assert kernel("1 + 1; print('alive')").strip() == "alive"


def test_what_code_prints_is_no_markup(kernel):
    kernel(f"%%mlprep softmax\nprint('<script>alert(1)</script>')\n{WRONG}")
    assert "<script>" not in kernel.html
    assert "&lt;script&gt;alert(1)" in kernel.html


def test_one_engine_serves_all_cells_and_a_killed_one_is_replaced(kernel):
    kernel(f"%%mlprep softmax{RIGHT}")
    first = kernel.engines()
    kernel(f"%%mlprep softmax{RIGHT}")
    assert kernel.engines() == first
    kernel("import os, signal")
    for pid in first:
        kernel(f"os.kill({pid}, signal.SIGKILL)")
    assert kernel(f"%%mlprep softmax{RIGHT}").startswith("✓ softmax")
    assert kernel.engines() != first


def test_an_interrupt_stops_the_check_and_the_next_cell_gets_its_own_verdict(kernel):
    before = len(kernel.attempts())
    kernel.client.execute("%%mlprep softmax\ndef softmax(x, axis=-1):\n    while True: pass\n")
    time.sleep(0.7)
    kernel.manager.interrupt_kernel()
    assert kernel(f"%%mlprep softmax{RIGHT}").endswith("%mlprep next")
    assert kernel.attempts()[before:] == ["passed"]


def test_the_page_says_what_is_so(kernel):
    cells = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert len(cells) == 3
    kernel("%unload_ext mlprep")
    for cell in cells:
        kernel(cell)
        assert kernel.raised == ""
    assert kernel.text.startswith("✓ relu")


def test_nothing_is_left_when_the_kernel_is_killed(kernel):
    kernel(f"%%mlprep softmax{RIGHT}")
    engines = kernel.engines()
    assert engines
    kernel.manager.restart_kernel(now=True)
    kernel.client.wait_for_ready(timeout=60)
    deadline = time.monotonic() + 30
    while (left := [pid for pid in engines if psutil.pid_exists(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
    kernel("%load_ext mlprep")  # for whichever test comes next
