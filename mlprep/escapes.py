"""Text from outside, such as paths, code and what it prints, made safe to print: nothing in it is obeyed."""

from __future__ import annotations

import re

# What moves a terminal's cursor, colors it or worse, and what no encoding can carry (a surrogate stands for a byte of
# a file name that is no text). A newline and a tab are let through.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: object) -> str:
    """The text with control codes spelled out."""
    return _UNSAFE.sub(_spelled, str(text).replace("\r\n", "\n"))


def _spelled(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:
        code &= 0xFF  # the byte itself
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
