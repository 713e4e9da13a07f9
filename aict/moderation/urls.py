from django.urls import path

from aict.moderation.views import (
    assignments,
    decide,
    files,
    history,
    mine,
    proposals,
    queue,
    readings,
    remarks,
    sharing,
    verify,
)

app_name = "moderation"
urlpatterns = [
    path("moderation/", queue.queue, name="queue"),
    path("moderation/<uuid:token>/", decide.review, name="review"),
    path("moderation/<uuid:token>/decision/", decide.decide, name="decide"),
    path("moderation/<uuid:token>/seconde-lecture/", readings.ask, name="ask_reading"),
    path("relectures/<int:pk>/sans-suite/", readings.drop, name="drop_reading"),
    path("contributions/<uuid:token>/relecture/", readings.read, name="reading"),
    path("contributions/<uuid:token>/remarques/", remarks.page, name="remarks"),
    path("remarques/<int:pk>/<slug:name>/", remarks.gesture, name="remark"),
    path("contributions/<uuid:token>/qui-ecrit-quoi/", assignments.page, name="assignments"),
    path("contributions/<uuid:token>/proposer/", proposals.choose, name="propose_change"),
    path(
        "contributions/<uuid:token>/proposer/<slug:part>/", proposals.propose, name="propose_part"
    ),
    path("propositions/<int:pk>/", proposals.proposal, name="proposal"),
    path("compte/contributions/", mine.mine, name="mine"),
    path("contributions/<uuid:token>/", mine.detail, name="contribution"),
    path("apercu/<str:key>/", sharing.shared_preview, name="shared_preview"),
    path("contributions/<uuid:token>/equipe/", sharing.add_editor, name="add_editor"),
    path("contributions/<uuid:token>/equipe/quitter/", sharing.leave, name="leave"),
    path("contributions/<uuid:token>/versions/", history.versions, name="versions"),
    path(
        "contributions/<uuid:token>/versions/<int:number>/reprendre/",
        history.restore,
        name="restore",
    ),
    path("contributions/<uuid:token>/pieces/", files.files, name="files"),
    path("medias/<uuid:token>/<str:name>", files.media, name="media"),
    path("toujours-exact/<str:key>/", verify.still_true, name="still_true"),
    path("contributions/<uuid:token>/toujours-exact/", verify.stamp, name="stamp"),
    path("contributions/<uuid:token>/demander-verification/", verify.ask, name="ask_verification"),
    path("contributions/<uuid:token>/<slug:transition>/", decide.change, name="change"),
]
