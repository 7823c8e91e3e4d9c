"""`completion`: the script that lets a shell complete our commands, names and values."""

from __future__ import annotations

from typing import Annotated

import typer

from mlprep.commands.base import COMPLETE_VARIABLE, examples, new_app
from mlprep.errors import MlprepError

SHELLS = ("bash", "zsh", "fish")

app = new_app()


def _complete_shell(incomplete: str) -> list[str]:
    return [shell for shell in SHELLS if shell.startswith(incomplete.lower())]


@app.command(epilog=examples("source <(mlprep completion bash)", "mlprep completion fish | source"))
def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", autocompletion=_complete_shell)],
) -> None:
    """Print the completion script for your shell.

    bash and zsh: put `source <(mlprep completion bash)`, or zsh, at the end of ~/.bashrc or ~/.zshrc. fish: put
    `mlprep completion fish | source` into ~/.config/fish/config.fish.
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    if shell not in SHELLS:
        raise MlprepError(f"There is no completion for {shell!r}.", f"Choose one of {', '.join(SHELLS)}.")
    print(get_completion_script(prog_name="mlprep", complete_var=COMPLETE_VARIABLE, shell=shell))
