"""Strangers' code in a sandbox: what it cannot reach, with our own guard in its way and without."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from boxed import boxed
from support import catalogue, request_of
from typer.testing import CliRunner

from mlprep.classroom import isolation as isolating
from mlprep.cli import app
from mlprep.errors import MlprepError
from mlprep.grading.client import JUDGE, CannotStart, Engine
from mlprep.grading.launching import content_root, hidden_trees

__all__ = ["boxed"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sandboxes are made on Linux")


def tried(boxed, code: str, **names: object) -> list[object]:
    """What attempts come to in the sandbox itself, where no guard, wall or filter stands before it."""
    from mlprep.grading.engine import sandbox

    head = """
        import json, os, socket, sys
        def attempt(thing):
            try:
                said.append(thing())
            except Exception as error:
                said.append(type(error).__name__)
        said = []
    """
    given = "".join(f"{name} = {value!r}\n" for name, value in names.items())
    whole = textwrap.dedent(head) + given + textwrap.dedent(code) + "\nprint(json.dumps(said))"
    words = sandbox.command(boxed.isolation["bwrap"], hidden_trees(content_root()))
    done = subprocess.run(
        [*words, *sandbox.python(whole)], capture_output=True, text=True, check=False, timeout=60,
        env=sandbox.environment(),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nobodys_files_are_there_and_no_answers(boxed, tmp_path, own_home):
    neighbor, results, home = tmp_path / "ben" / "softmax.py", tmp_path / "results.jsonl", own_home / "key"
    for path in (neighbor, results, home):
        path.parent.mkdir(exist_ok=True)
        path.write_text("secret")
    softmax = catalogue.find("softmax")
    files = [neighbor, results, home, catalogue.grader(softmax), catalogue.solution(softmax), Path(__file__)]
    said = tried(
        boxed, "for path in files:\n    attempt(lambda: open(path).read())", files=[str(each) for each in files]
    )
    assert said == ["FileNotFoundError"] * len(files)
    trees = [tree for tree in hidden_trees(content_root()) if os.path.isdir(tree)]
    said = tried(
        boxed,
        "attempt(lambda: [name for tree in trees for _, _, names in os.walk(tree) for name in names])",
        trees=trees,
    )
    assert said == [[]]


def test_the_environment_of_whoever_grades_stays_outside(boxed, monkeypatch):
    monkeypatch.setenv("TOKEN", "secret")
    assert tried(boxed, "said.append('TOKEN' in os.environ)") == [False]


def test_nothing_can_be_written_but_in_its_own_folder_and_that_is_bounded(boxed):
    said = tried(
        boxed,
        """
        for path in ("/file", "/usr/file", "/tmp/file", "/dev/file", "/proc/file", "/mlprep-candidate/file"):
            attempt(lambda: open(path, "w"))
        def fill():
            with open("/scratch/file", "wb") as file:
                for _ in range(400):
                    file.write(bytes(2**20))
        attempt(fill)
        said.append(os.path.getsize("/scratch/file") <= 256 * 2**20)
        """,
    )
    assert not {*said[:6]} & {None}
    assert all(str(each).endswith("Error") for each in said[:6])
    assert said[6:] == ["OSError", True]


def test_a_server_on_this_machine_is_out_of_reach(boxed):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        said = tried(
            boxed, "attempt(lambda: socket.create_connection(('127.0.0.1', port), 1))", port=server.getsockname()[1]
        )
        assert said in (["ConnectionRefusedError"], ["OSError"])
        with pytest.raises(TimeoutError):
            server.accept()


def test_other_processes_are_not_to_be_seen(boxed):
    (pids, parent) = tried(
        boxed,
        "attempt(lambda: [int(each) for each in os.listdir('/proc') if each.isdigit()])\nattempt(lambda: os.getppid())",
    )
    assert len(pids) <= 3
    assert parent <= 3


def test_candidates_of_one_sandbox_leave_nothing_to_each_other(boxed):
    said = tried(
        boxed,
        """
        import signal, time
        from mlprep.grading.candidate.separation import Box
        box = Box()
        said.append(box.is_tight)
        def candidate(act):
            reading, writing = os.pipe()
            box.open()
            pid = os.fork()
            if pid == 0:
                try:
                    box.enter()
                    act(writing)
                finally:
                    os._exit(0)
            box.close()
            os.close(writing)
            os.waitpid(pid, 0)
            with os.fdopen(reading, "rb") as stream:
                said.append(stream.read().decode())  # ends when whoever could write is gone
        def first(out):
            open("/scratch/file", "w").close()
            if os.fork() == 0:
                os.setsid()
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                if os.fork() == 0:
                    time.sleep(60)
                    os.write(out, b"outlived")
                os._exit(0)
            time.sleep(0.05)
            os.write(out, b"done")
        def second(out):
            try:
                os.mkdir("/usr/x")
                os.write(out, b"written")
            except OSError:
                pass
            names = [each for each in os.listdir("/proc") if each.isdigit()]
            os.write(out, f"{os.listdir('/scratch')} {names in ([], ['1'])} {os.getpid()}".encode())
        began = time.monotonic()
        candidate(first)
        candidate(second)
        said.append(time.monotonic() - began < 30)
        """,
    )
    if not said[0]:
        pytest.skip("this system allows no namespaces within a sandbox")
    assert said == [True, "done", "[] True 1", True]


def test_a_candidate_has_no_power_and_makes_no_namespaces(boxed):
    report = boxed.check(
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith(('CapPrm', 'CapEff'))])\n"
        "import os\n"
        "try:\n    os.unshare(0x10000000)\n"
        "except (AttributeError, OSError) as error:\n    print(type(error).__name__)\n"
    )
    assert report["outcome"] == "passed"
    lines = report["output"].splitlines()
    assert lines[0] == "['0000000000000000', '0000000000000000']"
    assert lines[1] in ("PermissionError", "AttributeError")


def test_a_verdict_is_the_one_of_check(boxed, bench):
    answers = Path(__file__).parent.parent / "answers"
    for path in [*sorted((answers / "softmax").glob("*.py"))[::6], sorted((answers / "layer_norm").glob("*.py"))[0]]:
        source, name = path.read_text(encoding="utf-8"), path.parent.name
        isolated = boxed.engine.ask(request_of(name, source, f"{name}.py", files={}))
        checked = bench.grade(name, source)
        for key in ("outcome", "cases_passed", "cases_total", "parts", "beyond", "diagnoses", "notes", "output"):
            assert isolated[key] == checked[key], path


@pytest.mark.parametrize(
    ("attempt", "outcomes"),
    [
        ("print(open({neighbor!r}).read())", ["error"]),
        ("print(open({grader!r}).read())", ["error"]),
        ("import os\nassert not os.path.exists({home!r})", ["passed"]),
        ("import os\nos.fork()", ["error"]),
        ("import socket\nsocket.create_connection(('127.0.0.1', {port}), 1)", ["error"]),
        ("import os\nopen(os.path.expanduser('~/file'), 'w').write('x' * 2**28)", ["error", "failed"]),
        ("import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()", ["passed"]),
    ],
)
def test_a_hostile_submission_gets_nowhere(boxed, tmp_path, own_home, attempt, outcomes):
    neighbor = tmp_path / "softmax.py"
    neighbor.write_text("SECRET = 1\n")
    grader = str(catalogue.grader(catalogue.find("softmax")))
    with socket.create_server(("127.0.0.1", 0)) as server:
        given = {"neighbor": str(neighbor), "grader": grader, "port": server.getsockname()[1], "home": str(own_home)}
        report = boxed.check(attempt.format(**given))
        assert report["outcome"] in outcomes, report["failure"]
        assert "SECRET" not in report["output"]
        server.settimeout(0.01)
        with pytest.raises(TimeoutError):
            server.accept()
    assert boxed.check("import os\nassert os.listdir('/scratch') == ['own']")["outcome"] == "passed"


def test_a_lost_sandbox_is_replaced(boxed):
    assert boxed.check("")["outcome"] == "passed"
    engine = boxed.engine.pid
    with open(f"/proc/{engine}/task/{engine}/children") as file:
        sandboxes = [int(each) for each in file.read().split()]
    for pid in sandboxes:
        os.kill(pid, 9)
    for _ in range(2):  # what is asked while it is dying may be lost with it, twice at most
        report = boxed.check("")
        if report["outcome"] == "passed":
            break
    assert report["outcome"] == "passed", report["failure"]
    with open(f"/proc/{engine}/task/{engine}/children") as file:
        assert not {*sandboxes} & {int(each) for each in file.read().split()}


def test_an_engine_without_its_sandbox_does_not_start():
    engine = Engine(JUDGE, {"bwrap": "/bin/false", "masked": []})
    with pytest.raises(CannotStart, match="NoSandbox"):
        engine.receive()
    engine.close()


def test_without_bubblewrap_it_refuses_and_says_what_to_do(tmp_path, monkeypatch):
    (tmp_path / "ada").mkdir()
    monkeypatch.setattr(isolating, "_bubblewrap", lambda: None)
    shown = CliRunner().invoke(app, ["grade", str(tmp_path)])
    assert shown.exit_code == 2
    assert "pip install 'mlprep[class]'" in shown.output
    assert "--no-sandbox" in shown.output


def test_a_bubblewrap_that_cannot_make_a_sandbox_is_told(monkeypatch):
    monkeypatch.setattr(isolating, "_bubblewrap", lambda: "/bin/false")
    with pytest.raises(MlprepError, match="cannot be started"):
        isolating.isolation([])
