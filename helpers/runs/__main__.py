"""Lets `python -m helpers.runs` measure a corpus."""

import sys

from helpers.runs.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
