"""Python loads this at start where this folder is on PYTHONPATH: kernels are offline, too."""

import offline  # noqa: F401
