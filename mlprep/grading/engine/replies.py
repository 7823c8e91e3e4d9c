"""What the engine takes from a candidate's replies: only what has the form it must have, cut to a sensible size.

A candidate runs the user's code in its own process, so nothing that comes from it can be relied upon to be what our
side of it would have sent. Whatever does not fit is a broken reply, and ends the check.
"""

from __future__ import annotations

from typing import Any

from mlprep.grading.engine.process import Gone
from mlprep.grading.judging.model import Outcome

_MESSAGE, _LINE, _NAME, _MANY = 2000, 200, 80, 200

Reply = dict[str, Any]


def outcome(reply: Reply) -> Outcome:
    """One case's outcome. Raises Gone for a reply that is none."""
    if "value" not in reply:
        raise Gone(None, "no value where there must be one")
    heard = Outcome(reply["value"])
    heard.raised = raised(reply["raised"]) if "raised" in reply else None
    if "after" in reply:
        args, kwargs = _list(reply["after"], 2)
        heard.after = _list(args), _dict(kwargs)
    heard.warnings = [_warning(each) for each in _list(reply.get("warnings", ()))]
    heard.calls = [_call(each) for each in _list(reply.get("calls", ()))]
    heard.peak = _optional_int(reply.get("peak"))
    if "printed" in reply:
        heard.printed = _span(reply["printed"])
    heard.shared, heard.stale = bool(reply.get("shared")), bool(reply.get("stale"))
    return heard


def raised(said: Any) -> Reply:
    """An exception. Raises Gone for what describes none."""
    said = _dict(said)
    syntax = said.get("syntax")
    return {
        "type": _text(said.get("type"), _NAME),
        "bases": _texts(said.get("bases")),
        "message": _text(said.get("message"), _MESSAGE),
        "frames": [_frame(each) for each in _list(said.get("frames"))],
        "imports": _texts(said.get("imports")),
        "signature": None if said.get("signature") is None else _text(said["signature"], _LINE),
        "syntax": None if syntax is None else _syntax(_dict(syntax)),
    }


def names(said: Any) -> list[str]:
    """Names of a module. Raises Gone for what are none."""
    return _texts(said)


def name(said: Any) -> str:
    """The name of a test. Raises Gone for what is none."""
    return _text(said, _NAME)


def values(said: Any) -> list[tuple[str, Any]]:
    """Expressions and their values. Raises Gone for what are none."""
    return [(_text(text, _LINE), value) for text, value in (_list(each, 2) for each in _list(said))]


def _warning(said: Any) -> Reply:
    said = _dict(said)
    line, text = _optional_int(said.get("line")), said.get("text")
    return {
        "message": _text(said.get("message"), _MESSAGE),
        "line": line if text is not None else None,
        "text": None if text is None else _text(text, _LINE),
    }


def _call(said: Any) -> Reply:
    said = _dict(said)
    return {
        "name": _text(said.get("name"), _NAME),
        "operands": _list(said.get("operands")),
        "result": said.get("result"),
    }


def _frame(said: Any) -> list[Any]:
    line, function, code, file = _list(said, 4)
    return [_optional_int(line), _text(function, _NAME), _text(code, _LINE), _text(file, _LINE)]


def _syntax(said: Reply) -> Reply:
    return {
        "line": _optional_int(said.get("line")),
        "column": _optional_int(said.get("column")),
        "text": _text(said.get("text"), _LINE),
    }


def _text(said: Any, most: int) -> str:
    if not isinstance(said, str):
        raise Gone(None, "no text where there must be one")
    return said[:most]


def _texts(said: Any) -> list[str]:
    return [_text(each, _NAME) for each in _list(said)]


def _list(said: Any, length: int | None = None) -> list[Any]:
    if not isinstance(said, list | tuple) or (length is not None and len(said) != length):
        raise Gone(None, "no list where there must be one")
    return list(said) if length is not None else list(said)[:_MANY]


def _dict(said: Any) -> Reply:
    if not isinstance(said, dict):
        raise Gone(None, "no table where there must be one")
    return said


def _optional_int(said: Any) -> int | None:
    if said is not None and type(said) is not int:
        raise Gone(None, "no number where there must be one")
    return said


def _span(said: Any) -> tuple[int, int]:
    """Two ends of a range, or nothing."""
    if type(said) is tuple and len(said) == 2 and all(type(end) is int and end >= 0 for end in said):
        return said[0], said[1]
    return 0, 0
