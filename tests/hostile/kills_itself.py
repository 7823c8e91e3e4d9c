# exercise: softmax
# ways: SIGKILL, SIGTERM, SIGSEGV, SIGXCPU, SIGINT
# outcome: error timeout
import signal


def softmax(x, axis=-1):
    signal.raise_signal(getattr(signal, "@way@"))
    return x
