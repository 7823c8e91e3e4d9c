"""The clock of an exercise: how much of the time from `start` to the pass was practice.

Every save, command and key is a sign of life. A silence between two of them counts in full up to 45 minutes; a longer
one was a pause, of which 10 minutes count. Nothing counts while another exercise is open, after a pause that was asked
for, or in a review whose file was not edited. Before the first edit of a review at most 10 minutes count: it may have
been opened long before, but who saves once, at the end, has worked as well.

An entry of the record holds ``started``, ``active`` and ``touched`` (see `record`); ``edited`` is false from the start
of a run to the first edit, and ``paused`` is true in a pause that was asked for. Else both are left out.
"""

from __future__ import annotations

from typing import Any

FULL = 45 * 60  # seconds of silence that count in full
PAUSE = 10 * 60  # what counts of a longer silence

Entry = dict[str, Any]


def begin(entry: Entry, now: float) -> None:
    """A new run begins."""
    entry.update(started=now, active=0, edited=False)


def open_now(entry: Entry, now: float) -> None:
    """The exercise is open from now on; the time since it was left does not count."""
    entry["touched"] = now
    entry.pop("paused", None)


def touch(entry: Entry, now: float, *, is_open: bool = True) -> None:
    """A sign of life: the silence before it counts, if the exercise was open."""
    silence = now - entry["touched"]
    if silence > 0 and is_open and _is_counting(entry):
        _add(entry, silence if silence <= FULL else PAUSE)
    if silence > 0 or silence < -PAUSE:  # a little out of order is usual; beyond, the system's clock was set back
        open_now(entry, now)


def edit(entry: Entry, when: float, now: float, *, is_open: bool = True) -> None:
    """The file was saved at ``when``, and is not the starter file."""
    if entry["started"] is None:
        return
    is_first = entry.pop("edited", True) is False and _was_solved(entry)
    if entry["touched"] < when <= now:
        if is_first and is_open and not entry.get("paused"):
            _add(entry, min(when - entry["touched"], PAUSE))
            open_now(entry, when)
        else:
            touch(entry, when, is_open=is_open)


def pause(entry: Entry, now: float, *, is_open: bool = True) -> None:
    """The learner pauses: nothing counts until the next sign of life."""
    touch(entry, now, is_open=is_open)
    if entry["started"] is not None:
        entry["paused"] = True


def end(entry: Entry) -> None:
    """The exercise passed: the clock stands."""
    entry["started"] = None
    entry.pop("edited", None)
    entry.pop("paused", None)


def seconds(entry: Entry, now: float, saved: float = 0.0, *, is_open: bool = True) -> float:
    """The practice of this run up to now, or of the last one while the clock stands.

    ``saved`` is when the file was edited last, which may be news to the record.
    """
    entry = {**entry}
    if saved:
        edit(entry, saved, now, is_open=is_open)
    touch(entry, now, is_open=is_open)
    return float(entry["active"])


def _is_counting(entry: Entry) -> bool:
    """Whether silence counts: the clock runs, no pause was asked for, and a review has its first edit."""
    waits = entry.get("edited") is False and _was_solved(entry)
    return entry["started"] is not None and not entry.get("paused") and not waits


def _was_solved(entry: Entry) -> bool:
    return any(attempt[1] == "passed" for attempt in entry["attempts"])


def _add(entry: Entry, silence: float) -> None:
    entry["active"] = round(entry["active"] + silence, 3)
