"""How much memory a candidate holds, as the kernel counts it (Linux): nothing that it says about itself counts here."""

from __future__ import annotations

import os


class Footprint:
    """The memory of one process, from a moment of our choice on."""

    def __init__(self, pid: int) -> None:
        self._folder = f"/proc/{pid}"
        self._before: int | None = None

    def begin(self) -> None:
        """From here on it is counted what the process takes."""
        self._before = self._read("VmRSS:")

    def forget_peak(self) -> None:
        """Let the peak be what the process holds now. Where the kernel cannot do that, nothing is measured."""
        try:
            descriptor = os.open(f"{self._folder}/clear_refs", os.O_WRONLY)
        except OSError:
            self._before = None
            return
        try:
            os.write(descriptor, b"5")
        except OSError:
            self._before = None
        finally:
            os.close(descriptor)

    def peak(self) -> int | None:
        """How many bytes more than at the beginning it held at once, or None if the system does not tell."""
        if self._before is None:
            return None
        highest = self._read("VmHWM:")
        return None if highest is None else highest - self._before

    def _read(self, name: str) -> int | None:
        try:
            with open(f"{self._folder}/status") as file:
                return next((int(line.split()[1]) * 1024 for line in file if line.startswith(name)), None)
        except (OSError, ValueError, IndexError):
            return None
