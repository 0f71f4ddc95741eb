"""Who says what: cues, their sources, and the content attributed."""
