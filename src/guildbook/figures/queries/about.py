"""What the book says about one record: every figure that sources or members speak of it in."""

from collections.abc import Sequence

from guildbook.figures.queries.figures import Figure, ask_many
from guildbook.figures.queries.questions import Question
from guildbook.figures.queries.visible import visible_indicators
from guildbook.figures.queries.witnesses import published_claims
from guildbook.kit.actors import Actor
from guildbook.kit.models import Status
from guildbook.kit.record_types import by_name


def figures_about(actor: Actor, kind: str, key: str, also: Sequence[str] = ()) -> list[Figure]:
    """Figures that claims or approved returns speak of a record in, most spoken of first, and those asked for too."""
    spoken: dict[str, int] = {}
    about = {"subject_type": kind, "subject_key": key, "indicator__status": Status.PUBLISHED}
    claims = published_claims(actor).filter(**about).order_by("source__key", "start", "key")
    for indicator in claims.values_list("indicator__key", flat=True):
        spoken[indicator] = spoken.get(indicator, 0) + 1
    returned = by_name("return")
    if returned is not None:
        returns = returned.visible(actor).filter(**about, status=Status.PUBLISHED, state="approved")
        for indicator in returns.values_list("indicator__key", flat=True):
            spoken[indicator] = spoken.get(indicator, 0) + 1
    wanted = visible_indicators(actor).filter(key__in=also, status=Status.PUBLISHED) if also else ()
    known = {indicator.key for indicator in wanted}
    keys = dict.fromkeys([*(key for key in also if key in known), *spoken])
    return ask_many(actor, [Question(indicator, f"{kind}:{key}") for indicator in keys])
