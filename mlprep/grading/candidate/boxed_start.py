"""Where the zygote of a sandbox starts, which sees no grader, no solution and nobody's files (Linux)."""

from __future__ import annotations

from _socket import AF_UNIX, SOCK_SEQPACKET, socket
from typing import NoReturn

from mlprep.grading.candidate import forking
from mlprep.grading.candidate.separation import SCRATCH


def main(control: int, hidden: list[str]) -> NoReturn:
    """Fork candidates for the engine at the other end of that socket. ``hidden`` is what they are kept from."""
    forking.run(socket(AF_UNIX, SOCK_SEQPACKET, 0, control), hidden, SCRATCH, boxed=True)
