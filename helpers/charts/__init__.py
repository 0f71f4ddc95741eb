"""Charts: tables in, drawings with plotted numbers, alt text and caption out."""
