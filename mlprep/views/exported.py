"""Writing a picture or a page to the file that the user named."""

from __future__ import annotations

from pathlib import Path

from mlprep.errors import MlprepError


def write(path: Path, text: str) -> None:
    """Write it. Raises MlprepError where that is not possible."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MlprepError(f"{path} could not be written: {error.strerror}.", "Name another place for it.") from error
