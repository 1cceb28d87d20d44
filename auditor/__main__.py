"""`python -m auditor`: the same as the command `signpost`."""

from auditor.cli.main import main

main()
