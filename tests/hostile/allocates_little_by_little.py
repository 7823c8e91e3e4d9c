# exercise: softmax
# ways: import, call, kept
# outcome: error timeout
# says: emory|did not finish
# limit: 8
kept = []


def attack(into):
    while True:
        into.append(bytearray(100_000))


if "@way@" == "import":
    attack([])


def softmax(x, axis=-1):
    attack(kept if "@way@" == "kept" else [])
