"""The templates of the pages that are made at build: docs/_pages/."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpers.paths import ROOT

FOLDER = ROOT / "docs" / "_pages"


def render(template: str, /, **values) -> str:
    """Return `template` of docs/_pages filled with `values`; HTML is escaped in HTML.

    Raises:
        jinja2.UndefinedError: the template asks for a value that is not given.
        jinja2.TemplateNotFound: there is no such template.

    >>> render("records.md.j2", count=2).splitlines()[3]
    '# The 2 records'
    """
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=template.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)
