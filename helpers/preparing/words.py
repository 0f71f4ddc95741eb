"""Words as units of length and likeness, in scripts without spaces too."""

import re

# Chinese, Japanese, Thai, Lao, Burmese and Khmer put no space between words.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’-][^\W{_UNSPACED}]+)*")


def find_words(text: str) -> list[str]:
    """Return the words of `text` in lower case; where a script has no spaces, each character.

    >>> find_words("It's late, 他说。")
    ["it's", 'late', '他', '说']
    """
    return _WORD.findall(text.lower())
