# exercise: softmax
# outcome: timeout
# says: did not finish within 1 s
# limit: 1
# at: time.sleep(0)
import time


def attack():
    while True:
        time.sleep(0)


def softmax(x, axis=-1):
    attack()
