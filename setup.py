"""The wheel takes the input tables along: `helpers` measures nothing without them."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

DATA = Path(__file__).parent / "data"


class BuildWithData(build_py):
    """Copy data/ into the package that is built; an editable install finds it in its place."""

    def run(self):
        """Build as usual, then add the tables and their descriptions, without data/derived."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib) / "helpers" / "data"
            shutil.copytree(
                DATA, target, ignore=shutil.ignore_patterns("derived"), dirs_exist_ok=True
            )


setup(cmdclass={"build_py": BuildWithData})
