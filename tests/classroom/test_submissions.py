"""Which files of a folder are whose solutions, in the layouts that course systems export."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from support import catalogue

from mlprep.classroom.file_names import Names
from mlprep.classroom.submissions import Found, find

NAMES = Names(list(catalogue.exercises), [topic.id for topic in catalogue.topics])


def found_in(tmp_path: Path, *names: str, **zips: list[str]) -> Found:
    root, spool = tmp_path / "handed_in", tmp_path / "spool"
    spool.mkdir()
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", encoding="utf-8")
    for name, members in zips.items():
        path = root / f"{name.replace('__', '/')}.zip"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(zipped(members))
    return find(root, spool, NAMES)


def zipped(members: list[str], contents: bytes = b"# zipped\n") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for member in members:
            archive.writestr(member, contents)
    return data.getvalue()


def pairs(found: Found) -> list[tuple[str, str]]:
    return sorted((each.person, each.exercise) for each in found.submissions)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["ada/softmax.py", "ben/softmax.py"], [("ada", "softmax"), ("ben", "softmax")]),
        (["ada/week1/softmax.py"], [("ada", "softmax")]),
        (["week1/ada/softmax.py"], [("ada", "softmax")]),
        (["ada/Layer-Norm.py"], [("ada", "layer_norm")]),
        (["ada_softmax.py", "ben_layer_norm.py"], [("ada", "softmax"), ("ben", "layer_norm")]),
        (["week1/ada_lovelace_layer_norm.py"], [("ada_lovelace", "layer_norm")]),
        (["blue/ada_softmax.py", "blue/ben_softmax.py"], [("ada", "softmax"), ("ben", "softmax")]),
        (["Ada Lovelace_12345_assignsubmission_file_/softmax.py"], [("Ada Lovelace", "softmax")]),
        (["Ada Lovelace_12345_assignsubmission_file_softmax.py"], [("Ada Lovelace", "softmax")]),
        (["Ada_1_assignsubmission_file_/softmax.py", "Ada_2_assignsubmission_file_/softmax.py"],
         [("Ada 1", "softmax"), ("Ada 2", "softmax")]),
        (["lovelaceada_12345_678_softmax.py"], [("lovelaceada", "softmax")]),
        (["lovelaceada_LATE_12345_678_layer_norm-1.py"], [("lovelaceada", "layer_norm")]),
        (["HW 1_ada_attempt_2026-11-30-20-44-02_softmax.py"], [("ada", "softmax")]),
        (["ada/softmax (1).py"], [("ada", "softmax")]),
        (["ada/softmax/solution.py"], [("ada", "softmax")]),
        (["softmax/ada.py"], [("ada", "softmax")]),
        (["softmax/ada/main.py"], [("ada", "softmax")]),
        (["group1/softmax.py", "group2/softmax.py"], [("group1", "softmax"), ("group2", "softmax")]),
        (["ada/my_softmax.py"], [("ada", "softmax")]),
    ],
)  # fmt: skip
def test_a_layout_is_understood(tmp_path, names, expected):
    found = found_in(tmp_path, *names)
    assert pairs(found) == expected
    assert found.unmatched == []


@pytest.mark.parametrize(
    "zips",
    [
        {"class": ["ada/softmax.py", "ben/softmax.py"]},
        {"class": ["all of it/ada/softmax.py", "all of it/ben/softmax.py"]},
        {"ada": ["softmax.py"], "ben": ["homework/softmax.py"]},
        {"ada": ["my files/softmax.py"], "ben": ["ben/softmax.py"]},
        {"ada__work": ["softmax.py"], "ben__work": ["things/softmax.py"]},
        {"ada_1_2_hw": ["softmax.py"], "ben_3_4_hw": ["x/softmax.py"]},
        {"class": ["ada_softmax.py", "ben_softmax.py"]},
    ],
)
def test_a_zip_file_is_one_persons_or_the_whole_class(tmp_path, zips):
    assert pairs(found_in(tmp_path, **zips)) == [("ada", "softmax"), ("ben", "softmax")]


def test_exercises_of_packs_are_matched(tmp_path):
    (tmp_path / "spool").mkdir()
    for name in ("ada/acme/softmax.py", "ada/softmax.py", "ada/acme_softmax.py", "ada/gate.py"):
        (tmp_path / "class" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "class" / name).write_text(f"# {name}\n")
    found = find(tmp_path / "class", tmp_path / "spool", Names(["softmax", "acme/softmax", "acme/gate"], []))
    assert {each.shown: each.exercise for each in found.submissions} == {
        "ada/acme/softmax.py": "acme/softmax",
        "ada/softmax.py": "softmax",
        "ada/acme_softmax.py": "acme/softmax",
        "ada/gate.py": "acme/gate",
    }
    assert {each.person for each in found.submissions} == {"ada"}


def test_zip_files_in_a_zip_file_are_read(tmp_path):
    root, spool = tmp_path / "handed_in", tmp_path / "spool"
    root.mkdir()
    spool.mkdir()
    with zipfile.ZipFile(root / "class.zip", "w") as archive:
        for person in ("ada", "ben"):
            archive.writestr(f"{person}.zip", zipped(["softmax.py"]))
    found = find(root, spool, NAMES)
    assert pairs(found) == [("ada", "softmax"), ("ben", "softmax")]
    assert [each.shown for each in found.submissions] == [
        "class.zip/ada.zip/softmax.py",
        "class.zip/ben.zip/softmax.py",
    ]


def test_what_cannot_be_matched_is_told(tmp_path):
    names = (
        "softmax.py",
        "ada/sofmax.py",
        "ada/notes.txt",
        "ada/softmax.ipynb",
        "ada/.DS_Store",
        "ada/test_softmax.py",
    )
    told = {each.path: each.reason for each in found_in(tmp_path, *names).unmatched}
    assert sorted(told) == ["ada/notes.txt", "ada/sofmax.py", "ada/softmax.ipynb", "ada/test_softmax.py", "softmax.py"]
    assert "Did you mean softmax.py?" in told["ada/sofmax.py"]
    assert "whose" in told["softmax.py"]
    assert "notebook" in told["ada/softmax.ipynb"]


def test_a_zip_file_writes_nothing_outside_its_folder(tmp_path):
    names = ["../../escaped/softmax.py", "/absolute/softmax.py", "ada/..\\..\\softmax.py", "ben/softmax.py"]
    found = found_in(tmp_path, **{"class": names})
    assert not (tmp_path / "escaped").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"handed_in", "spool"}
    assert ("ben", "softmax") in pairs(found)
    assert sum("outside" in each.reason for each in found.unmatched) == 2


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    root, spool = tmp_path / "handed_in", tmp_path / "spool"
    root.mkdir()
    spool.mkdir()
    with zipfile.ZipFile(root / "ada.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("softmax.py", b"#" * (20 * 2**20))
    found = find(root, spool, NAMES)
    assert found.submissions == []
    assert "too large" in found.unmatched[0].reason
    assert list(spool.iterdir()) == []


def test_a_broken_zip_file_is_told(tmp_path):
    found = found_in(tmp_path, "ada/softmax.zip")
    assert [each.path for each in found.unmatched] == ["ada/softmax.zip"]


def test_links_are_not_followed(tmp_path):
    secret = tmp_path / "secret.py"
    secret.write_text("SECRET = 1\n")
    (tmp_path / "handed_in" / "ada").mkdir(parents=True)
    (tmp_path / "handed_in" / "ada" / "softmax.py").symlink_to(secret)
    found = found_in(tmp_path)
    assert found.submissions == []
    assert "link" in found.unmatched[0].reason


def test_own_modules_come_with_the_submission_that_imports_them(tmp_path):
    root = tmp_path / "handed_in"
    for person in ("ada", "ben"):
        (root / person / "tools").mkdir(parents=True)
        (root / person / "softmax.py").write_text("from helpers import top\n")
        (root / person / "helpers.py").write_text("import tools.deep\n")
        (root / person / "tools" / "deep.py").write_text("top = 1\n")
        (root / person / "unused.py").write_text("")
    found = found_in(tmp_path)
    helpers = {each.person: [relative for relative, _ in each.helpers] for each in found.submissions}
    assert helpers == {"ada": ["helpers.py", "tools/deep.py"], "ben": ["helpers.py", "tools/deep.py"]}
    assert found.submissions[0].helpers[0][1].parent.name == "ada"
    assert [each.path for each in found.unmatched] == ["ada/unused.py", "ben/unused.py"]


def test_nobodys_modules_are_taken_from_a_folder_of_many(tmp_path):
    root = tmp_path / "handed_in"
    root.mkdir()
    (root / "ada_softmax.py").write_text("import ben_softmax\n")
    (root / "ben_softmax.py").write_text("")
    assert [each.helpers for each in found_in(tmp_path).submissions] == [(), ()]


# Exercises in packs


@pytest.mark.parametrize(
    ("stem", "exercise", "person"),
    [
        ("acme__score_margin", "acme/score_margin", ""),
        ("ada_acme__score_margin", "acme/score_margin", "ada"),
        ("Ada_1_assignsubmission_file_acme__score_margin", "acme/score_margin", "Ada"),
        ("score_margin", "acme/score_margin", ""),
        ("ada-score-margin", "acme/score_margin", "ada"),
        ("soft__max", "soft/max", ""),
        ("ada_soft__max", "soft/max", "ada"),
        ("softmax", "softmax", ""),
        ("ada__softmax", "softmax", "ada"),
        ("soft__softmax", "soft/softmax", ""),
        ("acme__test_score_margin", "", ""),
        ("acme__score_margin_debug", "", ""),
    ],
)
def test_a_file_of_a_pack_is_known_by_its_name_and_never_taken_for_one_of_ours(stem, exercise, person):
    ids = ["acme/score_margin", "soft/max", "soft/softmax"]
    found = Names([*catalogue.exercises, *ids]).read(stem)
    assert (found.exercise, found.person if exercise else "") == (exercise, person)
