"""Gold codings: the sample, the coders' sheets, where their spans stand, and how far they agree."""
