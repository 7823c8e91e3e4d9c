"""How plain data crosses between the engine and a candidate: in frames of JSON and raw array bytes, never pickle.

A frame is a JSON header and a body with the arrays' bytes. Encoding calls no method that a value's own class could have
overridden.
"""

from __future__ import annotations

import json
import math
import operator
import os
import struct
from collections.abc import Iterator
from typing import IO, Any

import numpy as np

from mlprep.grading.common.plain_data import DESCRIPTION, Fields, Foreign, Rng, Value, describe, describe_dtype

# One result may hold this much; the largest honest one of the catalogue is a few megabytes.
MAX_BYTES = 64 * 2**20
MARK = 8  # bytes of a mark, sent as twice as many digits
_NO_MARK = "-" * (2 * MARK)
MAX_HEADER = 10 * 2**20  # all that the bounds below let through
NO_LIMIT = 1 << 40  # for what we send ourselves
MAX_ITEMS = 200_000
MAX_TEXT = 2**18  # characters, of all strings together
MAX_DEPTH = 40
_SMALL, _SHORT = 1 << 20, 1000  # bytes and items of what is copied the short way
_LEAST_INT, _MOST_INT = -(2**63), 2**63 - 1  # within which there is nothing to look at
MAX_INT_BITS = 1023  # what a float can hold

DESCRIPTORS = struct.Struct("3i")  # requests, replies, output: how a zygote is handed them
READY = b"ready"  # what one says first
SPARE = "mlprep-spare"  # what the system calls a process that waits to be a candidate
PIDFD = struct.Struct("i")  # how a zygote in a sandbox names a candidate
_HEAD = struct.Struct(">IQ")
_KINDS = frozenset("biuf")
_NUMBERS = frozenset((bool, float, np.float64, np.float32, np.int64, np.bool_))


Frame = tuple[bytes, bytes]  # header and body
_CONTAINERS: tuple[type, ...] = (list, tuple, dict)
_JSON = json.JSONEncoder(separators=(",", ":"))
_READER = json.JSONDecoder()


class _NotPlain(Exception):
    """A value that is not copied the short way."""


class WireError(Exception):
    """A frame that no honest candidate sends."""


def pack(value: Value, limit: int = MAX_BYTES) -> bytes:
    """A frame that holds ``value``."""
    encoder = _Encoder(limit)
    header = _JSON.encode(encoder.tree(value, 0)).encode("utf-8", "surrogatepass")
    body = b"".join(encoder.parts)
    return _HEAD.pack(len(header), len(body)) + header + body


def unmarked(frame: Frame, mark: str) -> Frame | None:
    """The frame without its mark, where that is the right one and comes first, as an honest candidate sends it."""
    header, body = frame
    start = f'{{"d":[["mark","{mark}"],'.encode()
    return (header[len(start) :], body) if header.startswith(start) else None


class Question:
    """A frame of a dict from the engine, and what it says; ``arrays`` are those in it, and ``draws`` tells whether a
    generator is to be made of something in it.
    """

    def __init__(self, frame: Frame) -> None:
        self._header, self._body = frame
        decoder = _Watched(self._body)
        self.said: dict[str, Any] = decoder.value(_tree(self._header), 0)
        self._made, self._containers = decoder.arrays, decoder.containers
        self.arrays = [each[0] for each in self._made]
        self.draws = decoder.draws

    def is_untouched(self) -> bool:
        """Whether the very values that were said are as they came. No says nothing: an equal one may stand for one."""
        return all(
            array.dtype == dtype
            and array.shape == shape
            and array.strides == strides
            and array.tobytes() == self._body[offset : offset + array.nbytes]
            for array, dtype, shape, strides, offset in self._made
        ) and all(_holds(container, items) for container, items in self._containers)

    def begins_with(self, value: dict[str, Value]) -> bool:
        """Whether these are its first entries, with the values that they have now, and no others have arrays."""
        encoder = _Encoder(MAX_BYTES)
        # By their text: to Python, 1, 1.0 and True are equal.
        entries = _JSON.encode(encoder.tree(value, 0))[: -len("]}")].encode("utf-8", "surrogatepass")
        return self._header.startswith(entries) and self._body == b"".join(encoder.parts)


