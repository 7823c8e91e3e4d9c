"""Parsed TOML is kept as compiled modules are: never stale, never trusted blindly, and never needed."""

from __future__ import annotations

import os
import tomllib

import pytest

from mlprep.content.parsed import read_toml


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    path = tmp_path / "topic.toml"
    path.write_text('title = "One"\n[[row]]\nminutes = 5\n', encoding="utf-8")
    return path


def forbid_parsing(monkeypatch):
    def parse(text):
        raise AssertionError("it was parsed again")

    monkeypatch.setattr(tomllib, "loads", parse)


def test_a_file_is_parsed_once(file, monkeypatch):
    first = read_toml(file)
    assert first == {"title": "One", "row": [{"minutes": 5}]}
    forbid_parsing(monkeypatch)
    assert read_toml(file) == first


def test_a_changed_file_is_parsed_again(file):
    read_toml(file)
    before = file.stat().st_mtime_ns
    file.write_text('title = "Two"\n[[row]]\nminutes = 5\n', encoding="utf-8")
    os.utime(file, ns=(before + 1, before + 1))
    assert read_toml(file)["title"] == "Two"


@pytest.mark.parametrize(
    "kept", [b"", b"[]", b"[1, 2, 3, {}]", b'"text"', b"\xff", b'["mlprep parsed TOML 1", 0, 0, []]']
)
def test_what_is_kept_and_broken_is_parsed_again(file, kept):
    read_toml(file)
    (where,) = (file.parent / "__pycache__").iterdir()
    where.write_bytes(kept)
    assert read_toml(file)["title"] == "One"


def test_nothing_is_kept_where_python_keeps_nothing(file, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    read_toml(file)
    assert not (file.parent / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_costs_only_time(file):
    (file.parent / "__pycache__").write_text("a file in its place", encoding="utf-8")
    assert read_toml(file)["title"] == "One"
    assert read_toml(file)["title"] == "One"


def test_dates_are_parsed_each_time(file):
    file.write_text("on = 2026-12-24\n", encoding="utf-8")
    assert str(read_toml(file)["on"]) == "2026-12-24"
    assert str(read_toml(file)["on"]) == "2026-12-24"


def test_a_broken_file_is_said_to_be_broken(file):
    file.write_text("title = \n", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        read_toml(file)
