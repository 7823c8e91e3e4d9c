# exercise: softmax
# ways: ctypes import, ctypes call, faulthandler call, abort call
# outcome: error
# says: was ended by SIG
import ctypes
import faulthandler
import os

WHAT, WHEN = "@way@".split()


def attack():
    if WHAT == "ctypes":
        ctypes.string_at(0)
    elif WHAT == "faulthandler":
        faulthandler._sigsegv()
    else:
        os.abort()


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
