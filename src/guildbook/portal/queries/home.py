"""The figures of the home page."""

from guildbook.alliances.queries import visible_alliances
from guildbook.directory.queries import visible_organisations, visible_sources
from guildbook.figures.queries import Figure, Question, ask_many, indicators, visible_claims
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status

# Asked of the whole book.
OF_THE_BOOK = ("alliances", "organisations")
# Asked of the subject for which a source gives the largest number.
OF_THEIR_SUBJECTS = (
    "members", "member-countries", "training-bases", "overseas-schools",
)  # fmt: skip
MOST_CLAIMS = 400


def head_questions(actor: Actor) -> list[Question]:
    """Which figures the home page shows first; only indicators this book has."""
    known = {indicator.key for indicator in indicators(actor)}
    questions = [Question(key) for key in OF_THE_BOOK if key in known]
    wanted = [key for key in OF_THEIR_SUBJECTS if key in known]
    claims = visible_claims(actor).filter(
        indicator__key__in=wanted, status=Status.PUBLISHED, basis="stated", value__isnull=False
    )
    rows = claims.order_by("-value", "key").values_list("indicator__key", "subject_type", "subject_key")
    largest: dict[str, str] = {}
    for indicator, kind, key in rows[:MOST_CLAIMS]:
        if kind:
            largest.setdefault(indicator, f"{kind}:{key}")
    return [*questions, *(Question(key, largest[key]) for key in wanted if key in largest)]


def head_figures_of_book(actor: Actor) -> tuple[list[Figure], Figure | None]:
    """The figures of the band, and the number of countries members come from."""
    questions = head_questions(actor)
    known = {indicator.key for indicator in indicators(actor)}
    countries = [Question("member-countries")] if "member-countries" in known else []
    figures = ask_many(actor, [*countries, *questions])
    asked = figures[len(countries) :]
    return [figure for figure in asked if figure.mark != "none"], figures[0] if countries else None


def count_alliances(actor: Actor) -> int:
    """How many alliances the book is of."""
    return visible_alliances(actor).filter(status=Status.PUBLISHED).count()


def is_empty(actor: Actor) -> bool:
    """Whether the book holds neither organisations nor sources yet."""
    return not visible_organisations(actor).exists() and not visible_sources(actor).exists()
