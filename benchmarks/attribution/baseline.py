"""A regular expression that finds quotations and reporting verbs: what speed costs."""

import re

VERBS = (
    "said|says|say|told|tells|added|adds|asked|wrote|writes|called|calls|announced|argued|argues|"
    "claimed|claims|warned|warns|insisted|denied|noted|suggested|explained|tweeted|according to"
)
NAME = r"(?:[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+)*|[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s\w+)"
SPEECH = re.compile(
    rf"(?P<after>{NAME})\s+(?P<cue1>{VERBS})\b\s*(?P<behind>[^.\n]*)"
    rf"|(?P<before>[“\"][^”\"\n]+[”\"]),?\s+(?P<cue2>{VERBS})\s+(?P<source>{NAME})"
)


def predict(text: str) -> list[dict]:
    """Return attributions in the scorer's form."""
    found = []
    for match in SPEECH.finditer(text):
        first = match["after"] is not None
        source, cue, content = (
            ("after", "cue1", "behind") if first else ("source", "cue2", "before")
        )
        found.append(
            {
                "source": [list(match.span(source))],
                "cue": [list(match.span(cue))],
                "content": [list(match.span(content))],
                "mode": "direct" if not first else "indirect",
            }
        )
    return found
