"""What the app writes to: a window that is closed takes nothing, and stops nothing."""

from __future__ import annotations

import contextlib
import os

import pytest
from textual.drivers._writer_thread import WriterThread

from mlprep.app.terminal_output import LastingOutput

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")


def test_what_is_written_to_a_closed_window_is_lost_and_its_writer_ends():
    window, terminal = os.openpty()
    stream = os.fdopen(terminal, "w")
    os.close(window)
    with pytest.raises(OSError, match="Input/output error"):
        print("not shown", file=stream, flush=True)
    writer = WriterThread(LastingOutput(stream))  # type: ignore[arg-type]
    writer.start()
    for _ in range(100):  # more than it would hold, were nobody there to take them
        writer.write("not shown")
    writer.stop()
    assert not writer.is_alive()
    with contextlib.suppress(OSError):
        stream.close()


def test_the_rest_of_it_is_the_terminal_itself():
    window, terminal = os.openpty()
    with os.fdopen(terminal, "w") as stream, os.fdopen(window) as shown:
        output = LastingOutput(stream)
        output.write("shown\n")
        output.flush()
        assert shown.readline() == "shown\n"
        assert output.isatty()
        assert output.fileno() == terminal
