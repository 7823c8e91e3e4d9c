# exercise: softmax
# ways: sys.exit(0) import, sys.exit(0) call, os._exit(0) import, os._exit(0) call, os._exit(3) call, quit() call
# outcome: error
import os
import sys

WHAT, WHEN = "@way@".split()


def attack():
    eval(WHAT) if WHAT != "quit()" else sys.exit()


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
