"""Bare `mlprep` in a terminal: opens the practice app where the user left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlprep.activities.session import Session


def run(session: Session, editor: str | None) -> int:
    """Open the app; the exit code."""
    from mlprep.activities import next_up
    from mlprep.app import practice_app

    progress = session.progress
    is_new = progress.current is None and progress.plan is None and not progress.exercises()
    return practice_app.run(session, None if is_new else next_up.take_up(session, None), editor)
