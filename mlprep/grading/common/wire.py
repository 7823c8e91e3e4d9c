"""How plain data crosses between the engine and a candidate: in frames of JSON and raw array bytes, never pickle.

A frame is a JSON header and a body with the arrays' bytes.
"""

from __future__ import annotations

import json
import operator
import os
import struct
from collections.abc import Iterator
from typing import IO, Any

import numpy as np

from mlprep.grading.common.encoding import KINDS, MAX_BYTES, Decoder, Encoder, WireError, strided
from mlprep.grading.common.plain_data import Value

MARK = 8  # bytes of a mark, sent as twice as many digits
_NO_MARK = "-" * (2 * MARK)
MAX_HEADER = 10 * 2**20  # all that an encoder's bounds let through
NO_LIMIT = 1 << 40  # for what we send ourselves
_SMALL, _SHORT = 1 << 20, 1000  # bytes and items of what is copied the short way

DESCRIPTORS = struct.Struct("3i")  # requests, replies, output: how a zygote is handed them
READY = b"ready"  # what one says first
SPARE = "mlprep-spare"  # what the system calls a process that waits to be a candidate
PIDFD = struct.Struct("i")  # how a zygote in a sandbox names a candidate
_HEAD = struct.Struct(">IQ")
_NUMBERS = frozenset((bool, float, np.float64, np.float32, np.int64, np.bool_))

Frame = tuple[bytes, bytes]  # header and body
_JSON = json.JSONEncoder(separators=(",", ":"))
_READER = json.JSONDecoder()


class _NotPlain(Exception):
    """A value that is not copied the short way."""


def pack(value: Value, limit: int = MAX_BYTES) -> bytes:
    """A frame that holds ``value``."""
    encoder = Encoder(limit)
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
        encoder = Encoder(MAX_BYTES)
        # By their text: to Python, 1, 1.0 and True are equal.
        entries = _JSON.encode(encoder.tree(value, 0))[: -len("]}")].encode("utf-8", "surrogatepass")
        return self._header.startswith(entries) and self._body == b"".join(encoder.parts)


class _Watched(Decoder):
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
        return Decoder(body).value(_tree(header), 0)
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
        if dtype.kind not in KINDS or dtype.itemsize > 8 or not dtype.isnative or value.nbytes > _SMALL:
            raise _NotPlain
        if value.flags.c_contiguous:
            return value.copy()
        return np.array(value, order="F") if value.flags.f_contiguous else strided(value)
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
