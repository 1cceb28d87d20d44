"""CPU time and memory of a process with all that it has started, read from /proc; not here on systems without it."""

import os
from collections.abc import Iterable
from pathlib import Path

_PROC = Path("/proc")
#: Fields of /proc/PID/stat behind the name: parent; user, system and both of children that have ended, in ticks.
_PARENT, _TICKS = 1, slice(11, 15)


def here() -> bool:
    """Whether this system tells what its processes use."""
    return (_PROC / "self" / "stat").is_file()


def tree(root: int) -> dict[int, tuple[int, int]]:
    """By process id the parent and the ticks of CPU of a process and of all that descend from it."""
    known: dict[int, tuple[int, int]] = {}
    for folder in _PROC.glob("[0-9]*"):
        fields = _stat(folder)
        if fields:
            known[int(folder.name)] = (int(fields[_PARENT]), sum(map(int, fields[_TICKS])))
    found = {root: known.get(root, (0, 0))}
    while more := {pid: told for pid, told in known.items() if told[0] in found and pid not in found}:
        found.update(more)
    return found


def cpu_seconds(root: int) -> float:
    """Seconds of CPU that a process and its descendants have used, those included that have ended."""
    return sum(ticks for _, ticks in tree(root).values()) / os.sysconf("SC_CLK_TCK")


def memory(processes: Iterable[int]) -> int:
    """Bytes of memory of processes, what they share counted once in all (PSS); where that is not told, RSS."""
    return sum(_memory(_PROC / str(pid)) for pid in processes)


def _memory(folder: Path) -> int:
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = (folder / name).read_text("ascii", errors="replace").splitlines()
        except OSError:
            continue
        for line in lines:
            if line.startswith(key):
                return int(line.split()[1]) * 1024
    return 0


def _stat(folder: Path) -> list[str]:
    try:
        return (folder / "stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []  # it has ended meanwhile
