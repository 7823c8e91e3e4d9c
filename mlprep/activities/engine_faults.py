"""What is told when the engine cannot start or dies, or a grader breaks: said once, for every activity that asks it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mlprep import faults
from mlprep.errors import EngineBroke, MlprepError, missing_package
from mlprep.grading.client import CannotStart, EngineDied

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report
    from mlprep.learner.workspace import Workspace

_UNCHECKED = "The grading process ended without a verdict. Your code was not checked."


def said_of(died: EngineDied, message: str = _UNCHECKED) -> MlprepError:
    """The error to raise or to show: NumPy is missing where no engine can start, else ``message``."""
    return missing_package("numpy", str(died)) if isinstance(died, CannotStart) else EngineBroke(message)


def keep_traceback(workspace: Workspace, report: Report) -> Path | None:
    """Keep the traceback of a grader that broke; the file that it is in, if one could be written."""
    return faults.write(workspace.reports_dir, report.get("traceback", ""))
