# exercise: softmax
# ways: returned, raised
# outcome: failed error
class Meta(type):
    __name__ = property(lambda self: 1 / 0)
    __mro__ = property(lambda self: 1 / 0)
    __subclasscheck__ = __instancecheck__ = lambda self, other: 1 / 0

    def __getattribute__(self, name):
        raise ZeroDivisionError


class Odd(Exception, metaclass=Meta):
    def __getattribute__(self, name):
        raise ZeroDivisionError

    def __str__(self):
        raise SystemExit


def softmax(x, axis=-1):
    if "@way@" == "raised":
        raise Odd
    return Odd()
