# exercise: softmax
# ways: cells, code, memory
# outcome: error failed
# needs: wall
# Nothing in a process is safe from the process. What the guard no longer sees, the kernel still refuses.
import os

import numpy as np


def insides():
    try:
        os.kill(os.getpid(), 0)
    except PermissionError as error:
        trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        return trace.tb_frame.f_locals


def disarm():
    hidden = insides()
    if "@way@" == "cells":
        for cell in hidden["look"].__closure__:
            if cell.cell_contents is os.stat:
                cell.cell_contents = lambda *args, **kwargs: open("nothing of that name")
    if "@way@" == "code":
        hidden["look"].__code__ = (lambda path, kept, folder, opened: None).__code__.replace(
            co_freevars=hidden["look"].__code__.co_freevars
        )
    if "@way@" == "memory":  # a small change to a set, by its address

        class Room:
            __array_interface__ = {"data": (id(hidden["kept"]) + 16, False), "shape": (3,), "typestr": "<i8", "version": 3}

        np.asarray(Room())[...] = 0


def softmax(x, axis=-1):
    try:
        disarm()
    except KeyError:
        pass
    space = {}
    exec(open("@solution@").read(), space)
    return space["softmax"](x, axis)
