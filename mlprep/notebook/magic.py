"""The magics `%mlprep` and `%%mlprep`, as IPython calls them. Whatever happens, the kernel goes on."""

from __future__ import annotations

import atexit
import json
import traceback
from typing import Any

from mlprep import faults
from mlprep.errors import MlprepError, OurFault
from mlprep.notebook.desk import Desk, Shown, problem

_NAME = "mlprep"
_desks: list[Desk] = []  # one, once the extension is loaded


def load(shell: Any) -> None:
    """Give the shell its magics."""
    if not _desks:
        _desks.append(Desk())
        atexit.register(_desks[0].close)

    def magic(line: str, cell: str | None = None) -> None:
        """Check a cell with %%mlprep NAME; %mlprep start NAME shows what an exercise asks."""
        show(shell, _answer(_desks[0], line, cell))

    shell.register_magic_function(magic, magic_kind="line_cell", magic_name=_NAME)


def unload(shell: Any) -> None:
    """Take the magics back, and leave no process behind."""
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop(_NAME, None)
    while _desks:
        _desks.pop().close()


def _answer(desk: Desk, line: str, cell: str | None) -> Shown:
    try:
        return desk.run(line) if cell is None else desk.check(line, cell)
    except MlprepError as error:
        return problem(error)
    except KeyboardInterrupt:
        return problem(MlprepError("Stopped.", "Nothing was recorded. Run the cell again to check it."))
    except Exception:  # ours, and no reason to show a person our traceback
        kept = faults.write(None, traceback.format_exc())
        return problem(OurFault("mlprep failed.", kept))


def show(shell: Any, shown: Shown) -> None:
    """HTML where it can be shown, text elsewhere; JSON as it is, on standard output."""
    if shown.json is not None:
        print(json.dumps(shown.json))
        return
    shell.display_pub.publish({"text/plain": shown.text, "text/html": shown.html})
    if shown.new_cell is not None:
        shell.set_next_input(shown.new_cell)
