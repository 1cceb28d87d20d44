"""What processes use, as the system tells it."""

import os
import subprocess
import sys

from benchmarks.processes import cpu_seconds, here, memory, tree

WORKS = "x = bytearray(64 * 2**20)\nfor _ in range(3_000_000): pass\nprint(flush=True)\ninput()"


def test_what_a_process_has_started_counts_with_it() -> None:
    if not here():
        assert (tree(os.getpid()), memory([os.getpid()])) == ({os.getpid(): (0, 0)}, 0)
        return
    before, held = cpu_seconds(os.getpid()), memory(tree(os.getpid()))
    with subprocess.Popen([sys.executable, "-c", WORKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert child.pid in tree(os.getpid())
        assert memory(tree(os.getpid())) - held > 48 * 2**20
        child.communicate(b"\n")
    assert cpu_seconds(os.getpid()) > before
    assert child.pid not in tree(os.getpid())


def test_a_process_that_is_gone_uses_nothing() -> None:
    assert (memory([2**22 + 1]), cpu_seconds(2**22 + 1)) == (0, 0.0)
