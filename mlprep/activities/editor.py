"""Opening the code in the user's editor: in this terminal, or beside it in VS Code, Zellij and tmux."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mlprep.errors import MlprepError


class Editor(NamedTuple):
    """A command that opens the file. ``beside`` says that it needs no terminal of its own and ends at once."""

    command: tuple[str, ...]
    beside: bool


def choose(path: Path, environ: Mapping[str, str], own: str | None = None) -> Editor:
    """How to open that file; ``own`` is the command that the user gave. Raises MlprepError if nothing is known."""
    file, usual = str(path), environ.get("VISUAL") or environ.get("EDITOR")
    if own:
        return Editor((*_words(own), file), beside=False)
    if environ.get("TERM_PROGRAM") == "vscode" and shutil.which("code", path=environ.get("PATH")):
        return Editor(("code", "--reuse-window", file), beside=True)
    if environ.get("ZELLIJ"):
        return Editor(("zellij", "action", "edit", "--direction", "right", file), beside=True)
    if not usual:
        raise MlprepError(
            "Neither VISUAL nor EDITOR is set.", "Set one, as in `export EDITOR=vim`, or open the file yourself."
        )
    if environ.get("TMUX"):
        return Editor(("tmux", "split-window", "-h", shlex.join((*_words(usual), file))), beside=True)
    return Editor((*_words(usual), file), beside=False)


def run(editor: Editor) -> None:
    """Run it; without ``beside`` it has the terminal until it ends. Raises MlprepError if it does not start."""
    import subprocess

    quiet = subprocess.DEVNULL if editor.beside else None
    try:
        ended = subprocess.run(editor.command, check=False, stdin=quiet, stdout=quiet, stderr=quiet)
    except (OSError, ValueError) as error:
        raise _failed(editor, str(error)) from error
    if editor.beside and ended.returncode:
        raise _failed(editor, f"exit code {ended.returncode}")
    sys.stdout.flush()


def _failed(editor: Editor, why: str) -> MlprepError:
    return MlprepError(f"The editor {editor.command[0]!r} did not start: {why}.", "Set EDITOR to one that does.")


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command) if os.name == "posix" else [command]
    except ValueError as error:  # an open quote
        raise MlprepError(f"The editor {command!r} cannot be run: {error}.", "Set EDITOR to one that can.") from error
