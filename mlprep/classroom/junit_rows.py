"""Results as JUnit XML: a suite for each exercise and a test case for each submission, with its row as properties."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from mlprep.classroom.rows import Row

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="mlprep grade">\n'
# What XML cannot hold, even escaped.
_IMPOSSIBLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {"passed": "", "unfinished": "skipped", "failed": "failure"}


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write the file; rows of one exercise that follow each other are one suite."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(_HEAD)
        suite: str | None = None
        for row in rows:
            if row["exercise"] != suite:
                file.write(" </testsuite>\n" if suite is not None else "")
                suite = row["exercise"]
                file.write(f" <testsuite name={_attribute(suite)}>\n")
            file.writelines(_case(row))
        file.write((" </testsuite>\n" if suite is not None else "") + "</testsuites>\n")


def read(path: Path) -> Iterator[Row]:
    """The rows of such a file. Raises SyntaxError, ValueError or LookupError for another."""
    for _, element in ElementTree.iterparse(path):
        if element.tag == "testcase":
            values = {each.attrib["name"]: each.attrib["value"] for each in element.iter("property")}
            yield {name: json.loads(value) for name, value in values.items()}  # type: ignore[misc]
        if element.tag in ("testcase", "testsuite"):
            element.clear()


def _case(row: Row) -> Iterator[str]:
    name = f"{row['person']} ({row['path']})"
    seconds = f"{row['seconds']:.4f}"
    yield f'  <testcase classname={_attribute(row["exercise"])} name={_attribute(name)} time="{seconds}">\n'
    yield "   <properties>\n"
    for each, value in row.items():
        yield f"    <property name={_attribute(each)} value={_attribute(json.dumps(value))}/>\n"
    yield "   </properties>\n"
    tag = _TAGS.get(row["outcome"], "error")
    if tag:
        why = row["diagnosis"] or (row["failure"] or {"reason": row["summary"]})["reason"]
        yield f"   <{tag} message={_attribute(why)}>{escape(_possible(_detail(row)))}</{tag}>\n"
    yield "  </testcase>\n"


def _detail(row: Row) -> str:
    parts = ", ".join(f"{each['name']} {each['passed']}/{each['total']}" for each in row["parts"])
    return "\n".join([f"{row['outcome']}: {parts}".rstrip(": "), *(each["text"] for each in row["diagnoses"])])


def _attribute(value: Any) -> str:
    return quoteattr(_possible(str(value)), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("�", text)
