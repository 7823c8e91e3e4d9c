# exercise: softmax
# ways: import, call
# outcome: error
import os


def attack():
    os.closerange(0, 4096)


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
    return x
