"""What a terminal sends for a key, as names."""

from __future__ import annotations

UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END, ESCAPE = "up", "down", "page up", "page down", "home", "end", "escape"

_SEQUENCES = {
    "[A": UP, "OA": UP, "[B": DOWN, "OB": DOWN, "[5~": PAGE_UP, "[6~": PAGE_DOWN,
    "[H": HOME, "[1~": HOME, "OH": HOME, "[F": END, "[4~": END, "OF": END,
}  # fmt: skip


def read(data: bytes) -> list[str]:
    """The keys in what came: letters as they are, sequences by name, and those that nobody knows left out."""
    text, keys = data.decode("utf-8", "replace"), []
    while text:
        if text[0] != "\x1b":
            keys.append(text[0])
            text = text[1:]
            continue
        length = _length(text)
        if length == 1:
            keys.append(ESCAPE)
        elif text[1:length] in _SEQUENCES:
            keys.append(_SEQUENCES[text[1:length]])
        text = text[length:]
    return keys


def _length(text: str) -> int:
    """How long the escape sequence at the beginning is."""
    if text[1:2] == "O":
        return min(3, len(text))
    if text[1:2] != "[":
        return 1
    for position, letter in enumerate(text[2:], 2):
        if "@" <= letter <= "~":
            return position + 1
    return len(text)
