"""Exercises: checks that say what is wrong and why, and blanks made from solutions."""
