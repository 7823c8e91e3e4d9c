"""NumPy without what takes a fourth of its time to load and no code needs; what is left out loads when asked for."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from types import GenericAlias, ModuleType

_WHOLE = "MLPREP_WHOLE_NUMPY"  # set where this NumPy cannot do without


class _NDArray:
    """Stands for `numpy.typing.NDArray` in the annotations of `numpy.linalg`, which is all that needs it."""

    def __class_getitem__(cls, item: object) -> GenericAlias:
        return GenericAlias(cls, item)


# The docstrings of what is written in C (6 ms), and what `numpy.typing` is made of (6 ms).
_UNNEEDED: Mapping[str, Mapping[str, object]] = {
    **{f"numpy.{core}._add_newdocs{part}": {} for core in ("core", "_core") for part in ("", "_scalars")},
    "numpy._typing": {"NDArray": _NDArray},
}


def load() -> None:
    """Load NumPy, unless it is there. Where it needs what is left out, this process starts again and loads all of it.

    Raises what NumPy raises where it is missing or broken.
    """
    if "numpy" in sys.modules:
        return
    left_out = _UNNEEDED if os.name == "posix" and _WHOLE not in os.environ else {}
    try:
        with _in_the_place_of(left_out):
            import numpy  # noqa: F401
    except Exception:
        if not left_out:
            raise
        # It cannot be loaded twice in a process. Our streams stay as they are, and nobody waits for another process.
        os.environ[_WHOLE] = "1"
        os.execv(sys.executable, sys.orig_argv)


def load_random() -> None:
    """Load NumPy's random numbers without the module `secrets`.

    That would load OpenSSL, 5 ms on the way to the verdict; NumPy takes one function of it, to seed a global generator.
    """
    import numpy as np

    if "secrets" not in sys.modules:
        try:
            with _in_the_place_of({"secrets": {"randbits": _random_bits}}):
                np.random.default_rng(0)
        except ImportError:  # it wants more of it, in some other release
            forget("numpy.random")
    np.random.default_rng(0)


def forget(package: str) -> None:
    """Have a package of NumPy's loaded anew when it is asked for."""
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]


def _random_bits(count: int) -> int:
    return int.from_bytes(os.urandom(count // 8 + 1), "big") & ((1 << count) - 1)


@contextlib.contextmanager
def _in_the_place_of(modules: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """Have modules found that hold no more than these members, and none of them afterwards."""
    stand_ins = {name: ModuleType(name) for name in modules}
    for name, module in stand_ins.items():
        vars(module).update(modules[name])
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
