# exercise: softmax
# outcome: timeout
# limit: 1


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def softmax(x, axis=-1):
    raise Endless
