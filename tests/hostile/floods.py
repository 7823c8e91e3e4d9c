# exercise: softmax
# ways: stdout, stderr, descriptor
# outcome: timeout
# limit: 1
# notes: more bytes of output are not shown
import os
import sys


def softmax(x, axis=-1):
    while True:
        if "@way@" == "descriptor":
            os.write(1, b"x" * 100_000)
        else:
            print("x" * 100_000, file=getattr(sys, "@way@"))
