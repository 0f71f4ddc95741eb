"""The originals: pages that a list links to, fetched politely and safely for one's own reading."""
