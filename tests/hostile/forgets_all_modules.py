# exercise: softmax
# ways: import, call
# outcome: error failed
import sys


def attack():
    sys.modules.clear()
    sys.path.clear()
    sys.meta_path.clear()


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
    return x
