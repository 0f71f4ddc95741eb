"""Tone: TextBlob, the news analyzer, and the models of stance and of tone toward an actor."""
