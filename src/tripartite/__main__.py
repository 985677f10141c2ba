"""Run the command line as ``python -m tripartite``."""

from tripartite.cli import main

main()
