"""Sought people, and the rows that may be them."""

from django.urls import URLPattern, path

from homeward.web.views import candidates, detriments, people

urlpatterns: list[URLPattern] = [
    path("case/<int:number>/people", people.show_people, name="people"),
    path("person/<str:reference>", people.show_person, name="person"),
    path("person/<str:reference>/leaving", detriments.mark, name="detriment"),
    path("link/<str:reference>/judge", candidates.judge, name="judge"),
    path("judgement/<str:reference>/undo", candidates.undo, name="undo_judgement"),
]
