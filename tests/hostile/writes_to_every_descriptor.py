# exercise: softmax
# ways: noise import, noise call, zeros call, frame import, frame call, huge call, half call, deep call, wide call, flood call
# outcome: error timeout
# limit: 2
import json
import os
import struct

import numpy as np

WHAT, WHEN = "@way@".split()


def frame(tree, body=b""):
    header = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return struct.pack(">IQ", len(header), len(body)) + header + body


REPLY = frame({"d": [["value", {"a": ["<f8", [1], "C", 0]}], ["mark", "0000000000000000"], ["after", {"t": [[], {"d": []}]}]]},
              np.ones(1).tobytes())  # fmt: skip
BYTES = {
    "noise": b"passed\n" * 100,
    "zeros": bytes(1000),
    "frame": REPLY * 50,
    "huge": struct.pack(">IQ", 2**32 - 1, 2**62),
    "half": REPLY[:-1],
    "deep": frame(b"[" * 5_000_000),
    "wide": frame(b"[" + b"[]," * 7_000_000 + b"[]]"),
    "flood": REPLY * 1000,
}[WHAT]


def attack():
    while True:
        for descriptor in range(3, 64):
            try:
                os.set_blocking(descriptor, True)
                rest = BYTES
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            except OSError:
                continue
        if WHAT != "flood":
            return


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
    if WHAT == "half":
        os._exit(0)
    return x
