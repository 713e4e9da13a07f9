from partnerships.models.actor import Actor
from partnerships.models.funding import Funding
from partnerships.models.partnership import Mobilised, Partnership

__all__ = ["Actor", "Funding", "Mobilised", "Partnership"]
