"""Those who follow a need read what was done: one job, hence one mail, for each of them."""

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from aict.alerts.models import Subscription
from surveys.followup.letters import letter
from surveys.followup.models import FollowUp

PATIENCE = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="followup.tell_followers", retry=PATIENCE)
@transaction.atomic
def tell_followers(follow_up_id: int) -> int:
    """Returns how many will be told. Nobody, when it was withdrawn meanwhile."""
    found = FollowUp.objects.on_line().filter(pk=follow_up_id).first()
    if found is None or found.need_id is None:
        return 0
    followers = Subscription.objects.in_force().filter(need=found.need_id).order_by("pk")
    alerts = list(followers.values_list("pk", flat=True))
    for alert_id in alerts:
        tell_follower.defer(follow_up_id=found.pk, alert_id=alert_id)
    return len(alerts)


@app.task(name="followup.tell_follower", retry=PATIENCE)
def tell_follower(follow_up_id: int, alert_id: int) -> bool:
    found = FollowUp.objects.on_line().filter(pk=follow_up_id).first()
    alert = Subscription.objects.in_force().filter(pk=alert_id).select_related("reader__user")
    if found and (row := alert.first()):
        letter(found, row).send()
        return True
    return False
