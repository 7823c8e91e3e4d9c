# exercise: softmax
# ways: kill import, kill call, killpg call, pidfd call, prlimit call, fcntl call, fcntl_group call
# outcome: error
# says: PermissionError
import fcntl
import os
import resource
import signal

WHAT, WHEN = "@way@".split()


def attack():
    parent = os.getppid()
    if WHAT == "kill":
        os.kill(parent, signal.SIGKILL)
    if WHAT == "killpg":
        os.killpg(os.getpgid(parent), signal.SIGKILL)
    if WHAT == "pidfd":
        signal.pidfd_send_signal(os.pidfd_open(parent), signal.SIGKILL)
    if WHAT == "prlimit":
        resource.prlimit(parent, resource.RLIMIT_CPU, (0, 0))
    if WHAT.startswith("fcntl"):
        out, into = os.pipe()
        fcntl.fcntl(out, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
        fcntl.fcntl(out, fcntl.F_SETOWN, -os.getpgid(parent) if "group" in WHAT else parent)
        os.write(into, b"!")


if WHEN == "import":
    attack()


def softmax(x, axis=-1):
    attack()
