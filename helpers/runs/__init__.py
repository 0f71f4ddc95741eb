"""The one command: a corpus of any form in, a folder of results out."""
