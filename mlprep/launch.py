"""The console script: starts the engine first thing where one will be needed, then loads the command line.

The engine imports NumPy while this process imports Typer and Rich; that overlap is most of why a verdict is instant.
"""

from __future__ import annotations

import gc
import os
import sys

from mlprep import streams
from mlprep.exit_codes import INTERRUPTED, WRONG
from mlprep.grading.launching import ordered_path
from mlprep.terminal import opens_app

TYPE_CHECKING = False  # as in typing, which is not worth 3 ms before the engine is started
if TYPE_CHECKING:
    from typing import NoReturn

    from mlprep.grading.client import Engine

_GRADING = frozenset(("check", "watch"))
_TAKES_VALUE = frozenset(("--workspace", "--edit-cmd"))  # the options that come before a command and take the next word
_ONLY_PRINTS = frozenset(("-h", "--help", "-V", "--version"))


def main() -> NoReturn:
    """Run the command line and end the process."""
    gc.disable()  # a run is over before there is anything worth collecting
    streams.fill()
    sys.path[:] = ordered_path()  # a random.py of the user's on PYTHONPATH must not be taken for Python's
    engine: Engine | None = None

    def stop(*_: object) -> NoReturn:
        os._exit(_stop(engine))

    try:
        if needs_engine(sys.argv[1:]):  # before Typer and Textual, so that they load at the same time
            from mlprep.grading.client import Engine

            engine = Engine()
        import signal  # not before the engine is started: it takes a while

        # An exception in the midst of an import may come out as another, or be swallowed; and nothing has begun yet.
        signal.signal(signal.SIGINT, stop)
        from mlprep.cli import run

        streams.adapt()
        signal.signal(signal.SIGINT, _interrupt)
        code = run(engine)
        if code == INTERRUPTED:
            code = _stop(engine)
        unwritten = streams.flush()
        if unwritten is not None:
            code = code or WRONG
            if unwritten:
                os.write(2, f"{unwritten}\n".encode())
    except KeyboardInterrupt:  # while the last command put things away
        code = _stop(engine)
    # The interpreter's own good-byes take some 10 ms, and everything of ours is closed by now.
    os._exit(code)


def needs_engine(words: list[str]) -> bool:
    """Whether this command line checks code. Where in doubt it does not: a session starts the engine it lacks."""
    if not _ONLY_PRINTS.isdisjoint(words):
        return False
    left = iter(words)
    for word in left:
        if word in _TAKES_VALUE:
            next(left, None)
        elif not word.startswith("-"):
            return word in _GRADING  # the first word that is neither an option nor the value of one is the command
    return opens_app(words)


def _interrupt(*_: object) -> NoReturn:
    """As Python's own handler, but a second Ctrl-C changes nothing: it would interrupt what the first one set off."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def _stop(engine: Engine | None) -> int:
    """Say that Ctrl-C was heard, and see the engine gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print("\nStopped.", file=sys.stderr, flush=True)
    if engine is not None:
        engine.close()
    return INTERRUPTED
