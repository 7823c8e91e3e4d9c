"""A nursery whose candidates come out of a sandbox, and never from anywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mlprep.grading.candidate.separation import SCRATCH
from mlprep.grading.common.scratch import Scratch
from mlprep.grading.engine.process import Candidate, Gone, Limits, Nursery
from mlprep.grading.engine.sandbox import NoSandbox, Sandbox

if TYPE_CHECKING:
    from mlprep.grading.contracts import Isolation


class _Within(Scratch):
    """The folder in the sandbox, which the sandbox looks after."""

    def __init__(self) -> None:
        self.path = SCRATCH

    def empty(self, seconds: float = 0.0) -> None:
        """Nothing here; a path of that name outside is not ours."""

    def close(self) -> None:
        """Gone with the sandbox."""


class SandboxedNursery(Nursery):
    """Starts candidates in a sandbox. One that is lost is replaced."""

    def __init__(self, isolation: Isolation, hidden: Sequence[str]) -> None:
        """Raises NoSandbox."""
        self._isolation, self._hidden = isolation, hidden
        super().__init__(self._sandbox().zygote, _Within())

    def _sandbox(self) -> Sandbox:
        return Sandbox(self._isolation["bwrap"], self._hidden, self._isolation["masked"])

    def _start(self, bounds: Limits) -> Candidate:
        if self._zygote is not None:
            try:
                return self._fork(bounds, self._zygote[1])
            except OSError:
                self._lose_zygote()
        try:
            self._zygote = self._sandbox().zygote
            return self._fork(bounds, self._zygote[1])
        except (OSError, NoSandbox) as error:
            self._lose_zygote()
            raise Gone(None, f"there is no sandbox: {error}") from None
