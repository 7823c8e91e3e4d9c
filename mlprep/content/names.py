"""How exercises are called: what people type, what the files are called, and what stands around a name.

The id of an exercise in a pack has the pack's name in front, ``acme/softmax``, and its file is ``acme__softmax.py``:
no other id or pack has two underscores side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Around = tuple[str, str]


def file_stem(name: str) -> str:
    """What the files of an exercise are called in a workspace."""
    return name.replace("/", "__")


def from_file(stem: str) -> str:
    """The id that a file's name stands for."""
    pack, mark, rest = stem.partition("__")
    return f"{pack}/{rest}" if mark and pack and rest and "/" not in stem else stem


def key(name: str) -> str:
    """What is left of a name where case, ``-`` and ``_`` do not matter."""
    return name.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def joined(name: str, around: Around) -> str:
    """The id with these around it; a pack's name stays in front."""
    pack, slash, own = name.rpartition("/")
    return pack + slash + own.join(around)


def within(name: str, around: Around) -> str | None:
    """The id that has these around it in this name; None if they are not there."""
    pack, slash, own = name.rpartition("/")
    before, after = around
    if len(own) < len(before) + len(after) or not (own.startswith(before) and own.endswith(after)):
        return None
    return pack + slash + own.removeprefix(before).removesuffix(after)


def meant(wanted: str, by_key: Mapping[str, str], affixes: Mapping[str, Around]) -> tuple[str | None, str] | None:
    """Whose key was typed: its name, and the kind if it is a round of it; else the only one that begins so."""
    if wanted in by_key:
        return None, by_key[wanted]
    for kind, (before, after) in affixes.items():
        inner = within(wanted, (key(before), key(after)))
        if inner is not None and inner in by_key:
            return kind, by_key[inner]
    starts = {name for each, name in by_key.items() if wanted and each.startswith(wanted)}
    return (None, starts.pop()) if len(starts) == 1 else None


def by_keys(ids: Iterable[str]) -> dict[str, str]:
    """The ids of packs by their keys; also without the pack's name, where only one pack has such an exercise."""
    every = list(ids)
    bare: dict[str, list[str]] = {}
    for each in every:
        bare.setdefault(key(each.rpartition("/")[2]), []).append(each)
    return {each: found[0] for each, found in bare.items() if len(found) == 1} | {key(each): each for each in every}


def near(wanted: str, by_key: Mapping[str, str]) -> list[str]:
    """Up to five names that may be meant."""
    import difflib

    inside = [each for each in by_key if len(wanted) >= 3 and wanted in each]
    close = difflib.get_close_matches(wanted, by_key, n=3, cutoff=0.6)
    return list(dict.fromkeys(by_key[each] for each in close + inside))[:5]
