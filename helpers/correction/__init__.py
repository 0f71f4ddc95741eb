"""The measures' error: seen on the gold sample, taken off shares and differences."""
