"""Plain data crosses whole; whatever is not is described, and no frame can hurt the reader."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mlprep.grading.common import encoding, wire
from mlprep.grading.common.encoding import WireError
from mlprep.grading.common.plain_data import Fields, Foreign, Rng
from mlprep.grading.common.wire import Frames

numbers = arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.int8, np.bool_]), array_shapes(min_dims=0, min_side=0)
)
scalars = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text()
values = st.recursive(
    scalars | numbers,
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text() | st.integers(), inner)
    ),
    max_leaves=8,
)


def alike(one, other) -> bool:
    if isinstance(one, np.ndarray | np.generic):
        return (
            type(one) is type(other)
            and one.dtype == other.dtype
            and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
        )
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, float) and math.isnan(one):
        return isinstance(other, float) and math.isnan(other)
    return type(one) is type(other) and one == other


@given(values)
def test_plain_data_comes_back_as_it_was(value):
    assert alike(wire.copy(value), value)


def there_and_back(value):
    """The long way, which a candidate's values take."""
    ((header, body),) = Frames().feed(wire.pack(value))
    return wire.unpack(header, body)


@given(values)
def test_a_copy_is_what_would_come_back(value):
    assert alike(wire.copy(value), there_and_back(value))


@pytest.mark.parametrize(
    "dtype", ["float64", "float16", "int8", "uint64", "bool", ">f8", "longdouble", "complex128", "O"]
)
@pytest.mark.parametrize("shape", [(), (0,), (3, 0), (3,), (2, 3, 4)])
@pytest.mark.parametrize("layout", ["C", "F", "S", "reversed"])
def test_an_array_of_any_kind_is_copied_as_it_would_come_back(dtype, shape, layout):
    x = np.arange(2 * np.prod(shape, dtype=int)).reshape(*shape[:-1], -1) if shape else np.array(3)
    x = x.astype(dtype)
    made = {"C": x, "F": np.asfortranarray(x), "S": x[..., ::2] if shape else x, "reversed": x[::-1] if shape else x}
    value = made[layout]
    if layout == "C":
        value.flags.writeable = False
    mine, theirs = wire.copy(value), there_and_back(value)
    assert type(mine) is type(theirs)
    if isinstance(mine, Foreign):
        assert mine == theirs
        return
    assert alike(mine, theirs)
    assert mine.flags == theirs.flags
    assert not np.shares_memory(mine, value)


def test_results_with_names_keep_them():
    result = there_and_back(Fields.of([np.ones(2), np.arange(2)], "max", ["values", "indices"]))
    assert (type(result), result.function, result.names) == (Fields, "max", ("values", "indices"))
    assert alike(tuple(result), (np.ones(2), np.arange(2)))


def test_a_copy_shares_no_memory():
    x = np.zeros(3)
    assert not np.shares_memory(wire.copy(x), x)


@pytest.mark.parametrize("layout", ["C", "F", "S"])
def test_the_memory_layout_of_an_argument_survives(layout):
    x = np.arange(12.0).reshape(3, 4)
    x = {"C": x, "F": np.asfortranarray(x), "S": np.repeat(x, 2, axis=1)[:, ::2]}[layout]
    there = wire.copy(x)
    assert (there.flags.c_contiguous, there.flags.f_contiguous) == (x.flags.c_contiguous, x.flags.f_contiguous)
    assert np.array_equal(there, x)
    assert there.flags.writeable


class Sub(np.ndarray):
    pass


