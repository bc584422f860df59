"""Sought people, the rows that may be them, and what of them leaves in an exchange format."""

from django.urls import URLPattern, path

from homeward.web.views import candidates, detriments, exports, people, people_told

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/people", people.show_people, name="people"),
    path("case/<int:number>/people/new", people_told.add, name="add_person"),
    path("person/<str:reference>/more", people_told.complete, name="complete_person"),
    path("person/<str:reference>", people.show_person, name="person"),
    path("person/<str:reference>/leaving", detriments.mark, name="detriment"),
    path("person/<str:reference>/export", exports.export_person, name="export_person"),
    path("case/<int:number>/export", exports.export_case, name="export_case"),
    path("prepared/<str:reference>/file", exports.export_file, name="export_file"),
    path("link/<str:reference>/judge", candidates.judge, name="judge"),
    path("judgement/<str:reference>/undo", candidates.undo, name="undo_judgement"),
]
