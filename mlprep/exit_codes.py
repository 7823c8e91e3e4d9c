"""The exit codes of the command line. README says what each means to a user."""

from __future__ import annotations

DONE = 0  # passed, or done
WRONG = 1  # the code is wrong, crashes, is not finished or ran out of time
USAGE = 2  # what the user can put right: an unknown name, an unreadable file
OURS = 3  # mlprep or a grader broke
INTERRUPTED = 130  # Ctrl-C, as shells count it
