"""Re-execute notebooks, compare with what is committed, write the pages that are made from data."""
