"""The steps from a row as found to a clean article, each a function of an article."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from helpers.preparing.articles import Article, Change, Doubt
from helpers.preparing.boilerplate import drop_boilerplate
from helpers.preparing.cleaning import Cleaned, clean_line, clean_text
from helpers.preparing.country_names import read_countries
from helpers.preparing.dates import read_date
from helpers.preparing.languages import UNKNOWN, normalise_language, tell_language
from helpers.preparing.settings import Settings
from helpers.preparing.words import find_words
from helpers.reading.rows import Skip

Step = Callable[[Article], Article | Skip]
# An address is no HTML, even where it holds "&lt;".
_PLAIN = ("article_id", "url")
LAST = "doubles"  # the step after these, which knows all articles before (see identify.Doubles)
_COUNTRIES = ("outlet_country", "sending", "receiving")


def list_steps(settings: Settings) -> dict[str, Step]:
    """Return the steps that need no other article, by name and in their order.

    >>> list(list_steps(Settings()))
    ['size', 'clean', 'boilerplate', 'length', 'language', 'date', 'countries']
    """
    steps: dict[str, Step] = {"size": partial(check_size, settings=settings), "clean": clean}
    if settings.drop_boilerplate:
        steps["boilerplate"] = drop_lines
    return steps | {
        "length": partial(check_length, settings=settings),
        "language": partial(find_language, settings=settings),
        "date": partial(find_date, settings=settings),
        "countries": find_countries,
    }


def check_size(article: Article, settings: Settings) -> Article | Skip:
    """Return `article` unless its text is longer than the setting `largest`.

    >>> check_size(Article({"text": "One came."}), Settings(largest=5)).reason
    'too long'
    """
    size = len(article.fields["text"])
    if size <= settings.largest:
        return article
    detail = (
        f"{size:,} characters; at most {settings.largest:,} are read: is it one article? If so, "
        "raise the setting largest"
    )
    return article.skip("too long", detail)


def clean(article: Article) -> Article | Skip:
    """Return `article` with clean cells; see cleaning.clean_text.

    >>> clean(Article({"text": "<p>One</p><p>came.</p>"})).fields["text"]
    'One\\n\\ncame.'
    """
    cleaned = {column: _clean_cell(column, cell) for column, cell in article.fields.items() if cell}
    for column, cell in cleaned.items():
        if not cell.settled:
            detail = f"column {column!r}: escapes hold escapes without end; mend it in the file"
            return article.skip("cannot be cleaned", detail)
    found = sum((cell.found for cell in cleaned.values()), start=Counter())
    fields = {column: cell.text for column, cell in cleaned.items()}
    return article.take(fields, changes=_list_changes("clean", found))


def _clean_cell(column: str, text: str) -> Cleaned:
    return clean_text(text) if column == "text" else clean_line(text, column not in _PLAIN)


def _list_changes(step: str, found: dict[str, int]) -> list[Change]:
    return [Change(step, what, n) for what, n in found.items()]


def drop_lines(article: Article) -> Article:
    """Return `article` without lines of boilerplate; see boilerplate.drop_boilerplate.

    >>> drop_lines(Article({"text": "One came.\\nBack to top"})).changes
    (Change(step='boilerplate', what='back-to-top', n=1),)
    """
    text, dropped = drop_boilerplate(article.fields["text"])
    return article.take({"text": text}, changes=_list_changes("boilerplate", dropped))


def check_length(article: Article, settings: Settings) -> Article | Skip:
    """Return `article` unless its text is empty or has fewer words than `least_words`.

    >>> check_length(Article({"text": "Deal"}), Settings()).detail
    '1 word(s); a text has at least 2 (setting least_words)'
    """
    words = len(find_words(article.fields["text"]))
    if words >= settings.least_words:
        return article
    if words:
        return article.skip(
            "too short",
            f"{words} word(s); a text has at least {settings.least_words} (setting least_words)",
        )
    if any(change.step == "boilerplate" for change in article.changes):
        return article.skip("no text", "nothing is left without lines of boilerplate")
    if article.fields["url"]:
        return article.skip("no text", "only an address; `python run.py fetch` gets pages")
    return article.skip("no text", "the text is empty")


def find_language(article: Article, settings: Settings) -> Article | Skip:
    """Return `article` with its language, as stated or told from the text, if it is to be kept.

    >>> find_language(Article({"text": "Elle a dit non.", "language": "French"}), Settings())
    Skip(file='', place='', reason='language: fr', detail='as stated; kept are: en')
    """
    stated = article.fields["language"]
    language = normalise_language(stated) if stated != UNKNOWN else ""
    doubts, told = [], "as stated"
    if not language:
        language, chance = tell_language(article.fields["text"])
        told = f"told from the text (chance {chance:.2f})"
        if stated not in ("", UNKNOWN):
            doubts = [Doubt("language", stated, language, f"no language known by that; {told}")]
        elif language == UNKNOWN:
            doubts = [Doubt("language", stated, language, "too short or too mixed to tell; kept")]
    if settings.languages and language not in (UNKNOWN, *settings.languages):
        kept = ", ".join(settings.languages)
        return article.skip(f"language: {language}", f"{told}; kept are: {kept}")
    return article.take({"language": language}, doubts)


def find_date(article: Article, settings: Settings) -> Article:
    """Return `article` with its date as YYYY-MM-DD, YYYY-MM, YYYY or ""; see dates.read_date.

    >>> find_date(Article({"published": "3 May 2024"}), Settings()).fields["published"]
    '2024-05-03'
    """
    found = article.fields["published"]
    taken, doubt = read_date(found, settings.date_order)
    doubts = [Doubt("published", found, taken, doubt)] if doubt else []
    return article.take({"published": taken}, doubts)


def find_countries(article: Article) -> Article:
    """Return `article` with codes of countries; see country_names.read_countries.

    >>> find_countries(Article({"sending": "UK", "receiving": "Rwanda"})).fields["receiving"]
    'RWA'
    """
    fields, doubts = {}, []
    for column in _COUNTRIES:
        found = article.fields[column]
        taken, unknown = read_countries(found)
        if unknown:
            why = f"no country known by: {'; '.join(unknown)}"
            doubts.append(Doubt(column, found, taken, why))
        elif column == "outlet_country" and ";" in taken:
            doubts.append(Doubt(column, found, "", "an outlet sits in one country"))
            taken = ""
        fields[column] = taken
    return article.take(fields, doubts)
