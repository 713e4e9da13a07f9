from partnerships.models.actor import Actor
from partnerships.models.actor_merge import ActorMerge
from partnerships.models.funding import Funding
from partnerships.models.link_choice import LinkChoice
from partnerships.models.partnership import Mobilised, Partnership

__all__ = ["Actor", "ActorMerge", "Funding", "LinkChoice", "Mobilised", "Partnership"]
