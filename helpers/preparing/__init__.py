"""Rows as they were found into clean article rows: each change counted, each omission listed."""
