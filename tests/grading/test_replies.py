"""Of a candidate's reply, only what has the right form is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlprep.grading.common.plain_data import Foreign
from mlprep.grading.engine import replies
from mlprep.grading.engine.process import Gone

GOOD = {
    "value": 1.5,
    "after": ([1.0], {}),
    "warnings": [{"message": "overflow", "line": 3, "text": "x"}],
    "calls": [{"name": "numpy.tanh", "operands": [1.0], "result": 0.5}],
    "peak": 10,
    "shared": True,
    "stale": False,
}
RAISED = {
    "type": "E",
    "bases": ["E"],
    "message": "m",
    "frames": [[1, "f", "code", "a.py"]],
    "imports": [],
    "signature": None,
}
odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(Foreign("other", "an object")),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def test_an_honest_reply_is_heard_whole():
    heard = replies.outcome(dict(GOOD))
    assert (heard.value, heard.after, heard.peak, heard.shared, heard.stale) == (1.5, ([1.0], {}), 10, True, False)
    assert heard.warnings == GOOD["warnings"]
    assert heard.calls == GOOD["calls"]
    assert replies.raised(RAISED)["frames"] == [[1, "f", "code", "a.py"]]


@given(st.sampled_from(sorted({*GOOD, "raised"} - {"value"})), odd)
def test_an_odd_entry_ends_the_check_or_has_the_right_form(name, value):
    try:
        heard = replies.outcome({**GOOD, name: value})
    except Gone:
        return
    assert isinstance(heard.after[0], list)
    assert isinstance(heard.after[1], dict)
    assert all(isinstance(each["message"], str) for each in heard.warnings)
    assert all(isinstance(each["name"], str) for each in heard.calls)
    assert heard.peak is None or type(heard.peak) is int
    assert {type(heard.shared), type(heard.stale)} == {bool}
    if heard.raised is not None:
        assert isinstance(heard.raised["message"], str)


@given(st.sampled_from(sorted(RAISED)), odd)
def test_an_odd_exception_ends_the_check_or_has_the_right_form(name, value):
    try:
        heard = replies.raised({**RAISED, name: value})
    except Gone:
        return
    assert all(isinstance(heard[each], str) for each in ("type", "message"))
    assert all(isinstance(each, str) for each in [*heard["bases"], *heard["imports"]])
    assert all(len(each) == 4 and isinstance(each[2], str) for each in heard["frames"])


def test_long_texts_are_cut():
    assert len(replies.raised({**RAISED, "message": "x" * 10**6})["message"]) <= 2000


def test_what_is_missing_ends_the_check():
    with pytest.raises(Gone):
        replies.outcome({"after": ([1.0], {})})


def test_what_an_honest_reply_leaves_out_was_not_seen():
    """Arguments that are as they were are not sent back, and nor is what happens seldom."""
    heard = replies.outcome({"value": 1.5})
    assert (heard.value, heard.after, heard.peak, heard.printed) == (1.5, None, None, (0, 0))
    assert not any((heard.warnings, heard.calls, heard.shared, heard.stale))
