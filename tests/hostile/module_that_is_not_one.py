# exercise: softmax
# ways: getattr, replaced, deleted, frozen
# outcome: failed error
import sys


def softmax(x, axis=-1):
    return x


if "@way@" == "getattr":
    del softmax

    def __getattr__(name):
        return lambda *args, **kwargs: None

elif "@way@" == "replaced":
    sys.modules[__name__] = object()
elif "@way@" == "deleted":
    del sys.modules[__name__]
else:
    globals().clear()
