# exercise: softmax
# ways: raised_number, raised_table, raised_without_text, warning_text, warning_line, calls_number, peak_text, no_after, after_text, after_short, mark_gone, mark_number, value_foreign, value_rng, value_long_text, value_big_int, value_deep, value_tag, value_dtype, value_object, value_negative_shape, value_beyond, value_false_shape, value_structured, not_a_table, nothing, syntax_text, frames_text, nan_name, surrogates, missing_number
# outcome: error failed
# Wrong, in between our side of this process and the pipe, with the true marks: the engine must bear whatever comes.
import json
import os
import struct

write = os.write
LONG = "x" * 5_000_000


def deep(levels):
    return [] if levels == 0 else [deep(levels - 1)]


ODD = {
    "raised_number": ("raised", 5),
    "raised_table": ("raised", {"d": []}),
    "raised_without_text": ("raised", {"d": [["type", 5], ["bases", []], ["message", None], ["frames", []]]}),
    "warning_text": ("warnings", ["boo"]),
    "warning_line": ("warnings", [{"d": [["message", "m"], ["line", "l"], ["text", "t"]]}]),
    "calls_number": ("calls", [5]),
    "peak_text": ("peak", "lots"),
    "no_after": ("after", None),
    "after_text": ("after", "as before"),
    "after_short": ("after", {"t": [[]]}),
    "mark_gone": ("mark", None),
    "mark_number": ("mark", 5),
    "value_foreign": ("value", {"f": ["right", "the right answer [bold]" + LONG]}),
    "value_rng": ("value", {"r": 5}),
    "value_long_text": ("value", LONG),
    "value_big_int": ("value", 9**4000),
    "value_deep": ("value", deep(200)),
    "value_tag": ("value", {"z": 1}),
    "value_dtype": ("value", {"a": ["O", [1], "C", 0]}),
    "value_object": ("value", {"a": [["a", "b"], [1], "C", 0]}),
    "value_negative_shape": ("value", {"a": ["<f8", [-1, -8], "C", 0]}),
    "value_beyond": ("value", {"a": ["<f8", [10**9], "C", 0]}),
    "value_false_shape": ("value", {"a": ["<f8", [0, 2**62], "S", 0]}),
    "value_structured": ("value", {"a": ["f8,i4", [1], "C", 0]}),
    "syntax_text": ("raised", {"d": [["type", "SyntaxError"], ["bases", ["SyntaxError"]], ["message", "m"], ["frames", []],
                                     ["imports", []], ["syntax", {"d": [["line", "x"], ["column", "y"], ["text", 1]]}]]}),
    "frames_text": ("raised", {"d": [["type", "E"], ["bases", []], ["message", "m"], ["frames", ["abc"]], ["imports", []]]}),
    "nan_name": ("raised", {"d": [["type", float("nan")], ["bases", []], ["message", "m"], ["frames", []], ["imports", []]]}),
    "surrogates": ("raised", {"d": [["type", "\udc80E"], ["bases", []], ["message", "\ud800 \x1b[31m"], ["frames", []],
                                    ["imports", []]]}),
    "missing_number": ("missing", 5),
}  # fmt: skip


def meddle(descriptor, data):
    data = bytes(data)
    if descriptor < 3:
        return write(descriptor, data)
    size, _ = struct.unpack_from(">IQ", data)
    tree, body = json.loads(data[12 : 12 + size]), data[12 + size :]
    if "@way@" == "not_a_table":
        tree = [1, 2, 3]
    elif "@way@" == "nothing":
        tree = {"d": []}
    else:
        name, odd = ODD["@way@"]
        tree = {"d": [pair for pair in tree["d"] if pair[0] != name] + [[name, odd]]}
    header = json.dumps(tree).encode()
    rest = struct.pack(">IQ", len(header), len(body)) + header + body
    while rest:
        rest = rest[write(descriptor, rest) :]
    return len(data)


if "@way@" == "missing_number":
    os.write = meddle


def softmax(x, axis=-1):
    os.write = meddle
    return x