class LyingFloat(float):
    def __float__(self) -> float:
        return 42.0


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (np.array([None, 1]), "object"),
        (np.zeros(2, complex), "complex"),
        (1j, "complex"),
        ((x for x in ()), "generator"),
        (np.zeros(2).view(Sub), "subclass"),
        (np.ma.array([1.0, 2.0], mask=[0, 1]), "masked"),
        ({1, 2}, "set"),
        (len, "other"),
        (lambda: 0, "function"),
        (np.zeros((2, encoding.MAX_BYTES // 8)), "too big"),
        (10**1000, "too big"),
        (np.array(["a"]), "dtype"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else value,
)
def test_what_is_not_plain_data_is_described(value, what):
    there = wire.copy(value)
    assert isinstance(there, Foreign)
    assert there.what == what


def test_no_method_of_a_values_own_class_is_called():
    assert wire.copy(LyingFloat(1.0)) == 1.0


def test_a_result_that_holds_itself_is_described_not_followed():
    loop: list[object] = []
    loop.append(loop)
    assert "too deep" in wire.pack(loop).decode("latin-1")
    many = [0] * (encoding.MAX_ITEMS + 1)
    assert "too big" in wire.pack(many)[:10_000_000].decode("latin-1")


def test_a_generator_crosses_as_its_seed():
    assert wire.copy(Rng(7)).seed == 7


@given(st.binary(max_size=200))
def test_noise_is_refused_not_obeyed(noise):
    try:
        for frame in Frames().feed(noise):
            wire.unpack(*frame)
    except WireError:
        return


@pytest.mark.parametrize(
    "header",
    [
        b'{"a":["O",[1],"C",0]}',
        b'{"a":["<f8",[-1],"C",0]}',
        b'{"a":["<f8",[1000000000],"C",0]}',
        b'{"a":["<f8",[1],"C",99]}',
        b'{"x":1}',
        b"[" * 5000 + b"]" * 5000,
        b'{"a":1}',
        b"\xff",
    ],
)
def test_a_forged_header_is_a_wire_error(header):
    with pytest.raises(WireError):
        wire.unpack(header, b"12345678")


def test_frames_are_cut_wherever_the_stream_breaks():
    stream = wire.pack([1.5, np.arange(3)]) + wire.pack("next")
    frames = Frames()
    cut = [wire.unpack(*frame) for byte in stream for frame in frames.feed(bytes([byte]))]
    assert alike(cut, [[1.5, np.arange(3)], "next"])


def test_a_frame_beyond_any_honest_size_is_refused_before_it_is_read():
    with pytest.raises(WireError):
        list(Frames(limit=100).feed(b"\x00\x00\x00\x08" + b"\x00\x00\x01\x00\x00\x00\x00\x00"))


def parts(frame: bytes) -> tuple[bytes, bytes]:
    ((header, body),) = Frames().feed(frame)
    return header, body


def question(args, kwargs) -> wire.Question:
    asked = {"args": tuple(args), "kwargs": kwargs, "memory": True}
    return wire.Question(parts(wire.Marked(asked).bearing("0" * 2 * wire.MARK)))


@given(st.lists(values, max_size=3), st.dictionaries(st.text(), values, max_size=3))
def test_arguments_that_nothing_was_done_to_are_known_again(args, kwargs):
    asked = question(args, kwargs)
    order = asked.said
    assert asked.begins_with({"args": order["args"], "kwargs": order["kwargs"]})
    assert asked.is_untouched()


@pytest.mark.parametrize(
    "change",
    [
        lambda args, kwargs: args[0].__setitem__((0, 0), 7.0),
        lambda args, kwargs: args[0].__setitem__((0, 0), np.nan),
        lambda args, kwargs: args.__setitem__(0, args[0].T.copy()),
        lambda args, kwargs: args.__setitem__(0, args[0].astype(np.float32)),
        lambda args, kwargs: args.__setitem__(0, args[0].reshape(-1)),
        lambda args, kwargs: args.append(0),
        lambda args, kwargs: args[1].append(3),
        lambda args, kwargs: args[1].reverse(),
        lambda args, kwargs: args[1].__setitem__(0, 1.0),
        lambda args, kwargs: args[1].__setitem__(0, True),
        lambda args, kwargs: args[2].update(k=2.0),
        lambda args, kwargs: kwargs.update(axis=0.0),
        lambda args, kwargs: kwargs.update(axis=False),
        lambda args, kwargs: args[2].update(k=3),
        lambda args, kwargs: kwargs.clear(),
        lambda args, kwargs: kwargs.update(axis=1),
        lambda args, kwargs: kwargs.update(more=1),
        lambda args, kwargs: args.append(np.zeros(2)),
    ],
)
def test_arguments_that_something_was_done_to_are_not(change):
    asked = question([np.arange(6.0).reshape(2, 3), [1, 2], {"k": 2}], {"axis": 0})
    args, kwargs = list(asked.said["args"]), asked.said["kwargs"]
    args[0] = args[0].copy()
    assert asked.begins_with({"args": tuple(args), "kwargs": kwargs})
    change(args, kwargs)
    assert not asked.begins_with({"args": tuple(args), "kwargs": kwargs})


@pytest.mark.filterwarnings("ignore:Setting the:DeprecationWarning")
@pytest.mark.parametrize(
    "change",
    [
        lambda array, wide, numbers, table: array.__setitem__((1, 2), 7.0),
        lambda array, wide, numbers, table: array.__setitem__((0, 0), -0.0),
        lambda array, wide, numbers, table: setattr(array, "dtype", np.int64),
        lambda array, wide, numbers, table: setattr(array, "shape", (3, 2)),
        lambda array, wide, numbers, table: array.sort(axis=0) or array.__setitem__(slice(None), array[::-1].copy()),
        lambda array, wide, numbers, table: wide.__setitem__(-1, 1e-300),
        lambda array, wide, numbers, table: wide.base.fill(1.0),
        lambda array, wide, numbers, table: numbers.append(3),
        lambda array, wide, numbers, table: numbers.__setitem__(0, 1.0),
        lambda array, wide, numbers, table: numbers.__setitem__(0, True),
        lambda array, wide, numbers, table: numbers.reverse(),
        lambda array, wide, numbers, table: numbers[1].clear(),
        lambda array, wide, numbers, table: table.update(k=2.0),
        lambda array, wide, numbers, table: table.update(more=1),
        lambda array, wide, numbers, table: table["in"].pop(),
        lambda array, wide, numbers, table: table.__setitem__("K", table.pop("k")),
    ],
)
def test_arguments_that_were_changed_in_place_are_not_untouched(change):
    wide = np.arange(8.0)[::2]
    asked = question([np.arange(6.0).reshape(2, 3), wide, [1, ["a"]]], {"table": {"k": 2, "in": [1.5]}})
    (array, wide, numbers), table = asked.said["args"], asked.said["kwargs"]["table"]
    assert asked.is_untouched()
    change(array, wide, numbers, table)
    assert not asked.is_untouched()
    assert not asked.begins_with({"args": asked.said["args"], "kwargs": asked.said["kwargs"]})


def test_what_equals_the_arguments_is_looked_at_more_closely():
    asked = question([[2**70, "a"]], {})
    (numbers,) = asked.said["args"]
    numbers[0] = 2**69 * 2
    assert not asked.is_untouched()
    assert asked.begins_with({"args": asked.said["args"], "kwargs": {}})


def test_a_question_tells_what_is_to_be_made_a_generator_of():
    assert question([1.0, [Rng(3)]], {}).draws
    assert not question([1.0, [3]], {}).draws
