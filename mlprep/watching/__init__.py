"""Watch mode: an answer judged again on every save.

`files` sees saves, `referee` has them judged, `posix` or `windows` is the terminal, and `loop` ties them together.
"""
