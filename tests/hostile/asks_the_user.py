# exercise: softmax
# ways: import, call
# outcome: error
# says: EOFError
def attack():
    input("what is the answer? ")


if "@way@" == "import":
    attack()


def softmax(x, axis=-1):
    attack()
