# exercise: softmax
# outcome: error
# says: OSError
import tempfile


def softmax(x, axis=-1):
    with tempfile.TemporaryFile() as file:
        while True:
            file.write(bytes(2**20))
