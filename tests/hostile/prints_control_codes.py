# exercise: softmax
# outcome: failed
# prints: \x1b[2J\x1b]0;owned\x07[bold red]boo[/]
import sys


def softmax(x, axis=-1):
    print("\x1b[2J\x1b]0;owned\x07[bold red]boo[/]\r\x08\x00\u202e")
    sys.stdout.buffer.write(b"\xff\xfe\x9b31m")
    return x