def _items(container: list[Value] | dict[Value, Value]) -> list[Value]:
    """All that it holds, keys too."""
    return [*container] if isinstance(container, list) else [*container.keys(), *container.values()]


def _holds(container: list[Value] | dict[Value, Value], items: list[Value]) -> bool:
    """Whether it holds these very objects."""
    now = _items(container)
    return len(now) == len(items) and all(map(operator.is_, now, items))


class Marked:
    """A frame of a dict, packed once and sent many times, each time with another mark."""

    def __init__(self, value: dict[str, Value]) -> None:
        self._frame = pack({**value, "mark": _NO_MARK}, NO_LIMIT)
        header = _HEAD.size + _HEAD.unpack_from(self._frame)[0]
        self._at = self._frame.rindex(_NO_MARK.encode(), 0, header)
        self.size = len(self._frame)

    def bearing(self, mark: str) -> bytes:
        """The frame with this mark, as long as ``MARK`` says."""
        return b"".join((self._frame[: self._at], mark.encode(), self._frame[self._at + len(_NO_MARK) :]))


def unpack(header: bytes, body: bytes) -> Value:
    """The value of a frame's two parts. Raises WireError for anything that ``pack`` would not have made."""
    try:
        return _Decoder(body).value(_tree(header), 0)
    except WireError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError, MemoryError) as error:
        raise WireError(str(error)) from error


def _tree(header: bytes) -> Any:
    """What a header says. The short way: ``loads`` looks for white space and encodings, which takes as long again."""
    text = header.decode("utf-8", "surrogatepass")
    tree, end = _READER.raw_decode(text)
    if end != len(text):
        raise WireError("a header that goes on after its end")
    return tree


def copy(value: Value) -> Value:
    """The value as the other side would see it: fresh arrays, everything foreign described."""
    try:
        return _copy_of_plain(value, 0)
    except _NotPlain:
        pass
    frame = pack(value)
    header, _ = _HEAD.unpack_from(frame)
    return unpack(frame[_HEAD.size : _HEAD.size + header], frame[_HEAD.size + header :])


def _copy_of_plain(value: Any, depth: int) -> Any:
    """What packing and unpacking make of numbers, arrays and small containers of them, seven times as quickly.

    Raises _NotPlain for all else. A known mistake is run hundreds of times, and copied before and after.
    """
    kind = type(value)
    if value is None or kind in _NUMBERS:
        return value
    if kind is np.ndarray:
        dtype = value.dtype
        if dtype.kind not in _KINDS or dtype.itemsize > 8 or not dtype.isnative or value.nbytes > _SMALL:
            raise _NotPlain
        if value.flags.c_contiguous:
            return value.copy()
        return np.array(value, order="F") if value.flags.f_contiguous else _strided(value)
    if kind in (list, tuple, dict) and (depth > 3 or len(value) > _SHORT):
        raise _NotPlain
    if kind is tuple:
        return tuple([_copy_of_plain(item, depth + 1) for item in value])
    if kind is list:
        return [_copy_of_plain(item, depth + 1) for item in value]
    if kind is dict:
        if not all(type(key) is str for key in value):
            raise _NotPlain
        return {key: _copy_of_plain(item, depth + 1) for key, item in value.items()}
    if (kind is int and value.bit_length() < 64) or (kind is str and len(value) < _SHORT):
        return value
    raise _NotPlain


def read_frame(stream: IO[bytes]) -> Frame | None:
    """Header and body of the engine's next frame, or None at the end of the stream."""
    head = _read_exactly(stream, _HEAD.size)
    if head is None:
        return None
    header_size, body_size = _HEAD.unpack(head)
    header, body = _read_exactly(stream, header_size), _read_exactly(stream, body_size)
    return None if header is None or body is None else (header, body)


def _read_exactly(stream: IO[bytes], size: int) -> bytes | None:
    data = stream.read(size)
    while len(data) < size:  # as where the stream has no buffer
        part = stream.read(size - len(data))
        if not part:
            return None
        data += part
    return data


