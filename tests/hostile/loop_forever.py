# exercise: softmax
# ways: import, call
# outcome: timeout
# says: did not finish within 1 s
# limit: 1


def attack():
    while True:
        pass


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
