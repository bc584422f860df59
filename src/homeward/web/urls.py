"""The addresses of the pages."""

from django.urls import URLPattern, path

from homeward.web.views import cases, entering, findings, health, people

urlpatterns: list[URLPattern] = [
    path("", cases.show_cases, name="cases"),
    path("case/<int:number>/", findings.show_findings, name="findings"),
    path("person/<str:reference>", people.show_person, name="person"),
    path("enter", entering.enter, name="enter"),
    path("leave", entering.leave, name="leave"),
    path("health", health.show_health, name="health"),
]
