"""What the kernel refuses a candidate beside files: processes, the network, owners and attributes (Linux, by seccomp).

A filter of system calls that no code can take off again, whatever it does to Python or to the guard. It closes what the
wall does not cover and what raises no audit event.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import struct
import sys
from collections.abc import Sequence

from mlprep.grading.candidate.c_library import c_library

# By machine: what the kernel calls it, and its numbers. The numbers above 423 are the same everywhere.
_MACHINES = {
    "x86_64": (
        0xC000003E,
        {
            "processes": (57, 58, 59, 322),  # fork, vfork, execve, execveat
            "memory of others": (101, 310, 311),  # ptrace, process_vm_readv, process_vm_writev
            "owners": (92, 93, 94, 260),  # chown, fchown, lchown, fchownat
            "attributes": (188, 189, 190, 197, 198, 199),  # setxattr, removexattr and their kin
            "network": (41,),  # socket
            # shmget, semget, msgget, mq_open, add_key, request_key, keyctl
            "what stays in the kernel": (29, 64, 68, 240, 248, 249, 250),
            "namespaces": (272, 308, 165, 166),  # unshare, setns, mount, umount2
            "signals to threads": (200, 129, 297),  # tkill, rt_sigqueueinfo, rt_tgsigqueueinfo
        },
        # chmod, fchmod, fchmodat, utime, utimes, futimesat, utimensat
        (90, 91, 268, 132, 235, 261, 280),
        {"clone": 56, "kill": 62, "tgkill": 234, "prlimit": 302, "ioctl": 16},
    ),
    "aarch64": (
        0xC00000B7,
        {
            "processes": (221, 281),
            "memory of others": (117, 270, 271),
            "owners": (54, 55),
            "attributes": (5, 6, 7, 14, 15, 16),
            "network": (198,),
            "what stays in the kernel": (194, 190, 186, 180, 217, 218, 219),
            "namespaces": (97, 268, 40, 39),
            "signals to threads": (130, 138, 240),
        },
        (52, 53, 88),
        {"clone": 220, "kill": 129, "tgkill": 131, "prlimit": 261, "ioctl": 29},
    ),
}
# pidfd_send_signal, pidfd_getfd, the three of io_uring (which makes calls of its own), setxattrat, removexattrat,
# file_setattr
_EVERYWHERE = (424, 438, 425, 426, 427, 463, 466, 469)
_CHANGE_MODE, _CLONE = 452, 435  # fchmodat2, and clone3, for which the C library takes clone where there is none
_OTHER_NUMBERS = 0x40000000  # from here on they are those of x32
_THREAD = 0x10000  # what clone is asked for where a thread is wanted and no process
_FILE_FLAGS = (0x40086602, 0x401C5820)  # ioctl requests that change attributes by a descriptor that can only read
_NUMBER, _MACHINE, _FIRST, _SECOND = 0, 4, 16, 24  # where a filter finds the call, and its arguments' lower halves
_LOAD, _EQUAL, _AT_LEAST, _HAS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000  # the latter with the number of an error
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2

_Step = tuple[int, int, int, int]  # code, jumps if so and if not, and a number
_ENDS: tuple[_Step, _Step] = (_RETURN, 0, 0, _FAIL | errno.EPERM), (_RETURN, 0, 0, _ALLOW)


def limit_calls() -> bool:
    """Keep this process, and whatever it starts, from making these calls. Whether the kernel does.

    Modes and times seem to be set and stay as they are: ordinary copies of files set both, and need neither.
    """
    machine = os.uname().machine
    if machine not in _MACHINES or sys.maxsize < 2**32:
        return False
    steps = _without_processes(machine) + _packed(_with_processes(machine, os.getpid()))
    code = ctypes.create_string_buffer(steps, len(steps))
    program = struct.pack("HxxxxxxQ", len(steps) // 8, ctypes.addressof(code))
    libc = c_library()
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(libc.prctl(_SET_FILTER, _FILTER, program, 0, 0) == 0)


@functools.cache
def _without_processes(machine: str) -> bytes:
    """The part of the filter that is the same in every process."""
    name, refused, pretended, others = _MACHINES[machine]
    no, fine = _ENDS
    steps: list[_Step] = [(_LOAD, 0, 0, _MACHINE), (_EQUAL, 1, 0, name), no]
    steps += [(_LOAD, 0, 0, _NUMBER), (_AT_LEAST, 0, 1, _OTHER_NUMBERS), no]
    for number in (*(each for group in refused.values() for each in group), *_EVERYWHERE):
        steps += [(_EQUAL, 0, 1, number), no]
    for number in (*pretended, _CHANGE_MODE):
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _FAIL)]
    steps += [(_EQUAL, 0, 1, _CLONE), (_RETURN, 0, 0, _FAIL | errno.ENOSYS)]
    steps += [(_EQUAL, 0, 4, others["clone"]), (_LOAD, 0, 0, _FIRST), (_HAS, 0, 1, _THREAD), fine, no]
    steps += [(_EQUAL, 0, 5, others["ioctl"]), (_LOAD, 0, 0, _SECOND)]
    steps += [(_EQUAL, 1, 0, _FILE_FLAGS[0]), (_EQUAL, 0, 1, _FILE_FLAGS[1]), no, fine]
    return _packed(steps)


def _with_processes(machine: str, me: int) -> list[_Step]:
    """The rest: calls that may be made for this process alone. What was loaded by then is the number of the call."""
    others, (no, fine) = _MACHINES[machine][3], _ENDS
    steps: list[_Step] = []
    for call in ("kill", "tgkill"):
        steps += [(_EQUAL, 0, 4, others[call]), (_LOAD, 0, 0, _FIRST), (_EQUAL, 0, 1, me), fine, no]
    steps += [(_EQUAL, 0, 5, others["prlimit"]), (_LOAD, 0, 0, _FIRST), (_EQUAL, 1, 0, 0), (_EQUAL, 0, 1, me), fine, no]
    return [*steps, fine]


def _packed(steps: Sequence[_Step]) -> bytes:
    return b"".join([struct.pack("HBBI", *step) for step in steps])
