"""How fast a check of code in PyTorch must be, as ratios, measured in turns in one run on this machine.

    python benchmarks/in_torch.py [--rounds N]

Prints medians of the ratios, as ratios.py does for NumPy. Run it on a machine with nothing else to do, where PyTorch
is installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from ratios import Saves, command, measure, started
from shared import MLPREP, NUMPY

from mlprep.content.catalogue import Catalogue
from mlprep.grading.frameworks import INSTALL_TORCH, TORCH, is_installed

IMPORT_TORCH = [sys.executable, "-c", "import torch"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    if not is_installed(TORCH):
        sys.exit(f"PyTorch is not installed. Install it: {INSTALL_TORCH}")
    catalogue = Catalogue()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "workspace")
        (folder / ".mlprep").mkdir(parents=True)
        shutil.copy(catalogue.torch_solution(catalogue.find("softmax")), folder / "softmax.py")
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env = {**kept, "MLPREP_HOME": str(folder)}
        print(f"Medians of {rounds} rounds, {os.cpu_count()} cores.")
        check = command([MLPREP, "check", "softmax"], env)
        measure("check softmax in PyTorch, against torch", check, command(IMPORT_TORCH, env), rounds, 1.3)
        watch = Saves(["watch", "softmax"], folder, env, leave="\x03")
        measure("watch, save to verdict, against numpy", watch.save, command(NUMPY, env), rounds, 0.5)
        watch.close()
        started(folder)
        app = Saves([], folder, env, leave="q")
        measure("app, save to verdict on the screen, against numpy", app.save, command(NUMPY, env), rounds, 0.5)
        app.close()


if __name__ == "__main__":
    main()
