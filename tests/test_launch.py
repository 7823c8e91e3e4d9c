"""The engine is started ahead of the command line where, and only where, the command will need one."""

from __future__ import annotations

import itertools

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from mlprep import cli, launch
from mlprep.launch import needs_engine

NEEDED = """
check
watch
check softmax
check softmax --json
check --all
check --watch softmax
check --seed 3 softmax
check --file dev
check dev
watch --poll
--debug check
--workspace practice check softmax
--workspace=practice check
--workspace dev check softmax
--workspace check check
--workspace list watch softmax
--debug --workspace practice watch
-- check softmax
"""

NOT_NEEDED = """

list
list --search check
list --search watch
list --topic check --todo
start check
hint watch
dev check
dev check softmax
--workspace practice dev check softmax
--workspace check list
--workspace watch
--workspace
--debug
check -h
check --help
check softmax --help
-h check
--help
watch -h
--version
--version check
--workspace=check
--workspace=check list
checks
sheet --search check
"""


@pytest.mark.parametrize("line", NEEDED.strip().splitlines())
def test_what_checks_has_its_engine_started_early(line):
    assert needs_engine(line.split())


@pytest.mark.parametrize("line", NOT_NEEDED.splitlines())
def test_nothing_else_starts_one(line):
    assert not needs_engine(line.split())


@given(
    before=st.lists(
        st.one_of(
            st.just(["--debug"]),
            st.tuples(st.just("--workspace"), st.sampled_from(["check", "watch", "dev", "-x"])).map(list),
            st.sampled_from(["check", "list"]).map(lambda name: [f"--workspace={name}"]),
        )
    ),
    command=st.sampled_from([*cli._COMMANDS]),
    after=st.lists(st.sampled_from(["softmax", "check", "watch", "dev", "--json", "--workspace", "--search=check"])),
)
def test_neither_what_comes_before_a_command_nor_what_comes_after_decides(before, command, after):
    words = [*itertools.chain(*before), command, *after]
    assert needs_engine(words) == (command in ("check", "watch"))


def test_the_options_that_take_a_value_are_those_of_the_command_line():
    group = typer.main.get_command(cli.app)
    options = [each for each in group.params if each.param_type_name == "option"]
    assert {name for each in options if not each.is_flag for name in each.opts} == launch._TAKES_VALUE
    only_print = {name for each in options if each.name == "version" for name in each.opts}
    assert only_print | {*group.context_settings["help_option_names"]} == launch._ONLY_PRINTS