class Frames:
    """Cuts a stream of bytes into frames as it comes in. Raises WireError for a frame larger than any honest one."""

    def __init__(self, limit: int = 4 * MAX_BYTES) -> None:
        self._buffer = bytearray()
        self._limit = limit

    def feed(self, chunk: bytes) -> Iterator[Frame]:
        """The frames that are whole with this chunk."""
        self._buffer += chunk
        while len(self._buffer) >= _HEAD.size:
            header, body = _HEAD.unpack_from(self._buffer)
            whole = _HEAD.size + header + body
            if whole > self._limit or header > MAX_HEADER:
                raise WireError(f"a frame of {whole} bytes")
            if len(self._buffer) < whole:
                return
            middle = _HEAD.size + header
            yield bytes(self._buffer[_HEAD.size : middle]), bytes(self._buffer[middle:whole])
            del self._buffer[:whole]


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


class _TooMuch(Exception):
    """A value beyond the bounds; its arguments are a Foreign's."""


class _Encoder:
    """Turns values into JSON trees; arrays' bytes gather in ``parts``."""

    def __init__(self, limit: int) -> None:
        self.parts: list[bytes] = []
        self.offset = 0
        self.items = 0
        self.room_for_text = MAX_TEXT if limit <= MAX_BYTES else limit
        self.limit = limit

    def tree(self, value: Any, depth: int) -> Any:
        """The value's tree. What is too much is described as a whole: no part of it would tell anybody anything."""
        kept = len(self.parts), self.offset, self.items, self.room_for_text
        try:
            return self._plain(value, depth)
        except _TooMuch as beyond:
            parts, self.offset, self.items, self.room_for_text = kept
            del self.parts[parts:]
            return _foreign(Foreign(*beyond.args))

    def _plain(self, value: Any, depth: int) -> Any:
        kind = type(value)
        self.items += 1
        if depth > MAX_DEPTH:
            raise _TooMuch("too deep", f"nested more than {MAX_DEPTH} levels deep")
        if value is None or kind is bool or kind is float:
            return value
        if kind is str:  # as nearly everything is; what follows tells it from its subclasses
            self._write(len(value))
            return value
        # Subclasses are read through their base's own methods, so no override of theirs runs.
        if kind is np.ndarray:
            return self._array(value, scalar=False)
        if kind is int and _LEAST_INT <= value <= _MOST_INT:
            return value
        container = kind if kind in _CONTAINERS else None
        if container is None:
            if issubclass(kind, np.generic):
                return self._array(np.asarray(value), scalar=True)
            if issubclass(kind, int):
                number = int.__int__(value)
                if number.bit_length() > MAX_INT_BITS:
                    raise _TooMuch("too big", f"an integer of {number.bit_length():,} bits")
                if number.bit_length() > 64:
                    self._write(number.bit_length() // 3)
                return number
            if issubclass(kind, float):
                return float.__float__(value)
            if issubclass(kind, str):
                text = str.__str__(value)
                self._write(len(text))
                return text
            container = next((each for each in _CONTAINERS if issubclass(kind, each)), None)
        # measured before it is walked: what holds too much must not take long either
        if container is not None and self.items + container.__len__(value) > MAX_ITEMS:
            raise _TooMuch("too big", f"more than {MAX_ITEMS:,} items")
        if depth == 0 and kind is dict:  # an outcome, each entry of which is a whole
            return {"d": [[self._plain(k, 1), self.tree(v, 1)] for k, v in value.items()]}
        if container is list:
            return [self._plain(item, depth + 1) for item in list.__iter__(value)]
        if kind is Fields:
            items = [self._plain(item, depth + 1) for item in tuple.__iter__(value)]
            return {"n": [str(value.function), [*map(str, value.names)], items]}
        if container is tuple:
            return {"t": [self._plain(item, depth + 1) for item in tuple.__iter__(value)]}
        if container is dict:
            return {"d": [[self._plain(k, depth + 1), self._plain(v, depth + 1)] for k, v in dict.items(value)]}
        if kind is Rng:
            return {"r": value.seed}
        return _foreign(value if kind is Foreign else describe(value))

    def _write(self, characters: int) -> None:
        self.room_for_text -= characters
        if self.room_for_text < 0:
            raise _TooMuch("too big", f"text of more than {MAX_TEXT:,} characters")

    def _array(self, array: np.ndarray[Any, Any], *, scalar: bool) -> Any:
        if array.dtype.kind not in _KINDS:
            return _foreign(describe_dtype(array, scalar=scalar))
        if self.offset + array.nbytes > self.limit:
            size = f"an array of shape {array.shape}, {array.nbytes / 2**20:,.0f} MiB"
            raise _TooMuch(
                "too big", size if array.nbytes > self.limit else f"more than {self.limit / 2**20:,.0f} MiB of arrays"
            )
        if array.dtype.itemsize > 8:
            array = array.astype(np.float64)
        flags = array.flags
        layout = "C" if flags.c_contiguous else "F" if flags.f_contiguous else "S"
        data = array.tobytes()
        self.parts.append(data)
        self.offset += len(data)
        return {"a": [array.dtype.str, list(array.shape), "s" if scalar else layout, self.offset - len(data)]}


class _Decoder:
    """Makes values of trees, of no more of them than an encoder would send."""

    def __init__(self, body: bytes) -> None:
        self._body = memoryview(body)
        self._nodes = 0

    def value(self, tree: Any, depth: int) -> Value:
        self._nodes += 1
        if depth > 2 * MAX_DEPTH or self._nodes > 2 * MAX_ITEMS:
            raise WireError("nested too deep, or too much")
        kind = type(tree)
        if kind is str or kind is float or kind is bool or tree is None:
            return tree
        if kind is int and tree.bit_length() <= MAX_INT_BITS:
            return tree
        if kind is list:
            return self.container([self.value(item, depth + 1) for item in tree])
        if kind is not dict or len(tree) != 1:
            raise WireError("an unknown value")
        ((tag, content),) = tree.items()
        if tag == "a":
            return self.array(*content)
        if tag == "t":
            return tuple([self.value(item, depth + 1) for item in content])
        if tag == "d":
            return self.container(
                {
                    k if type(k) is str else _hashable(self.value(k, depth + 1)): self.value(v, depth + 1)
                    for k, v in content
                }
            )
        if tag == "n":
            function, names, items = content
            return Fields.of([self.value(item, depth + 1) for item in items], str(function), map(str, names))
        if tag == "r":
            return self.generator(content)
        if tag == "f":
            return Foreign(str(content[0]), str(content[1]))
        raise WireError(f"an unknown tag {tag!r}"[:DESCRIPTION])

    def container(self, value: Value) -> Value:
        return value

    def generator(self, seed: int) -> Value:
        return Rng(seed)

    def array(self, name: str, shape: list[int], layout: str, offset: int) -> Value:
        dtype = np.dtype(name)
        if dtype.kind not in _KINDS or dtype.itemsize > 8 or (shape and min(shape) < 0):
            raise WireError(f"an array of dtype {name!r}")
        count = math.prod(shape)
        flat = np.frombuffer(self._body, dtype, count, offset) if count else np.empty(0, dtype)
        array = flat.reshape(shape)
        if layout == "s":
            return array[()].astype(dtype)
        if layout == "F":
            return np.array(array, order="F")
        if layout == "S":
            return _strided(array)
        return array.copy()


class _Watched(_Decoder):
    """Takes down what it makes and can be changed, as it is at first."""

    def __init__(self, body: bytes) -> None:
        super().__init__(body)
        self.arrays: list[tuple[np.ndarray[Any, Any], np.dtype[Any], tuple[int, ...], tuple[int, ...], int]] = []
        self.containers: list[tuple[Any, list[Value]]] = []
        self.draws = False

    def container(self, value: Value) -> Value:
        self.containers.append((value, _items(value)))
        return value

    def generator(self, seed: int) -> Value:
        self.draws = True
        return super().generator(seed)

    def array(self, name: str, shape: list[int], layout: str, offset: int) -> Value:
        made = super().array(name, shape, layout, offset)
        if layout != "s":
            self.arrays.append((made, made.dtype, made.shape, made.strides, offset))
        return made


def _hashable(key: Value) -> Value:
    if isinstance(key, np.generic):
        return key.item()
    try:
        hash(key)
    except TypeError:  # a list of the user's own class can be a key there, not here
        return repr(key)
    return key if isinstance(key, str | int | float | bool | tuple | None) else repr(key)


def _strided(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A copy that is not contiguous."""
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    wide[..., ::2] = array
    return wide[..., ::2]


def _foreign(foreign: Foreign) -> dict[str, list[str]]:
    return {"f": [foreign.what, foreign.text]}
