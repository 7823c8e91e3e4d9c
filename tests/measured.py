"""Has the engine measured too where the tests run with `--cov`: it is a process of its own and starts without `site`.

Only once the zygote is split off: what runs the user's code is held to limits that a measurement would break.
"""

from __future__ import annotations

import os
from typing import NoReturn

import coverage

CODE = (
    "import sys; sys.path.append({tests!r}); import measured; measured.begin({config!r}, {data!r});"
    " from mlprep.grading.engine.start import main; main({{service!r}}, {{isolation!r}})"
)


def code(config: str, data: str) -> str:
    """What `client` has an engine run, with a place for the service."""
    return CODE.format(tests=os.path.dirname(__file__), config=config, data=data)


def begin(config: str, data: str) -> None:
    """Measure from where the engine serves to its end, which is no usual one."""
    from mlprep.grading.engine import main as engine

    serve, end = engine._serve, os._exit

    def measured(*arguments: object) -> NoReturn:
        run = coverage.Coverage(config_file=config, data_file=data, data_suffix=True)

        def ending(status: int) -> NoReturn:
            run.stop()
            run.save()
            end(status)

        os._exit = ending
        run.start()
        serve(*arguments)

    engine._serve = measured
