# exercise: softmax
# outcome: timeout
# limit: 1
import threading

LOCK = threading.Lock()


def softmax(x, axis=-1):
    with LOCK, LOCK:
        return x
