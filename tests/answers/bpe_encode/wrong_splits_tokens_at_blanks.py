# WRONG: tokens are kept in a string with blanks between them, so a blank in the word is lost; witness: bpe_encode("a b", [])
import re


def bpe_encode(word, merges):
    line = " ".join(word)
    for first, second in merges:
        pattern = r"(?<!\S)" + re.escape(f"{first} {second}") + r"(?!\S)"
        line = re.sub(pattern, lambda match: first + second, line)
    return line.split()
