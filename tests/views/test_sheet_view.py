"""The cheat sheet: its code is styled where colors are shown, reads the same where none are, and loads no Pygments."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from itertools import pairwise

from support import catalogue

from mlprep.content import sheet
from mlprep.learner import state
from mlprep.learner.record import Progress
from mlprep.views.sheets import show_sheet
from mlprep.views.text import make_console

CODE = """def softmax(x):
    "Stable."  # by the maximum

    return np.exp(x - x.max())"""


def shown(sections: list[sheet.Section], *, colors: bool) -> str:
    out = io.StringIO()
    console = make_console(out, force_terminal=colors, width=160, color_system="standard" if colors else None)
    show_sheet(console, sections, state.states(catalogue, Progress()))
    return out.getvalue()


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def section(code: str) -> sheet.Section:
    return sheet.Section("Softmax", "activations", "Activations", (sheet.Block("python", code),), ())


def test_code_is_set_off_and_can_be_copied():
    lines = shown([section(CODE)], colors=False).splitlines()
    assert lines[-4:] == [
        "    def softmax(x):",
        '        "Stable."  # by the maximum',
        "",
        "        return np.exp(x - x.max())",
    ]


def test_code_is_styled_as_a_solution_is():
    said = shown([section(CODE)], colors=True)
    assert "\x1b[1mdef\x1b[0m" in said
    assert '\x1b[32m"Stable."\x1b[0m' in said
    assert "\x1b[2m# by the maximum\x1b[0m" in said


def test_the_whole_sheet_reads_the_same_with_colors_and_without():
    sections = sheet.sections(catalogue)
    assert plain(shown(sections, colors=True)) == shown(sections, colors=False)


def test_no_pygments_is_loaded_for_it():
    code = "import sys, mlprep.cli; sys.argv = ['mlprep', 'sheet']; mlprep.cli.run(None); "
    code += "sys.exit('pygments' in sys.modules)"
    env = {"FORCE_COLOR": "1", "HOME": "/nonexistent"}
    assert subprocess.run([sys.executable, "-c", code], env=env, stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_the_code_of_an_unsolved_exercise_stays_hidden_until_it_is_solved_or_asked_for():
    section = next(each for each in sheet.sections(catalogue) if each.title == "Softmax")
    solved = Progress()
    for name in ("softmax", "log_softmax"):
        solved.record(name, "passed", 1e9)

    def shown(progress: Progress, *, code: bool = False) -> str:
        out = io.StringIO()
        console = make_console(out, width=100)
        show_sheet(console, [section], state.states(catalogue, progress), code=code, way=" Add --code.")
        return out.getvalue()

    hidden = "The code of softmax and log_softmax is hidden until you solve them. Add --code."
    assert hidden in shown(Progress())
    assert "def softmax" not in shown(Progress())
    assert "def softmax" in shown(Progress(), code=True)
    assert "def softmax" in shown(solved)
    assert hidden not in shown(solved)


def test_the_sheet_without_a_topic_lists_its_sections_and_all_is_asked_for(learner):
    contents = learner("sheet").out
    assert len(contents.splitlines()) < 90
    assert "mlprep sheet --all" in contents
    assert "def " not in contents
    assert len(learner("sheet", "--all").out.splitlines()) > 500


def test_no_heading_of_the_sheet_comes_twice_in_a_row(learner):
    lines = [line.strip().lower() for line in learner("sheet", "--all").out.splitlines() if line.strip()]
    headings = {topic.title.lower() for topic in catalogue.topics}
    assert not [line for line, following in pairwise(lines) if line == following and line in headings]
