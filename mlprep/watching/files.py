"""Seeing that a file was saved, whichever way an editor does it.

The truth is always the file itself: it is looked at, and what differs from the last reading is news. Events only say
when to look, so none can be missed, doubled or misunderstood. An editor may write in place, in pieces, rename a new
file over the old one, or delete and create: a look that meets a file empty or missing waits a moment for the rest.
"""

from __future__ import annotations

import os
from pathlib import Path

from mlprep.errors import MlprepError, UnreadableFile
from mlprep.learner.answer_file import read_source

SETTLE = 0.004  # seconds without a change before a file is read that may still be being written
OPEN = 0.25  # as long as that if an event told that the writing goes on: its end will be told as well
GONE = 0.25  # for a file that is empty or gone, as between a deletion and the new file
RACY = 0.05  # so soon after a change the clock of a file system may hide another one: the content is compared
_LOOKS = 0.004  # seconds between looks meanwhile

_AGAIN = "It is checked as soon as it is back."

Stamp = tuple[int, int, int, int]


class Watched:
    """One answer file. ``text`` is its last reading, or None with ``problem`` saying why it could not be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text: str | None = None
        self.problem: MlprepError | None = None
        self._stamp: Stamp | None = None
        self._changed = float("-inf")
        self._read = False  # since the last change
        self._finished: bool | None = None  # what the last event said
        self._known = False  # whether there was a first reading

    def look(self, now: float, *, finished: bool | None = None) -> bool:
        """Whether there is news; ``finished`` is what an event told of the writing, if one did."""
        stamp = _stamp(self.path)
        if stamp != self._stamp or not self._known:
            if self._known:
                self._changed = now
            if self._finished:
                self._finished = None  # that was before this change
            self._stamp, self._read = stamp, False
        if finished is not None:
            self._changed, self._finished = now, finished
        if self._read and now - self._changed > RACY:
            return False
        if now - self._changed < self._wait(stamp):
            return False
        return self._take(stamp, now)

    def restless(self, now: float) -> float | None:
        """Seconds until the next look is due, or None if the file is at rest."""
        return None if self._read and now - self._changed > RACY else _LOOKS

    def changed_unseen(self) -> bool:
        """Whether the file differs from the last look."""
        return _stamp(self.path) != self._stamp

    def _wait(self, stamp: Stamp | None) -> float:
        if stamp is None or stamp[1] == 0:
            return GONE
        return {None: SETTLE, False: OPEN, True: 0.0}[self._finished]

    def _take(self, stamp: Stamp | None, now: float) -> bool:
        """Read the file; what changed under the reading is no reading."""
        text, problem = None, None
        try:
            text = read_source(self.path, _AGAIN)
        except UnreadableFile as error:
            problem = error
        after = _stamp(self.path)
        if after != stamp or (text == "" and after is not None and after[1] > 0):
            self._stamp, self._changed, self._finished, self._read = after, now, None, False
            return False
        news = not self._known or (text, str(problem)) != (self.text, str(self.problem))
        self.text, self.problem = text, problem
        self._read = self._known = True
        return news


def _stamp(path: Path) -> Stamp | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_dev
