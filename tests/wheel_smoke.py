"""What users get: builds the wheel, installs it into an empty environment, and practices with it in an empty home.

    python tests/wheel_smoke.py [FOLDER]

The wheel is built by way of the source archive, so that both are proven whole. The Python that runs this needs the
package `build`. The environment is made in FOLDER and stays there: with `MLPREP_PROGRAM=FOLDER/bin/mlprep` the
end-to-end tests use it. Without FOLDER, nothing is left.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGED = ("mlprep/py.typed", "mlprep/trees/exercises/curriculum.toml", "LICENSE")
WRONG = """import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum()
"""


def run(*words: object) -> None:
    """A step that must succeed. What it says is shown only if it does not."""
    done = subprocess.run([*map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(map(str, words))} ended with {done.returncode}.")


def build(folder: Path) -> Path:
    """The wheel, built by way of the source archive, with what must be in it."""
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    missing = [name for name in PACKAGED if not any(each.endswith(name) for each in names)]
    if missing:
        sys.exit(f"{wheel.name} lacks {', '.join(missing)}.")
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    """The program of an empty environment into which the wheel is installed."""
    run(sys.executable, "-m", "venv", folder)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    return scripts / "mlprep"


class Learner:
    """Uses the program in an empty home, away from the checkout, with nothing in its environment."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program, self.home = program, home
        home.mkdir()
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        path = os.defpath if os.name == "nt" else "/usr/bin:/bin"
        self.env = {**kept, "HOME": str(home), "USERPROFILE": str(home), "PATH": path, "LC_ALL": "C.UTF-8"}

    def expect(self, code: int, text: str, *words: str) -> None:
        """The command ends with this code and prints this text."""
        done = subprocess.run(
            [str(self.program), *words], cwd=self.home, env=self.env, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode != code or text not in done.stdout:
            said = f"ended with {done.returncode}, not {code}, or without {text!r}"
            sys.exit(f"mlprep {' '.join(words)} {said}:\n{done.stdout}")


def practice(program: Path, home: Path) -> None:
    """A first session: a wrong solution, a right one, and one that reads the solution of a checkout nearby."""
    learner = Learner(program, home)
    answer = home / "mlprep" / "softmax.py"
    learner.expect(0, "softmax", "list")
    learner.expect(0, str(answer), "start", "softmax")
    answer.write_text(WRONG, encoding="utf-8")
    learner.expect(1, '"outcome": "failed"', "check", "softmax", "--json")
    shutil.copy(ROOT / "solutions" / "activations" / "softmax.py", answer)
    learner.expect(0, '"outcome": "passed"', "check", "softmax", "--json")
    for tree in ("exercises", "solutions", "graders"):
        shutil.copytree(ROOT / tree, home / tree)
    stolen = home / "solutions" / "activations" / "softmax.py"
    answer.write_text(f"exec(open({str(stolen)!r}).read())\n", encoding="utf-8")
    learner.expect(1, "mlprep's own files", "check", "softmax")


def main() -> None:
    """Build, install, practice."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        wheel = build(work / "dist")
        program = installed(wheel, Path(sys.argv[1]) if sys.argv[1:] else work / "venv")
        practice(program, work / "home")
        print(f"The wheel works: {wheel.name}")


if __name__ == "__main__":
    main()
