from partnerships.models.actor import Actor
from partnerships.models.actor_merge import ActorMerge
from partnerships.models.following import Following, Reminder
from partnerships.models.funding import Funding
from partnerships.models.introduction import Introduction, IntroductionEntry, RelayStop
from partnerships.models.link_choice import LinkChoice
from partnerships.models.partnership import Mobilised, Partnership
from partnerships.models.reminder import EndReminder

__all__ = [
    "Actor",
    "ActorMerge",
    "EndReminder",
    "Following",
    "Funding",
    "Introduction",
    "IntroductionEntry",
    "LinkChoice",
    "Mobilised",
    "Partnership",
    "RelayStop",
    "Reminder",
]
