"""In which language an article is: as stated, else as its text tells."""

import re
from functools import cache

import pycountry

UNKNOWN = "und"  # ISO 639-2: undetermined
# Names that databases use and ISO 639 does not.
_NAMES = {"farsi": "fa", "greek": "el", "mandarin": "zh", "swahili": "sw"}
_NOT_NEWS = {"eo", "la", "sa", "vo"}  # learned and planned languages draw short texts to them
_LEAST_CHANCE = 0.8
_READ = 1_000  # characters; twenty words are enough, and more would cost more than all the rest


def normalise_language(stated: str) -> str:
    """Return the ISO 639 code (two letters where there are) of a language's code or name, else "".

    >>> [normalise_language(each) for each in ("ENGLISH", "en-US", "eng", "Kinyarwanda", "?")]
    ['en', 'en', 'en', 'rw', '']
    """
    return _code_of(stated.strip().lower())


@cache
def _code_of(stated: str) -> str:
    for name in (stated, re.split(r"[-_(]", stated)[0].strip()):
        if name in _NAMES:
            return _NAMES[name]
        # by length: "En" is the name of another language
        key = {2: "alpha_2", 3: "alpha_3"}.get(len(name), "name")
        found = pycountry.languages.get(**{key: name})
        if found:
            return getattr(found, "alpha_2", found.alpha_3)
    return ""


def tell_language(text: str) -> tuple[str, float]:
    """Return the language that `text` is most likely in, and the chance that py3langid gives it.

    'und' where that is under 0.8: text too short (under twenty words, mostly) or too mixed. Told
    apart are the languages with a two-letter code, dialects within them.

    >>> tell_language("Kigali")[0]
    'und'
    >>> tell_language("Le ministre a déclaré mardi que l'accord serait signé avant l'été.")[0]
    'fr'
    """
    return _identifier().classify(text[:_READ])


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes a second

    identifier = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True, min_confidence=_LEAST_CHANCE
    )
    known = {code for code in identifier.labels if len(code) == 2}
    identifier.set_languages(known - _NOT_NEWS)
    return identifier
