"""Writing with others, and showing a text to one's hierarchy before it is published."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aict.moderation.kinds import KINDS
from aict.moderation.models import Contribution
from aict.moderation.preview_links import token_of
from aict.moderation.views.finding import for_editor, typed
from aict.moderation.views.mine import show_preview
from aict.people.limits import limited
from aict.people.models import User


@login_not_required
@require_safe
def shared_preview(request, key: str):
    """The page as it would be, for whoever was given the link."""
    try:
        token = token_of(key)
    except signing.SignatureExpired:
        return render(request, "moderation/link_expired.html", status=410)
    except signing.BadSignature as error:
        raise Http404("Ce lien n’est pas valable.") from error
    contribution = Contribution.objects.get_or_404(token)
    response = show_preview(request, KINDS[contribution.kind], contribution)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def add_editor(request, token):
    """One more pair of hands: someone who has an account here."""
    contribution = Contribution.objects.get_or_404(token)
    _kind, contribution = for_editor(request.user, contribution.kind, str(token))
    if refused := limited(request, "equipe", "20/h/user"):
        return refused
    if found := User.objects.confirmed_at(typed(request.POST, "email", 254)):
        contribution.editors.add(found)
        messages.success(request, f"{found} peut maintenant écrire avec vous.")
    else:
        messages.error(
            request, "Aucune personne confirmée n’a cette adresse : invitez-la à s’inscrire."
        )
    return redirect("moderation:contribution", token=token)


@require_POST
def leave(request, token):
    """Stop editing; somebody else must remain."""
    contribution = Contribution.objects.get_or_404(token)
    _kind, contribution = for_editor(request.user, contribution.kind, str(token))
    if contribution.editors.exclude(pk=request.user.pk).exists():
        contribution.editors.remove(request.user)
        contribution.assignments.filter(person=request.user).delete()
        messages.success(request, "Vous ne faites plus partie de cette équipe.")
        return redirect("moderation:mine")
    messages.error(
        request, "Ajoutez d’abord quelqu’un : une contribution garde toujours une équipe."
    )
    return redirect("moderation:contribution", token=token)
