"""The command line's hold on the engine: start it first thing, ask it, and leave nothing behind.

Imports nothing that takes time, not even json or typing: until the engine is started, every millisecond here is one
more until the verdict.
"""

from __future__ import annotations

import os
import sys

from mlprep.grading.launching import environment, python_command

TYPE_CHECKING = False  # as in typing; type checkers know it
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from mlprep.grading.contracts import Isolation

_CODE = "from mlprep.grading.engine.start import main; main({service!r}, {isolation!r})"
JUDGE = "mlprep.grading.engine.service"
PROVER = "mlprep.grading.questions.prover"
ROUNDS = "mlprep.grading.questions.debug_rounds"
QUIZ = "mlprep.grading.questions.quiz.generator"


class EngineDied(Exception):
    """The engine ended without a report."""


class CannotStart(EngineDied):
    """The engine's own modules cannot be loaded; the text says why."""


class Engine:
    """A running engine process."""

    def __init__(self, service: str = JUDGE, isolation: Isolation | None = None) -> None:
        """With ``isolation`` the code that it checks runs in a sandbox."""
        self._command = python_command(_CODE.format(service=service, isolation=isolation))
        request_end, self._requests = os.pipe()
        self._replies, reply_end = os.pipe()
        self._pending = b""
        # posix_spawn spares the 10 ms that importing subprocess takes; elsewhere there is no choice
        self._pid, self._process = 0, None
        if hasattr(os, "posix_spawn"):
            self._pid = self._posix_spawn(request_end, reply_end)
        else:
            self._process = self._popen(request_end, reply_end)
        os.close(request_end)
        os.close(reply_end)

    def send(self, request: Mapping[str, Any]) -> None:
        """Put a request (``contracts.Request``, or what another service takes); reports come back in the same order."""
        import json

        data = json.dumps(request).encode() + b"\n"
        try:
            while data:
                data = data[os.write(self._requests, data) :]
        except OSError as error:
            raise EngineDied from error

    def receive(self) -> Any:
        """The next report. Raises EngineDied, or CannotStart with the reason."""
        while b"\n" not in self._pending:
            chunk = os.read(self._replies, 1 << 16)
            if not chunk:
                raise EngineDied
            self._pending += chunk
        line, _, self._pending = self._pending.partition(b"\n")
        import json

        report = json.loads(line)
        if "cannot_start" in report:
            raise CannotStart(report["cannot_start"])
        return report

    def ask(self, request: Mapping[str, Any]) -> Any:
        """The report on a request."""
        self.send(request)
        return self.receive()

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._pid or (self._process.pid if self._process is not None else 0)

    def fileno(self) -> int:
        """To wait on for a report."""
        return self._replies

    def hang_up(self) -> None:
        """Ask nothing more, so that the engine begins to leave."""
        if self._requests >= 0:
            os.close(self._requests)
            self._requests = -1

    def close(self) -> None:
        """Hang up, and wait until the engine and all below it are gone. Interrupted, it can be called again."""
        self.hang_up()
        if self._pid:
            try:  # noqa: SIM105 (contextlib takes too long to load here)
                os.waitpid(self._pid, 0)
            except ChildProcessError:  # the interruption came just after it had ended
                pass
            self._pid = 0
        elif self._process is not None:
            self._process.wait()
        if self._replies >= 0:
            os.close(self._replies)
            self._replies = -1

    def disown(self) -> None:
        """Hang up without waiting: in a process that was forked, the engine is another one's child."""
        self._pid, self._process = 0, None
        self.close()

    def _posix_spawn(self, request_end: int, reply_end: int) -> int:
        command = self._command
        moves = [(os.POSIX_SPAWN_DUP2, request_end, 0), (os.POSIX_SPAWN_DUP2, reply_end, 1)]
        # a session of its own: Ctrl-C in the terminal reaches us alone, and we hang up in good order
        return os.posix_spawn(command[0], command, environment(), file_actions=moves, **_NEW_GROUP)

    def _popen(self, request_end: int, reply_end: int) -> Any:
        import subprocess

        return subprocess.Popen(self._command, stdin=request_end, stdout=reply_end, env=environment())


_NEW_GROUP: dict[str, Any] = {"setpgroup": 0} if sys.platform != "win32" else {}
