# exercise: softmax
# ways: import, call
# outcome: timeout
# limit: 1
import time


def attack():
    time.sleep(1e6)


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
