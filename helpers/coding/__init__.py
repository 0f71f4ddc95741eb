"""Coding a sample of one's own corpus: drawn, coded in spreadsheets, read back, used to correct."""
