# exercise: softmax
# ways: prints, own_helper, stdlib, type_hints, dataclass, class_instance, partial, cached_import, list_result, fortran, view, float_subclass, warnings_off, traceback_print, own_frames, namedtuple, logging, tempfile, devnull, cpu_count, platform, ctypes_data, thread_pool, closure, recursion_limit, seeded, main_guard, decorators, doctest, getsource, asyncio_sleep
# outcome: passed
# What an honest person may do: none of it may cost a pass.
from __future__ import annotations

import numpy as np

WAY = "@way@"


def right(x: np.ndarray, axis: int = -1) -> np.ndarray:
    x = np.asarray(x)
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def odd():
    if WAY == "prints":
        print("shape", "[bold]", flush=True)
    if WAY == "stdlib":
        import bisect, collections, copy, decimal, enum, fractions, functools, heapq, itertools, math, operator, random  # noqa
        import re, statistics, string, textwrap, time, timeit, typing, unittest, uuid, json, csv, io, pprint, abc  # noqa
        import subprocess, multiprocessing, concurrent.futures, contextlib, inspect, pickle, sqlite3, doctest, pdb  # noqa
    if WAY == "dataclass":
        from dataclasses import dataclass

        @dataclass(slots=True, frozen=True)
        class Row:
            values: list[int]

        Row([1])
    if WAY == "warnings_off":
        np.seterr(all="ignore")
    if WAY == "traceback_print":
        import traceback

        try:
            raise ValueError("only a try")
        except ValueError:
            traceback.print_exc()
            traceback.print_stack()
    if WAY == "own_frames":
        import inspect

        assert inspect.currentframe().f_code.co_name == "odd"
        assert inspect.stack()[0].function == "odd"
    if WAY == "namedtuple":
        from collections import namedtuple

        namedtuple("Point", "x y")(1, 2)
    if WAY == "logging":
        import logging

        logging.basicConfig(level=logging.DEBUG)
        logging.getLogger(__name__).info("at work")
    if WAY == "tempfile":
        import tempfile

        with tempfile.TemporaryFile() as file:
            np.save(file, np.ones(3))
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"x")
    if WAY == "devnull":
        import contextlib
        import os

        with open(os.devnull, "w") as file, contextlib.redirect_stdout(file):
            print("nothing")
    if WAY == "cpu_count":
        import os

        assert os.cpu_count()
        os.getpid(), os.getcwd(), os.environ.get("HOME"), os.times()
    if WAY == "platform":
        import platform

        platform.platform(), platform.processor(), platform.node()
    if WAY == "ctypes_data":
        assert np.ones(3).ctypes.data
    if WAY == "thread_pool":
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(abs, range(100))) == list(range(100))
    if WAY == "recursion_limit":
        import sys

        sys.setrecursionlimit(20_000)
    if WAY == "seeded":
        np.random.seed(0)
        np.random.default_rng(0).normal(size=3)
        import random

        random.seed(0)
    if WAY == "getsource":
        import inspect

        assert "def right" in inspect.getsource(right)
        inspect.signature(right)
    if WAY == "asyncio_sleep":
        import asyncio

        asyncio.run(asyncio.sleep(0))
    if WAY == "doctest":
        import doctest

        doctest.run_docstring_examples(right, {})


if WAY == "class_instance":

    class Softmax:
        def __call__(self, x, axis=-1):
            return right(x, axis)

    softmax = Softmax()
elif WAY == "partial":
    import functools

    softmax = functools.partial(right)
elif WAY == "decorators":
    import functools
    import time

    def timed(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            start = time.perf_counter()
            result = function(*args, **kwargs)
            print(f"{time.perf_counter() - start:.6f} s")
            return result

        return inner

    softmax = timed(right)
else:

    def softmax(x, axis=-1):
        odd()
        y = right(x, axis)
        if WAY == "list_result":
            return y.tolist()
        if WAY == "fortran":
            return np.asfortranarray(y)
        if WAY == "view":
            return np.repeat(y[None], 2, 0)[1]
        if WAY == "closure":
            return (lambda: y)()
        return y


if __name__ == "__main__":
    print(softmax(np.ones(3)))
    raise SystemExit("only when run by hand")
