"""What a round asks: its questions, their choices, what must add up, and whom it asks."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from guildbook.alliances.models.membership import MembershipRole
from guildbook.directory.models import Organisation, Place
from guildbook.directory.models.organisation import OrganisationKind
from guildbook.figures.models import Indicator
from guildbook.kit.fields import LanguageMapField
from guildbook.kit.models import Part
from guildbook.rounds.models.collection_round import Round

CODE = r"[a-z0-9]+(?:-[a-z0-9]+)*"
check_code = RegexValidator(rf"^{CODE}\Z", _("A code is lower-case Latin letters, digits and single hyphens."))


class QuestionKind(models.TextChoices):
    """What an answer is."""

    WHOLE = "whole", _("whole number")
    NUMBER = "number", _("number")
    PERCENT = "percent", _("per cent")
    MONEY = "money", _("amount of money")
    YES_NO = "yes-no", _("yes or no")
    CHOICE = "choice", _("choice")
    TEXT = "text", _("text")
    DATE = "date", _("date")


NUMERIC = (QuestionKind.WHOLE, QuestionKind.NUMBER, QuestionKind.PERCENT, QuestionKind.MONEY)


class About(models.TextChoices):
    """What a question asks about: answered once, or once for each thing."""

    ORGANISATION = "organisation", _("the organisation itself")
    UNIT = "unit", _("each unit it is a partner of")
    PROGRAMME = "programme", _("each programme it delivers")


class Need(models.TextChoices):
    """Whether a return is complete without the answer."""

    NEEDED = "needed", _("needed")
    OPTIONAL = "optional", _("may stay empty")


class Question(Part):
    """One question of a round; `code` names it in answers, workbooks and later rounds, and never changes."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="questions")
    code = models.CharField(_("code"), max_length=40, validators=[check_code])
    text = LanguageMapField(_("question"))
    help = LanguageMapField(_("explanation of the question"), blank=True)
    kind = models.CharField(_("kind of answer"), max_length=8, choices=QuestionKind, default=QuestionKind.WHOLE)
    about = models.CharField(_("asked about"), max_length=12, choices=About, default=About.ORGANISATION)
    need = models.CharField(_("need"), max_length=8, choices=Need, default=Need.NEEDED)
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="questions", verbose_name=_("indicator")
    )
    unit = models.CharField(_("unit or currency"), max_length=20, blank=True)
    least = models.DecimalField(_("least"), max_digits=20, decimal_places=4, null=True, blank=True)
    most = models.DecimalField(_("most"), max_digits=20, decimal_places=4, null=True, blank=True)
    jump = models.PositiveSmallIntegerField(_("largest jump in per cent"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("question")

    def clean(self) -> None:
        """Refuse limits that no answer can meet, and a share as a figure: shares do not add up."""
        super().clean()
        if self.least is not None and self.most is not None and Decimal(self.least) > Decimal(self.most):
            raise ValidationError({"most": _("The most lies below the least.")})
        if self.indicator is not None and self.kind not in (*NUMERIC, QuestionKind.YES_NO):
            raise ValidationError({"indicator": _("Only numbers, and yes or no, can feed a figure.")})
        if self.indicator is not None and self.kind == QuestionKind.PERCENT:
            raise ValidationError({"indicator": _("Shares do not add up: ask for the part and the whole instead.")})


class Option(Part):
    """One choice of a question of that kind; `value` is what is stored."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="options")
    question = models.CharField(_("question"), max_length=40, validators=[check_code])
    value = models.CharField(_("value"), max_length=40, validators=[check_code])
    text = LanguageMapField(_("text"))

    class Meta(Part.Meta):
        verbose_name = _("option")


class CheckRelation(models.TextChoices):
    """How the two sides of a check must stand to each other."""

    EQUALS = "equals", _("equals")
    AT_MOST = "at-most", _("is at most")
    AT_LEAST = "at-least", _("is at least")


class Weight(models.TextChoices):
    """What a check that fails does."""

    ERROR = "error", _("must be put right")
    WARNING = "warning", _("asks for an explanation")


class Check(Part):
    """What must add up between answers about the same thing, such as total = men + women."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="checks")
    left = models.CharField(_("left side"), max_length=40, validators=[check_code])
    relation = models.CharField(_("relation"), max_length=8, choices=CheckRelation, default=CheckRelation.EQUALS)
    right = models.CharField(
        _("sum of codes"),
        max_length=400,
        validators=[
            RegexValidator(rf"^{CODE}( *\+ *{CODE})*\Z", _("Write codes with a plus between them: men + women."))
        ],
    )
    weight = models.CharField(_("weight"), max_length=8, choices=Weight, default=Weight.ERROR)

    class Meta(Part.Meta):
        verbose_name = _("check")

    @property
    def addends(self) -> tuple[str, ...]:
        """The codes on the right side."""
        return tuple(code.strip() for code in self.right.split("+"))


class Audience(Part):
    """Whom a round asks: members that meet every filled column, or the one organisation named.

    A round without any asks all admitted members; several rows ask whoever meets one of them.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="audience")
    role = models.CharField(_("role"), max_length=10, choices=MembershipRole, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind, blank=True)
    country = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )

    class Meta(Part.Meta):
        verbose_name = _("asked")
