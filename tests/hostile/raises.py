# exercise: softmax
# ways: SystemExit import, SystemExit call, KeyboardInterrupt import, KeyboardInterrupt call, BaseException import, BaseException call, GeneratorExit call, MemoryError call, RecursionError call
# outcome: error
# says: @kind@
KIND, WHEN = "@way@".split()


def attack():
    raise eval(KIND)


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
