"""Charts: tables in, drawings with plotted numbers, alt text and caption out.

Every function takes its table with at least one row; where that is not so, or a column is missing,
pandas or matplotlib raises KeyError, IndexError or ValueError.
"""
