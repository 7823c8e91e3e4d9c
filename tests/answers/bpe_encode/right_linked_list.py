from __future__ import annotations
from dataclasses import dataclass
import numpy as np


@dataclass
class Node:
    text: str
    nxt: Node | None = None


def bpe_encode(word: str, merges: list[tuple[str, str]]) -> list[str]:
    head = Node("")
    tail = head
    for ch in word:
        tail.nxt = Node(ch)
        tail = tail.nxt
    for a, b in merges:
        node = head.nxt
        while node is not None and node.nxt is not None:
            match (node.text, node.nxt.text):
                case (x, y) if x == a and y == b:
                    node.text = a + b
                    node.nxt = node.nxt.nxt
            node = node.nxt
    result, node = [], head.nxt
    while node is not None:
        result.append(node.text)
        node = node.nxt
    return result
