"""Compiled templates, kept beside the templates as Python keeps its own: compiling them is most of a report's time."""

import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

#: The folder in which Python keeps what it compiled; to whoever may write there, the program is open anyway.
FOLDER = "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """Keeps compiled templates where that may be written, else does without.

    Jinja knows a template that has changed; `maker`, the file with the settings by which templates are compiled, and
    Jinja's own version are told apart here.
    """

    def __init__(self, templates: Path, maker: Path) -> None:
        made_by = sha256(maker.read_bytes() + jinja2.__version__.encode()).hexdigest()[:16]
        super().__init__(str(templates / FOLDER), f"{made_by}-%s.cache")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep one compiled template, unless Python itself is told to keep nothing or the folder may not be written."""
        if sys.dont_write_bytecode:
            return
        try:
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return  # a folder of the system: the next start compiles them again
