"""The one tree of errors.

SignpostError            exit code 2 unless said otherwise
├── UsageError           wrong use or configuration                     2
├── GatherError          the site could not be measured                 3
│   ├── UnreachableError no such host, refused, TLS, timeout, 5xx
│   └── BlockedError     bot wall, robots.txt, login wall
├── CaptureError         a capture is missing, foreign, locked or torn  2
├── RuleError            a rule file is wrong                           2
├── ReportError          a report cannot be written                     2
└── StoppedError         the user ended it before it was done           130
"""


class SignpostError(Exception):
    """An error that a user can understand and act on: what happened, and a hint what to do."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(SignpostError):
    """The command or the configuration is wrong."""


class GatherError(SignpostError):
    """The site could not be measured."""

    exit_code = 3


class UnreachableError(GatherError):
    """No answer that could be used came from the site."""


class BlockedError(GatherError):
    """The site answered, but did not let a crawler in."""


class CaptureError(SignpostError):
    """A capture is missing, of a foreign format, in use or torn."""


class RuleError(SignpostError):
    """A file of rules or of rule data is wrong."""


class ReportError(SignpostError):
    """A report cannot be written."""


class StoppedError(SignpostError):
    """The user ended the work before it was done; the hint says how to go on."""

    exit_code = 130
