"""Events: forums, conferences, ceremonies, visits and exchange trips."""

from guildbook.events.models.event import Event
from guildbook.events.models.gathering import Attendance, Delegation, Organiser, Session, Speech
from guildbook.events.models.result import Coverage, Outcome, Stop

__all__ = [
    "Attendance",
    "Coverage",
    "Delegation",
    "Event",
    "Organiser",
    "Outcome",
    "Session",
    "Speech",
    "Stop",
]
