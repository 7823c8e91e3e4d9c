"""Until when a candidate may answer: by the clock, and by the time it has computed where it waits for a core."""

from __future__ import annotations

import sys
import time

_MOST_WAITING = 5  # times its limit that it may wait for a core
_CPU_CLOCK = 2  # what Linux's clock numbers of other processes end in, for the time that the scheduler gave them


class Deadline:
    """So many seconds from now for a process. It can be drawn nearer, and never goes beyond what it was at first."""

    def __init__(self, pid: int, seconds: float) -> None:
        self._pid, self._seconds = pid, seconds
        self._last = self._next = time.monotonic() + seconds
        self._computing = seconds
        self._is_firm = False

    def left(self) -> float:
        """Seconds by the clock."""
        return self._next - time.monotonic()

    def set_firmly(self, seconds: float) -> None:
        """So many from now on, whatever else the machine does: what waits for a core is not waited for."""
        self._is_firm = True
        self._next = min(self._last, time.monotonic() + seconds)

    def draw_near(self, seconds: float) -> float:
        """No more than so many from now on, of its own where it waits for a core. Those that are left."""
        self._next = min(self._last, time.monotonic() + seconds)
        self._computing = min(self._computing, cpu_seconds(self._pid) + seconds)
        return max(0.0, self.left())

    def put_off(self, seconds: float) -> None:
        """Do not count so many in which we were busy ourselves."""
        self._next = min(self._last, self._next + seconds)

    def waits_for_a_core(self) -> bool:
        """Whether time is up only because others had the processor: it wants to run and has not had its time yet.

        A busy machine must not change a verdict. What sleeps is not waited for.
        """
        if self._is_firm or sys.platform != "linux" or -self.left() > _MOST_WAITING * self._seconds:
            return False
        try:
            with open(f"/proc/{self._pid}/stat") as file:
                is_runnable = file.read().rpartition(")")[2].split()[0] == "R"
        except OSError:
            return False
        return is_runnable and cpu_seconds(self._pid) < self._computing


def cpu_seconds(pid: int) -> float:
    """How long a process has computed so far, whatever else the machine does; the time by the clock where that is not
    told.
    """
    try:
        return time.clock_gettime((~pid << 3) | _CPU_CLOCK)
    except (AttributeError, OSError, OverflowError):
        return time.perf_counter()
